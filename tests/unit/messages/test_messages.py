"""Every problem has one Dutch text, and every code that is raised exists."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest

import paraplu
from paraplu import messages
from paraplu.messages import Text

SOURCE = Path(paraplu.__file__).parent
RAISED = re.compile(r"""["'](P\d{3})["']""")


def test_no_code_is_given_twice() -> None:
    """Two rooms that use one code would overwrite each other's text."""
    codes = list(
        chain.from_iterable(import_module(f"paraplu.messages.{r}").TEXTS for r in messages.ROOMS)
    )
    assert sorted(codes) == sorted(set(codes))


def test_every_module_with_texts_of_problems_is_a_room() -> None:
    """A module whose texts nobody gathers would raise a KeyError when they are needed."""
    defining = {
        path.stem
        for path in (SOURCE / "messages").glob("*.py")
        if "TEXTS: dict[str, Text]" in path.read_text(encoding="utf-8")
    }
    assert defining == set(messages.ROOMS)


def test_every_code_in_the_source_has_a_text() -> None:
    """A code without text would be a traceback at the moment something is wrong."""
    raised = {
        code
        for path in chain(SOURCE.rglob("*.py"), SOURCE.rglob("*.lua"))
        if "messages" not in path.parts
        for code in RAISED.findall(path.read_text(encoding="utf-8"))
    }
    assert raised <= set(messages.texts())


def test_every_problem_is_made_with_the_values_its_text_needs() -> None:
    """A value that is missing would be a traceback at the moment something is wrong."""
    texts = messages.texts()
    missing = []
    for path in SOURCE.rglob("*.py"):
        for code, given in _made(path):
            text = texts.get(code, Text(""))
            parts = f"{text.seen}{text.allowed}{text.do}"
            needed = {name for _, name, _, _ in Formatter().parse(parts) if name}
            if not needed <= given:
                missing.append((path.name, code, needed - given))
    assert missing == []


def _made(path: Path) -> list[tuple[str, set[str]]]:
    """Return code and names of values of every problem made with plain keywords."""
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in {"problem", "failed"}
    ]
    made = []
    for call in calls:
        codes = [a.value for a in call.args if isinstance(a, ast.Constant)]
        names = {keyword.arg for keyword in call.keywords}
        if codes and RAISED.fullmatch(f"'{codes[0]}'") and None not in names:
            made.append((str(codes[0]), {name for name in names if name}))
    return made


@pytest.mark.parametrize("code", sorted(messages.texts()))
def test_texts_have_no_closing_stop_and_only_named_fields(code: str) -> None:
    """`Problem` adds the stop; a field without a name could not be filled in."""
    text = messages.texts()[code]
    for part in (text.seen, text.allowed, text.do):
        assert not part.endswith(".")
        assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(part))


def test_a_text_may_have_a_field_called_code_or_place() -> None:
    """The names of the fields do not clash with those of the function."""
    problem = messages.problem("P212", "a.jsonl:1", code="zorg")
    assert "'zorg'" in problem.seen
    assert problem.code == "P212"


def test_an_unknown_code_is_a_mistake_of_ours() -> None:
    """It never becomes a problem without a text."""
    with pytest.raises(KeyError):
        messages.problem("P999", "hier")


def test_a_text_is_an_error_unless_it_says_otherwise() -> None:
    """Nothing becomes harmless by forgetting to say what it is."""
    assert Text("x").severity.value == "fout"
