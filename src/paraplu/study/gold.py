"""A folder of gold stand-off: of each text a `NAME.txt` and a `NAME.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.anonymise.gold import parse_gold
from paraplu.errors import Refused
from paraplu.study.reading import read_text

if TYPE_CHECKING:
    from pathlib import Path

    from paraplu.anonymise.gold import GoldText

__all__ = ["read_gold"]


def read_gold(folder: Path) -> tuple[GoldText, ...]:
    """Read all texts of a folder with their standards, in order of name.

    Raises
    ------
    Refused
        P171 when it holds no text with a standard, P172 with every standard that is wrong, or
        what `read_text` names when a file cannot be read.

    """
    root = folder.absolute().parent
    names = sorted(path.stem for path in folder.absolute().glob("*.json"))
    problems, texts = [], []
    for name in names:
        path = folder.absolute() / f"{name}.json"
        files = [read_text(p, root=root, strict=False) for p in (path.with_suffix(".txt"), path)]
        wrong = [problem for file in files if not file.readable for problem in file.problems]
        problems += wrong
        if wrong:
            continue
        try:
            texts.append(parse_gold(files[0].text, files[1].text, name=name, place=files[1].path))
        except Refused as refusal:
            problems += refusal.problems
    if problems:
        raise Refused(problems)
    if not texts:
        raise Refused([messages.problem("P171", folder.name)])
    return tuple(texts)
