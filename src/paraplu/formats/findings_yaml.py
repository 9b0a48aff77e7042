"""``codebook/findings.yaml``: themes in one interpretive sentence."""

from __future__ import annotations

import io
from dataclasses import asdict
from typing import Any, Literal

from paraplu import messages
from paraplu.formats.parsed import Parsed
from paraplu.formats.yaml_text import FileModel, line_of, load_yaml, round_trip_yaml
from paraplu.records import Finding, Findings

__all__ = ["edit_findings", "parse_findings"]


class FindingModel(FileModel):
    """A finding as it stands in the file."""

    id: str
    theme: str
    sentence: str
    question: str
    codes: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    deviant: tuple[str, ...] = ()
    memo: str = ""
    confidence: Literal["hoog", "redelijk", "laag"] = "redelijk"
    bearing: tuple[str, ...] = ()


class FindingsModel(FileModel):
    """The whole file."""

    version: int = 1
    findings: tuple[FindingModel, ...] = ()


def parse_findings(text: str, *, path: str) -> Parsed[Findings]:
    """Read the findings; an id that stands twice is a problem."""
    model, node, problems = load_yaml(text, FindingsModel, path=path)
    if model is None:
        return Parsed(Findings(), tuple(problems))
    findings: dict[str, Finding] = {}
    for n, found in enumerate(model.findings):
        line = line_of(node, ("findings", n))
        if found.id in findings:
            first = findings[found.id].line
            problems.append(
                messages.problem(
                    "P108", f"{path}:{line}", what="bevinding", id=found.id, first=first
                )
            )
            continue
        findings[found.id] = Finding(line=line, **found.model_dump())
    return Parsed(Findings(tuple(findings.values())), tuple(problems))


def edit_findings(text: str, finding: Finding) -> str:
    """Return the file with this finding in the place of the one with its id, or at the end.

    What is not changed stays as it is, comments too; the file must parse without problems.
    """
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    yaml = round_trip_yaml()
    data = yaml.load(text)
    if data is None:
        data = CommentedMap(version=1)
    rows = data.setdefault("findings", CommentedSeq())
    node = next((row for row in rows if row["id"] == finding.id), None)
    if node is None:
        node = CommentedMap(id=finding.id)
        rows.append(node)
    for name, value in asdict(finding).items():
        if name in {"id", "line"} or (not value and name not in node):
            continue
        _put(node, name, value)
    stream = io.StringIO()
    yaml.dump(data, stream)
    return stream.getvalue()


def _put(node: Any, name: str, value: object) -> None:  # noqa: ANN401
    """Set a field when it changes; a list stands on one line."""
    from ruamel.yaml.comments import CommentedSeq

    if not isinstance(value, tuple):
        if node.get(name) != value:
            node[name] = value
    elif list(node.get(name, ())) != list(value):
        node[name] = CommentedSeq(value)
        node[name].fa.set_flow_style()
