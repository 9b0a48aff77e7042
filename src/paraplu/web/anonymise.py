"""Addresses of the review of replacements. What they answer holds names; none is a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.responses import Response  # noqa: TC002  FastAPI reads the annotations

from paraplu import messages
from paraplu.errors import Refused
from paraplu.vault import Vault, find_passphrase, vault_file
from paraplu.vault.applying import goes_without_key, write_interview
from paraplu.vault.location import study_id
from paraplu.view.anonymise import (
    describe_outcome,
    describe_review,
    describe_reviews,
    open_raw,
    written,
)
from paraplu.view.anonymise_net import Nets
from paraplu.view.anonymise_steps import StepsModel, Trails, VersionModel
from paraplu.web.access import Coder, Form, InRoom  # noqa: TC001  FastAPI reads the annotations
from paraplu.web.answers import answer, answer_table

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from typing import Any

    from paraplu.study import Study

__all__ = ["make_anonymising"]


def make_anonymising(*, clock: Callable[[], dt.datetime]) -> APIRouter:
    """Return the addresses."""
    router = APIRouter(prefix="/api/anonymise")
    trails = Trails(clock)
    _add_reading(router, trails, Nets())
    _add_deciding(router, trails)
    return router


def _add_reading(router: APIRouter, trails: Trails, nets: Nets) -> None:
    """Add what only reads."""

    @router.get("")
    def show_reviews(room: InRoom, form: Form = "json") -> Response:
        study = room.study()
        rows = describe_reviews(study)
        return answer_table(rows, name="nakijken", form=form, study=study, whole={"reviews": rows})

    @router.get("/{interview}")
    def show_review(room: InRoom, coder: Coder, interview: str) -> Response:
        study = room.study()
        found = describe_review(study, interview)
        return answer({**found, **trails.ways(study, interview, who=coder)})

    @router.get("/{interview}/state")
    def show_version(room: InRoom, interview: str) -> Response:
        study = room.study()
        raw = open_raw(study, interview)
        return answer({"version": raw.state, "written": written(study, raw)})

    @router.get("/{interview}/net")
    def show_net(room: InRoom, interview: str) -> Response:
        return answer(nets.of(room.study(), interview))

    @router.get("/{interview}/text")
    def show_outcome(room: InRoom, interview: str) -> Response:
        return answer(describe_outcome(room.study(), interview))


def _add_deciding(router: APIRouter, trails: Trails) -> None:
    """Add what decides and writes."""

    def after(study: Study, interview: str, coder: str) -> dict[str, Any]:
        found = describe_review(study, interview, words=False)
        return {**found, **trails.ways(study, interview, who=coder)}

    @router.post("/{interview}/steps")
    def decide(room: InRoom, coder: Coder, interview: str, asked: StepsModel) -> Response:
        study = room.study()
        trails.decide(study, interview, asked, who=coder)
        return answer(after(study, interview, coder))

    @router.post("/{interview}/undo")
    def undo(room: InRoom, coder: Coder, interview: str, asked: VersionModel) -> Response:
        study = room.study()
        trails.go(study, interview, asked, who=coder, way=-1)
        return answer(after(study, interview, coder))

    @router.post("/{interview}/redo")
    def redo(room: InRoom, coder: Coder, interview: str, asked: VersionModel) -> Response:
        study = room.study()
        trails.go(study, interview, asked, who=coder, way=1)
        return answer(after(study, interview, coder))

    @router.post("/{interview}/apply")
    def apply(room: InRoom, coder: Coder, interview: str, asked: VersionModel) -> Response:
        study = room.study()
        key = _apply(study, interview, asked, time=room.clock().isoformat(timespec="seconds"))
        return answer({**after(room.study(), interview, coder), "key": key})


def _apply(study: Study, interview: str, asked: VersionModel, *, time: str) -> bool:
    """Write the interview, and the key where the passphrase needs no asking; tell whether."""
    if open_raw(study, interview).decisions.state == "machine":
        raise Refused([messages.problem("P534", interview, interview=interview)])
    vault = None
    if not goes_without_key(study):
        passphrase = find_passphrase(study_id(study)) if vault_file(study).is_file() else ""
        if not passphrase:
            raise Refused([messages.problem("P533", interview, interview=interview)])
        vault = Vault.open(study, passphrase)
    write_interview(study, interview, vault=vault, time=time, state=asked.version)
    return vault is not None
