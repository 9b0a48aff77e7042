"""Addresses that only read: passages of a code, two coders side by side, questions."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response  # noqa: TC002  FastAPI reads the annotations

from paraplu.view.comparing import compare_everywhere, compare_interview
from paraplu.view.passages import find_passages
from paraplu.view.querying import Query as Question
from paraplu.view.querying import run_query
from paraplu.web.access import Coder, Form, InRoom, Short  # noqa: TC001  FastAPI reads the annotations
from paraplu.web.answers import answer_table, as_cell

__all__ = ["make_reading"]

Distance = Annotated[int, Query(ge=0, le=100)]
Width = Annotated[int, Query(ge=0, le=500)]
Kind = Literal["overlap", "proximity", "matrix", "kwic"]


def make_reading() -> APIRouter:
    """Return the addresses."""
    router = APIRouter(prefix="/api")
    _add_passages(router)
    _add_comparison(router)
    _add_query(router)
    return router


def _add_passages(router: APIRouter) -> None:
    """Add the passages of a code."""

    @router.get("/codes/{code}/passages")
    def show_passages(  # noqa: PLR0913, PLR0917  one parameter for each filter
        room: InRoom, coder: Coder, code: str, form: Form = "json", groep: Short = "",
        of: Annotated[str, Query(alias="coder", max_length=100)] = "", interview: Short = "",
        fase: Short = "", valentie: Short = "", pole: Short = "", argument: Short = "",
    ) -> Response:  # fmt: skip
        asked = {
            "groep": groep, "coder": of, "interview": interview, "fase": fase,
            "valentie": valentie, "pole": pole, "argument": argument,
        }  # fmt: skip
        study = room.study()
        filters = {name: value for name, value in asked.items() if value}
        rows = find_passages(study, code, coder=coder, ledgers=room.ledgers, filters=filters)
        return answer_table(rows, name=f"passages-{code}", form=form, study=study)


def _add_comparison(router: APIRouter) -> None:
    """Add two coders side by side."""

    @router.get("/compare")
    def compare_all(  # noqa: PLR0917  one parameter for each part of the address
        room: InRoom, coder: Coder, a: Short, b: Short, form: Form = "json"
    ) -> Response:
        study = room.study()
        rows = compare_everywhere(study, a=a, b=b, coder=coder, ledgers=room.ledgers)
        return answer_table(rows, name="overeenstemming", form=form, study=study)

    @router.get("/compare/{interview}")
    def compare(  # noqa: PLR0917  one parameter for each part of the address
        room: InRoom, coder: Coder, interview: str, form: Form = "json", a: Short = "",
        b: Short = "", part: Literal["differences", "agreement"] = "differences",
    ) -> Response:  # fmt: skip
        study = room.study()
        found = compare_interview(study, interview, a=a, b=b, coder=coder, ledgers=room.ledgers)
        if part == "agreement":
            rows, name = found["agreement"], f"overeenstemming-{interview}"
            return answer_table(rows, name=name, form=form, study=study, whole=found)
        rows = [
            {
                "turn": row["turn"], "code": row["code"], "kind": row["kind"],
                "consensus": " | ".join(each["code"] for each in row["decided"]),
                "consensus_memo": " | ".join(each["memo"] for each in row["decided"]),
                **{
                    f"{side}_{name}": " | ".join(as_cell(each[name]) for each in row[side])
                    for side in ("a", "b")
                    for name in ("exact", "attributes", "memo")
                },
            }
            for row in found["differences"]
        ]  # fmt: skip
        name = f"vergelijking-{interview}"
        return answer_table(rows, name=name, form=form, study=study, whole=found)


def _add_query(router: APIRouter) -> None:
    """Add the questions."""

    @router.get("/query")
    def query(  # noqa: PLR0913, PLR0917  one parameter for each part of a question
        room: InRoom, coder: Coder, kind: Kind, form: Form = "json",
        of: Annotated[str, Query(alias="coder", max_length=100)] = "", within: Short = "turn",
        code: Short = "", distance: Distance = 1, attribute: Short = "valentie",
        text: Short = "", width: Width = 60, groep: Short = "",
    ) -> Response:  # fmt: skip
        study = room.study()
        question = Question(
            kind, of=of, within=within, code=code, distance=distance, attribute=attribute,
            text=text, width=width, groep=groep,
        )  # fmt: skip
        columns, rows = run_query(study, question, coder=coder, ledgers=room.ledgers)
        whole = {"columns": columns, "rows": rows}
        return answer_table(
            rows, name=f"vraag-{kind}", form=form, study=study, columns=columns, whole=whole
        )
