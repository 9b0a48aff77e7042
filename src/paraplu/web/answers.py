"""Answers of the app: JSON, CSV to download, and problems with their status."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from paraplu import messages
from paraplu.view.protocol import shape_problem
from paraplu.web.guard import LIMIT, STATUS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fastapi import FastAPI
    from starlette.requests import Request

    from paraplu.errors import Problem
    from paraplu.study import Study

__all__ = ["answer", "answer_problems", "answer_table", "as_cell", "explain_errors"]

NAME = re.compile(r"[^A-Za-z0-9_-]+")
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def answer(content: Any, *, status: int = 200) -> Response:  # noqa: ANN401
    """Return plain data as JSON; what is not a number becomes null."""
    text = json.dumps(_finite(content), ensure_ascii=False, separators=(",", ":"))
    return Response(text.encode("utf-8"), status, media_type="application/json")


def answer_problems(problems: Iterable[Problem]) -> Response:
    """Return problems, with the status of the first."""
    found = list(problems)
    status = STATUS.get(found[0].code, 422)
    return answer({"problems": [problem.as_dict() for problem in found]}, status=status)


def answer_table(
    rows: Sequence[dict[str, Any]],
    *,
    name: str,
    form: str,
    study: Study,
    columns: Sequence[str] = (),
    whole: dict[str, Any] | None = None,
) -> Response:
    """Return rows as JSON, or as a CSV file to download.

    Parameters
    ----------
    rows
        With the same keys; lists become text.
    name
        Of the file, without ending; a fictional study adds that it is.
    form
        ``json`` or ``csv``.
    study
        Where the rows come from.
    columns
        In which order; by default that of the first row.
    whole
        What to answer as JSON in place of ``{"columns", "rows"}``.

    """
    columns = list(columns) or (list(rows[0]) if rows else [])
    if form != "csv":
        return answer({"columns": columns, "rows": list(rows)} if whole is None else whole)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([[as_cell(row.get(column)) for column in columns] for row in rows])
    stem = NAME.sub("-", f"{name}-fictief" if study.settings.study.fictional else name)
    return Response(
        ("\ufeff" + stream.getvalue()).encode("utf-8"),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{stem}.csv"'},
    )


def explain_errors(app: FastAPI) -> None:
    """Let every error of the app be a problem in Dutch, without words of an interview."""
    from fastapi.exceptions import RequestValidationError
    from starlette.exceptions import HTTPException

    from paraplu.errors import Refused

    def refused(_: Request, error: Exception) -> Response:
        return answer_problems(error.problems if isinstance(error, Refused) else ())

    def misshapen(_: Request, error: Exception) -> Response:
        found = error.errors() if isinstance(error, RequestValidationError) else ()
        return answer_problems(dict.fromkeys(shape_problem(each["loc"]) for each in found))

    def missing(_: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 404
        code = {404: "P506", 405: "P507", 413: "P508"}.get(status, "P501")
        return answer_problems([messages.problem(code, "app", limit=LIMIT, field="verzoek")])

    app.add_exception_handler(Refused, refused)
    app.add_exception_handler(RequestValidationError, misshapen)
    app.add_exception_handler(HTTPException, missing)


def as_cell(value: object) -> str:
    """Return a value as a cell; a spreadsheet may not take it for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    if isinstance(value, dict):
        return "; ".join(f"{key}={each}" for key, each in value.items())
    if isinstance(value, str) and value.startswith(DANGEROUS) and len(value) > 1:
        return f"'{value}"
    return str(value)


def _finite(value: Any) -> Any:  # noqa: ANN401
    """Return plain data without NaN or infinity, which JSON does not know."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(each) for each in value]
    return value
