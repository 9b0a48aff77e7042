"""Names of the key that stand where they should not: in texts, in names of files, in documents."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any

from paraplu import messages
from paraplu.pipeline.literature import read_authors
from paraplu.spans import Span, unite
from paraplu.study.reading import read_text
from paraplu.vault import compact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from paraplu.errors import Problem
    from paraplu.study import Study
    from paraplu.vault import HashedForms

__all__ = ["check_names"]

TEXTS = (
    "interviews/*.md", "interviews/respondents.csv", "codebook/**/*.md", "codebook/**/*.yaml",
    "codebook/**/*.jsonl", "essays/*.qmd", "analysis/*.ipynb", "paraplu.toml", "_quarto.yml",
)  # fmt: skip
FILES = ("interviews/**/*", "codebook/**/*", "essays/**/*", "analysis/**/*", "_site/**/*")
DOCUMENTS = ("_site/**/*.docx", "_site/**/*.pdf", "essays/**/*.docx", "essays/**/*.pdf")


def check_names(study: Study, forms: Sequence[HashedForms]) -> list[Problem]:
    """Name every place where a form of the key stands.

    Looked at are transcripts, codings, memos and the other files of the codebook, notebooks,
    essays, settings, the names of all these files and of the site, and the properties of Word
    and PDF documents. Problems say where, never what.

    Parameters
    ----------
    study
        The study.
    forms
        Hashed forms; without any nothing is looked at.

    """
    if not forms:
        return []
    find = _finder(forms)
    root = study.root
    searchers = [one.searcher() for one in forms]
    named = [
        path
        for path in _paths(root, FILES)
        if any(one.find(f"x {path.stem}", small=True) for one in searchers)
    ]
    hidden = {path.relative_to(root).as_posix() for path in named}
    return [
        *_check_texts(study, find=find, hidden=hidden),
        *_check_file_names(root, named),
        *_check_documents(root, find=find),
    ]


def _finder(forms: Sequence[HashedForms]) -> Callable[[str], tuple[Span, ...]]:
    """Return what finds the forms of all sources."""
    searchers = [one.searcher() for one in forms]

    def find(text: str) -> tuple[Span, ...]:
        return tuple(unite([span for one in searchers for span in one.find(text)]))

    return find


def _check_texts(
    study: Study, *, find: Callable[[str], tuple[Span, ...]], hidden: set[str]
) -> Iterator[Problem]:
    """Look in texts; a file whose own name says too much is called by its folder."""
    authors = read_authors(study.root)
    for path in _paths(study.root, TEXTS):
        name = path.relative_to(study.root).as_posix()
        shown = f"{name.rpartition('/')[0]}/…" if name in hidden else name
        parsed = study.parsed_transcripts.get(name)
        if parsed is not None and parsed.record is not None:
            transcript = parsed.record
            for span in find(transcript.body):
                where = {"start": span.start, "end": span.end, "interview": transcript.id}
                yield messages.problem("P077", shown, **where)
            continue
        text = read_text(path, root=study.root, strict=False).text
        if path.suffix == ".jsonl":
            yield from _check_lines(text.split("\n"), find=find, shown=shown)
        elif path.suffix == ".ipynb":
            yield from _check_lines([text], find=find, shown=shown)
        elif path.suffix == ".qmd":
            yield from _check_essay(text, find=find, shown=shown, authors=authors)
        else:
            yield from _report(find(text), text=text, shown=shown)


def _check_essay(
    text: str, *, find: Callable[[str], tuple[Span, ...]], shown: str, authors: frozenset[str]
) -> Iterator[Problem]:
    """Look in an essay; authors of its literature may share a name with someone in the key."""
    spans = find(text)
    public = tuple(s for s in spans if compact(text[s.start : s.end]) in authors)
    yield from _report(tuple(s for s in spans if s not in public), text=text, shown=shown)
    yield from _report(public, text=text, shown=shown, code="P067")


def _check_lines(
    lines: Iterable[str], *, find: Callable[[str], tuple[Span, ...]], shown: str
) -> Iterator[Problem]:
    """Look in lines of JSON: in the texts that they hold, all together one problem a file."""
    hits = [
        (number, span)
        for number, line in enumerate(lines, start=1)
        for text in _strings(line)
        for span in find(text)
    ]
    if hits:
        number, span = hits[0]
        where = {"start": span.start, "end": span.end, "count": len(hits)}
        yield messages.problem("P078", f"{shown}:{number}", **where)


def _report(
    spans: tuple[Span, ...], *, text: str, shown: str, code: str = "P078"
) -> Iterator[Problem]:
    """Name a text by the line of the first place."""
    if spans:
        first = spans[0]
        line = text.count("\n", 0, first.start) + 1
        where = {"start": first.start, "end": first.end, "count": len(spans)}
        yield messages.problem(code, f"{shown}:{line}", **where)


def _check_file_names(root: Path, named: Sequence[Path]) -> Iterator[Problem]:
    """Name folders that hold files whose names say too much; the names themselves are not shown."""
    folders = [path.parent.relative_to(root).as_posix() for path in named]
    for folder in dict.fromkeys(folders):
        yield messages.problem("P079", folder, count=folders.count(folder))


def _check_documents(root: Path, *, find: Callable[[str], tuple[Span, ...]]) -> Iterator[Problem]:
    """Look in the properties of documents: author, title, company and the like."""
    from paraplu.pipeline.properties import read_properties

    for path in _paths(root, DOCUMENTS):
        name = path.relative_to(root).as_posix()
        properties = read_properties(path)
        if properties is None:
            yield messages.problem("P091", name)
            continue
        fields = [field for field, value in properties.items() if find(value) or find(f"x {value}")]
        if fields:
            yield messages.problem("P090", name, fields=", ".join(fields))


def _strings(line: str) -> Iterator[str]:
    """Yield the texts in JSON; a line that cannot be read is one text."""
    try:
        data = json.loads(line) if line.strip() else None
    except (ValueError, RecursionError):
        yield line
        return
    waiting: list[Any] = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting += reversed(value.values())
        elif isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            yield "".join(value)
        elif isinstance(value, list):
            waiting += reversed(value)


def _paths(root: Path, patterns: Iterable[str]) -> list[Path]:
    """Return the files that match, in order, each once; what a run makes is left out."""
    found = chain.from_iterable(root.glob(pattern) for pattern in patterns)
    skipped = root / "analysis" / "outputs"
    return sorted({p for p in found if p.is_file() and skipped not in p.parents})
