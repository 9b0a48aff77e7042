"""Privacy: what git holds, names that are left, whom readers could recognise, what is reviewed."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.anonymise import apply_decisions
from paraplu.anonymise.anonymity import WARNED_BELOW, anonymity
from paraplu.errors import Refused
from paraplu.pipeline.names import check_names
from paraplu.pipeline.singling import check_singling
from paraplu.study import frames
from paraplu.study.anonymising import decided_interviews, read_decisions, read_raw
from paraplu.study.fictional import LIST
from paraplu.study.repository import REVIEWED
from paraplu.vault import find_names

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from paraplu.errors import Problem
    from paraplu.study import Study

__all__ = ["before_commit", "problems"]

RAW = "interviews/raw"
HARMLESS = (LIST, f"{RAW}/README.md", f"{RAW}/.gitignore", f"{RAW}/.gitkeep")
PERSONAL = (
    "interviews/*.md", "interviews/respondents.csv", "codebook/codings", "codebook/memos",
)  # fmt: skip
NOBODY = ("/.gitkeep", "/topiclijst.md")
SETTINGS = "paraplu.toml"
RESPONDENTS = "interviews/respondents.csv"


def problems(
    study: Study, *, today: dt.date | None = None, ask: Callable[[], str] | None = None
) -> list[Problem]:
    """Return what is wrong with the privacy of a study, and what was not looked at.

    Parameters
    ----------
    study
        The study.
    today
        To compare the retention date with.
    ask
        Asks a person for the passphrase of the key; see `paraplu.vault.find_names`.

    """
    found = [*_raw_in_git(study), *_personal_in_git(study), *_small_cells(study)]
    found += [*_reviews(study), *_decisions(study), *_retention(study, today=today)]
    found += _names(study, ask=ask)
    return found + _singling(study)


def before_commit(study: Study) -> list[Problem]:
    """Return what a commit should not hold, and whether names were looked for; nobody is asked."""
    return [*_raw_in_git(study), *_personal_in_git(study), *_names(study, ask=None)]


def _singling(study: Study) -> list[Problem]:
    """Name what singles someone out; files that cannot be read are named instead."""
    try:
        return check_singling(study)
    except Refused as refused:
        return list(refused.problems)


def _names(study: Study, *, ask: Callable[[], str] | None) -> Iterator[Problem]:
    """Name what stands in the key and elsewhere too, and the interviews it was not done for."""
    sources = find_names(study, ask=ask)
    yield from sources.problems
    yield from check_names(study, sources.forms)
    transcripts = (p.record for p in study.parsed_transcripts.values())
    interviews = {t.id for t in transcripts if t is not None and t.kind == "interview"}
    unknown = interviews - sources.interviews
    if unknown:
        yield messages.problem("P082", "interviews", count=len(unknown), total=len(interviews))


def _raw_in_git(study: Study) -> Iterator[Problem]:
    """Name raw files and decisions that git holds without being known as fictional."""
    tracked = _tracked(study.root, RAW)
    if tracked is None:
        yield messages.problem("P088", RAW)
        return
    path = study.root / LIST
    listed = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    known = {line.split()[0] for line in listed if line.strip()}
    suspect = [name for name in tracked if name not in HARMLESS]
    for name, digest in zip(suspect, _blob_hashes(study.root, suspect), strict=True):
        if digest not in known:
            yield messages.problem("P080", name)


def _personal_in_git(study: Study) -> Iterator[Problem]:
    """Name transcripts, codings and memos of real people in a repository not called private."""
    settings = study.settings
    if settings.study.fictional or settings.privacy.private_repository:
        return
    for pattern in PERSONAL:
        tracked = [n for n in _tracked(study.root, pattern) or [] if not n.endswith(NOBODY)]
        if tracked:
            yield messages.problem("P085", pattern, count=len(tracked))


def _small_cells(study: Study) -> Iterator[Problem]:
    """Name published attributes (and their combinations) that few respondents share."""
    people = frames.respondents_frame(
        r for r in study.parsed_respondents.record if not r.ingetrokken
    )
    published = list(study.settings.privacy.published)
    least = study.settings.privacy.min_cell
    for row in anonymity(people, published=published).to_dict("records"):
        values, count = " + ".join(str(row[name]) for name in published), row["k"]
        if count < least:
            yield messages.problem("P081", RESPONDENTS, values=values, count=count, least=least)
        elif count < WARNED_BELOW:
            yield messages.problem("P089", RESPONDENTS, values=values, count=count)


def _reviews(study: Study) -> Iterator[Problem]:
    """Say how far the review of pseudonyms is, and which raw texts have no decisions."""
    parsed = [p.record for p in study.parsed_transcripts.values() if p.record is not None]
    reviewed = sum(transcript.status in REVIEWED for transcript in parsed)
    yield messages.problem("P083", "interviews", count=reviewed, total=len(parsed))
    for raw in sorted((study.root / RAW).glob("*.txt")):
        original = "." in raw.stem  # R41.origineel.txt beside the text, R41.txt
        if not original and not raw.with_name(f"{raw.stem}.decisions.yaml").is_file():
            yield messages.problem("P084", f"{RAW}/{raw.name}")


def _decisions(study: Study) -> Iterator[Problem]:
    """Name decisions that cannot be read, or do not fit the raw text beside them."""
    for interview in decided_interviews(study):
        try:
            decisions = read_decisions(study, interview)
            if decisions is not None and (study.root / RAW / f"{interview}.txt").is_file():
                apply_decisions(read_raw(study, interview), decisions=decisions)
        except Refused as refused:
            yield from refused.problems


def _retention(study: Study, *, today: dt.date | None) -> Iterator[Problem]:
    """Name a retention date that is missing or has passed, for a study with real people."""
    date = study.settings.privacy.retention
    if study.settings.study.fictional:
        return
    if date is None:
        yield messages.problem("P087", SETTINGS)
    elif today is not None and today > date:
        yield messages.problem("P086", SETTINGS, date=date.isoformat())


def _tracked(root: Path, pattern: str) -> list[str] | None:
    """Return the files git holds below a pattern; none outside git, None when git cannot tell."""
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return []
    listed = _git(root, "ls-files", "-z", "--", pattern)
    if listed is None:
        return None
    return sorted(name for name in listed.decode("utf-8", "replace").split("\0") if name)


def _blob_hashes(root: Path, names: list[str]) -> list[str]:
    """Return the sha256 of what git holds under each name, not of what lies in the folder."""
    if not names:
        return []
    asked = "".join(f":./{name}\n" for name in names).encode("utf-8")
    answer = _git(root, "cat-file", "--batch", asked=asked) or b""
    digests = []
    for _ in names:
        head, _, answer = answer.partition(b"\n")
        size = int(head.rsplit(b" ", 1)[-1]) if head.rsplit(b" ", 1)[-1].isdigit() else -1
        digests.append(hashlib.sha256(answer[: max(size, 0)]).hexdigest() if size >= 0 else "")
        answer = answer[size + 1 :]
    return digests


def _git(root: Path, *arguments: str, asked: bytes = b"") -> bytes | None:
    """Ask git something; None when it is not there or refuses."""
    program = shutil.which("git")
    if program is None:
        return None
    done = subprocess.run(  # noqa: S603  fixed arguments
        [program, "-C", str(root), *arguments], input=asked, capture_output=True, check=False
    )
    return done.stdout if done.returncode == 0 else None
