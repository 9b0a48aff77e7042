"""Detection by itself: in a text file, and measured against what people decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from paraplu.cli.printing import print_line
from paraplu.messages import anonymising as texts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from paraplu.anonymise.evaluation import Quality
    from paraplu.anonymise.finding import Finder
    from paraplu.records import Decisions
    from paraplu.study import Study

__all__ = ["check_capitals", "make_finder", "show_quality", "show_text"]


def make_finder(
    study: Study | None, *, names: Path | None, allow: Sequence[str], but: str = ""
) -> Finder:
    """Make the finder, with what a study knows when there is one.

    Parameters
    ----------
    study
        The study of an interview. None for a text by itself: then only the partners of the
        study we are in count, when we are in one.
    names
        A file with names to mask.
    allow
        Names not to mask.
    but
        The interview that is looked at.

    """
    from paraplu.anonymise.finding import Finder
    from paraplu.anonymise.public import network_names
    from paraplu.errors import Refused
    from paraplu.study import Study
    from paraplu.study.anonymising import known_names, read_names, speaker_names
    from paraplu.study.reading import read_text

    supplied: dict[str, str] = {}
    if names is not None:
        file = read_text(names.absolute(), root=names.absolute().parent, strict=False)
        if not file.readable:
            raise Refused(file.problems)
        supplied = read_names(file.text, path=names.name)
    known: dict[str, str] = {}
    if study is not None:
        supplied = speaker_names(study, but) | supplied
        known = known_names(study, but=but)
    try:
        here = study or Study.open()
    except Refused:
        return Finder(supplied=supplied, allowed=tuple(allow))
    partners = network_names(here.parsed_network.record)
    allowed = (*here.settings.anonymise.allowed, *allow)
    return Finder(supplied=supplied, known=known, partners=partners, allowed=allowed)


def check_capitals(text: str, *, place: str, force: bool) -> None:
    """Refuse a text without capitals, or warn when it is forced.

    Raises
    ------
    Refused
        P163 when capitals say nothing and it is not forced.

    """
    from paraplu import messages
    from paraplu.anonymise.casing import is_lowered
    from paraplu.errors import Refused

    if not is_lowered(text):
        return
    if not force:
        raise Refused([messages.problem("P163", place)])
    print_line(texts.LOWERED, error=True)


def show_text(path: Path, *, finder: Finder, as_json: bool, force: bool) -> None:
    """Print a text pseudonymised, or as JSON with its spans."""
    import json

    from paraplu.anonymise import apply_decisions
    from paraplu.anonymise.proposal import propose
    from paraplu.errors import Refused
    from paraplu.study.reading import read_text

    file = read_text(path.absolute(), root=path.absolute().parent, strict=False)
    if not file.readable:
        raise Refused(file.problems)
    check_capitals(file.text, place=path.name, force=force)
    found = finder.find(file.text)
    decisions = propose(found.document, found.mentions, interview="tekst")
    masked = apply_decisions(file.text, decisions=decisions)
    if not as_json:
        typer.echo(masked, nl=not masked.endswith("\n"))
        return
    scores = {mention.start: mention.score for mention in found.mentions}
    spans: list[dict[str, Any]] = [
        {
            "start": mention.start,
            "end": mention.end,
            "label": entity.label,
            "text": mention.text,
            "entity": number,
            "replacement": entity.replacement,
            "sources": list(mention.sources),
            "score": scores[mention.start],
        }
        for number, entity in enumerate(decisions.entities, 1)
        for mention in entity.occurrences
    ]
    spans.sort(key=lambda span: span["start"])
    typer.echo(json.dumps({"text": masked, "spans": spans}, ensure_ascii=False))


def show_quality(given: Sequence[str], *, as_json: bool) -> None:
    """Measure detection on reviewed interviews, or on folders of gold texts, and print it.

    Raises
    ------
    Refused
        P171 for what is neither a folder nor an interview, P175 when nothing is reviewed.

    """
    import json
    import time

    from paraplu import messages
    from paraplu.anonymise.evaluation import Measured, measure
    from paraplu.errors import Refused

    standard = _read_standard(given)
    finder = make_finder(None, names=None, allow=[])
    finder.find("Warmlopen.")
    measured: list[Measured] = []
    spent = 0.0
    for text, decisions in standard:
        began = time.process_time()
        found = finder.find(text)
        spent += time.process_time() - began
        measured.append(Measured(found, decisions))
    if not measured:
        raise Refused([messages.problem("P175", "interviews/raw")])
    quality = measure(measured)
    speed = round(quality.words / max(spent, 0.001))
    if as_json:
        typer.echo(json.dumps(_as_data(quality, speed=speed), ensure_ascii=False, indent=1))
    else:
        _print_quality(quality, speed=speed)


def _read_standard(given: Sequence[str]) -> list[tuple[str, Decisions]]:
    """Return texts with what should be found in them: folders, interviews, or all reviewed ones."""
    from pathlib import Path

    from paraplu import messages
    from paraplu.errors import Refused
    from paraplu.study import Study
    from paraplu.study.anonymising import decided_interviews, read_decisions, read_raw
    from paraplu.study.gold import read_gold

    standard: list[tuple[str, Decisions]] = []
    interviews: list[str] = []
    for name in given:
        if Path(name).is_dir():
            standard += [(gold.text, gold.gold) for gold in read_gold(Path(name))]
        elif name.isalnum():
            interviews.append(name)
        else:
            raise Refused([messages.problem("P171", name)])
    if interviews or not given:
        study = Study.open()
        for interview in interviews or decided_interviews(study):
            decisions = read_decisions(study, interview)
            if decisions is not None and decisions.state != "machine":
                standard.append((read_raw(study, interview), decisions))
    return standard


def _as_data(quality: Quality, *, speed: int) -> dict[str, Any]:
    """Return the outcome as plain data."""
    data = {name: getattr(quality, name) for name in quality.__slots__ if name != "labels"}
    return {"labels": quality.labels.to_dict("records"), **data, "words_per_second": speed}


def _print_quality(quality: Quality, *, speed: int) -> None:
    """Print the outcome as a table and sentences."""
    print_line(texts.HEAD.format(**texts.COLUMNS))
    for row in quality.labels.to_dict("records"):
        shares = {name: _share(row[name]) for name in ("whole", "partly", "labelled")}
        print_line(texts.HEAD.format(label=row["label"], n=row["mentions"], **shares))
    for text, value in (
        (texts.DIRECT, quality.direct),
        (texts.INDIRECT, quality.indirect),
        (texts.PRECISION, quality.precision),
        (texts.FLAGGED, quality.flagged),
        (texts.LINKING, quality.linking),
    ):
        print_line(text.format(value=_share(value)))
    print_line(texts.SPEED.format(words=quality.words, speed=speed))


def _share(value: float) -> str:
    """Return a share in Dutch: ``0,973``."""
    return f"{value:.3f}".replace(".", ",")
