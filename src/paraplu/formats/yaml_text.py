"""YAML with line numbers, checked against a pydantic model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from paraplu import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic_core import ErrorDetails
    from ruamel.yaml import YAML

    from paraplu.errors import Problem

__all__ = ["FileModel", "line_of", "load_yaml", "round_trip_yaml"]

KINDS = {
    "missing": "veld '{field}' ontbreekt",
    "extra_forbidden": "veld '{field}' kent dit bestand niet",
    "string_type": "veld '{field}' moet tekst zijn",
    "int_type": "veld '{field}' moet een geheel getal zijn",
    "int_parsing": "veld '{field}' moet een geheel getal zijn",
    "float_type": "veld '{field}' moet een getal zijn",
    "float_parsing": "veld '{field}' moet een getal zijn",
    "bool_type": "veld '{field}' moet true of false zijn",
    "bool_parsing": "veld '{field}' moet true of false zijn",
    "list_type": "veld '{field}' moet een lijst zijn",
    "tuple_type": "veld '{field}' moet een lijst zijn",
    "model_type": "'{field}' moet een groep velden zijn",
    "dict_type": "'{field}' moet een groep velden zijn",
    "literal_error": "veld '{field}' heeft een waarde die niet bestaat",
    "too_short": "veld '{field}' heeft te weinig onderdelen",
    "too_long": "veld '{field}' heeft te veel onderdelen",
    "string_pattern_mismatch": "veld '{field}' heeft niet de juiste vorm",
}


class FileModel(BaseModel):
    """Base of the models of files: frozen, and without unknown fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=FileModel)


def load_yaml(
    text: str, model: type[Model], *, path: str, first_line: int = 1
) -> tuple[Model | None, Any, list[Problem]]:
    """Read YAML and check its shape.

    Parameters
    ----------
    text
        The YAML.
    model
        What the file must look like.
    path
        For places in problems.
    first_line
        Line of the file on which `text` begins (front matter begins at 2).

    Returns
    -------
    model, node, problems
        The validated model or None; the raw node, for `line_of`; every problem found.

    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    reader = YAML(typ="rt", pure=True)
    try:
        node = reader.load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark
        line = first_line + (mark.line if mark else 0)
        code = "P105" if "duplicate key" in str(error.problem) else "P104"
        return None, None, [messages.problem(code, f"{path}:{line}")]
    except (YAMLError, ValueError, RecursionError):
        return None, None, [messages.problem("P104", f"{path}:{first_line}")]
    try:
        return model.model_validate(node if node is not None else {}), node, []
    except ValidationError as error:
        found = [
            _as_problem(detail, node, path=path, first_line=first_line)
            for detail in error.errors(include_url=False)
        ]
        return None, node, found


def round_trip_yaml() -> YAML:
    """Return a reader and writer that keep comments, quotes and long lines as they are."""
    from ruamel.yaml import YAML

    yaml = YAML(typ="rt", pure=True)
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def line_of(node: Any, loc: Sequence[str | int], *, first_line: int = 1) -> int:  # noqa: ANN401
    """Return the line of the deepest part of `loc` that exists in a ruamel node."""
    line = first_line
    for key in loc:
        places = getattr(getattr(node, "lc", None), "data", None)
        if not places or key not in places:
            break
        line = first_line + places[key][0]
        node = node[key]
    return line


def _as_problem(detail: ErrorDetails, node: Any, *, path: str, first_line: int) -> Problem:  # noqa: ANN401
    """Turn one pydantic error into a Dutch problem with its line."""
    loc = detail["loc"]
    field = next((str(part) for part in reversed(loc) if isinstance(part, str)), "bestand")
    template = KINDS.get(detail["type"], "veld '{field}' heeft een waarde die niet past")
    place = f"{path}:{line_of(node, loc, first_line=first_line)}"
    allowed = str((detail.get("ctx") or {}).get("expected", "")).replace(" or ", " of ")
    code = "P107" if allowed else "P106"
    return messages.problem(code, place, what=template.format(field=field), allowed=allowed)
