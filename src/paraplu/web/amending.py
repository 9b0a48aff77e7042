"""Addresses of what the coders share: the codebook, memos and findings."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.responses import Response  # noqa: TC002  FastAPI reads the annotations

from paraplu.study.amending import change_codebook
from paraplu.study.memos import read_memo
from paraplu.view.changing import ChangeModel, as_change
from paraplu.view.notes import (
    FindingModel,
    MemoModel,
    describe_findings,
    describe_memos,
    store_finding,
    store_memo,
)
from paraplu.view.tree import describe_codebook, list_rereading
from paraplu.web.access import Coder, Form, InRoom  # noqa: TC001  FastAPI reads the annotations
from paraplu.web.answers import answer, answer_table

__all__ = ["make_amending"]


def make_amending() -> APIRouter:
    """Return the addresses."""
    router = APIRouter(prefix="/api")
    _add_codebook(router)
    _add_memos(router)
    _add_findings(router)
    return router


def _add_codebook(router: APIRouter) -> None:
    """Add the codebook and its changes."""

    @router.get("/codebook")
    def show_codebook(room: InRoom, coder: Coder, form: Form = "json") -> Response:
        study = room.study()
        found = describe_codebook(study, coder=coder, ledgers=room.ledgers)
        rows: list[dict[str, Any]] = [
            {"family": family["id"], **code}
            for family in found["families"]
            for code in family["codes"]
        ]
        return answer_table(rows, name="codeboek", form=form, study=study, whole=found)

    @router.get("/codebook/reread")
    def show_rereading(room: InRoom, coder: Coder, form: Form = "json") -> Response:
        study = room.study()
        rows = list_rereading(study, coder=coder, ledgers=room.ledgers)
        return answer_table(rows, name=f"herlezen-{coder}", form=form, study=study)

    @router.post("/codebook/changes")
    def change(room: InRoom, coder: Coder, asked: ChangeModel) -> Response:
        today = room.clock().date()
        change_codebook(room.root, as_change(asked), version=asked.version, date=today, who=coder)
        found = describe_codebook(room.study(), coder=coder, ledgers=room.ledgers)
        return answer({"codebook": found, "reread": found["reread"]})


def _add_memos(router: APIRouter) -> None:
    """Add the memos."""

    @router.get("/memos")
    def show_memos(room: InRoom, form: Form = "json") -> Response:
        study = room.study()
        rows = describe_memos(study)
        return answer_table(rows, name="memos", form=form, study=study, whole={"memos": rows})

    @router.get("/memos/{about}")
    def show_memo(room: InRoom, about: str) -> Response:
        return answer(read_memo(room.root, about).as_dict())

    @router.put("/memos/{about}")
    def write_memo(room: InRoom, about: str, asked: MemoModel) -> Response:
        return answer(store_memo(room.study(), about, asked))


def _add_findings(router: APIRouter) -> None:
    """Add the findings."""

    @router.get("/findings")
    def show_findings(room: InRoom, form: Form = "json") -> Response:
        study = room.study()
        found = describe_findings(study)
        rows = found["findings"]
        return answer_table(rows, name="bevindingen", form=form, study=study, whole=found)

    @router.put("/findings/{finding}")
    def write_finding(room: InRoom, finding: str, asked: FindingModel) -> Response:
        store_finding(room.study(), finding, asked)
        return answer(describe_findings(room.study()))
