"""``codebook/findings.yaml``: themes in one interpretive sentence."""

from __future__ import annotations

from typing import Literal

from paraplu import messages
from paraplu.formats.parsed import Parsed
from paraplu.formats.yaml_text import FileModel, line_of, load_yaml
from paraplu.records import Finding, Findings

__all__ = ["parse_findings"]


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
