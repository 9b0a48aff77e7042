"""The app of the coding room: its factory and its first rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, FastAPI
from starlette.responses import FileResponse, HTMLResponse, Response

from paraplu import messages
from paraplu.errors import Refused
from paraplu.view import assets, page
from paraplu.view.overview import describe_study
from paraplu.view.protocol import EventsModel, append, load, state
from paraplu.web.access import Coder, Form, InRoom  # noqa: TC001  FastAPI reads the annotations
from paraplu.web.amending import make_amending
from paraplu.web.anonymise import make_anonymising
from paraplu.web.answers import answer, answer_table, explain_errors
from paraplu.web.guard import Guard, Sessions
from paraplu.web.reading import make_reading
from paraplu.web.room import Room

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from pathlib import Path

__all__ = ["make_app"]

MEDIA = {
    ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml",
}  # fmt: skip


def make_app(
    root: Path,
    *,
    tokens: Mapping[str, str],
    once: Mapping[str, str] | None = None,
    port: int,
    clock: Callable[[], dt.datetime],
) -> FastAPI:
    """Make the app.

    Parameters
    ----------
    root
        The folder of the study.
    tokens
        Token to coder: whoever opens ``/?token=…`` codes as that coder.
    once
        Tokens that do so one time.
    port
        Where the app will listen, on this machine only.
    clock
        Gives the time with its zone.

    Raises
    ------
    Refused
        When the study cannot be read, or the plan does not know a coder (P517).

    """
    room = Room(root, clock=clock)
    known = [coder.id for coder in room.study().plan().coders]
    once = once or {}
    for coder in (*tokens.values(), *once.values()):
        if coder not in known:
            names = ", ".join(known)
            raise Refused([messages.problem("P517", "plan.yaml", coder=coder, coders=names)])
    app = FastAPI(
        title="Paraplu", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False
    )
    app.state.room = room
    explain_errors(app)
    _add_pages(app)
    for router in (_interviews(), make_reading(), make_amending(), make_anonymising(clock=clock)):
        app.include_router(router)
    app.add_middleware(Guard, sessions=Sessions(tokens, once=once), port=port)
    return app


def _add_pages(app: FastAPI) -> None:
    """Add the page and the files it is made of."""
    files = dict(assets())

    def show_page(room: InRoom, coder: Coder) -> Response:
        settings = room.study().settings.study
        return HTMLResponse(page(title=settings.title, fictional=settings.fictional, coder=coder))

    def show_file(name: str) -> Response:
        found = files.get(name)
        if found is None:
            raise Refused([messages.problem("P506", "app")])
        kind = MEDIA.get(found.suffix, "application/octet-stream")
        return FileResponse(found, media_type=kind, headers={"cache-control": "no-cache"})

    def show_icon() -> Response:
        return show_file("icon.svg")  # browsers ask for it by themselves, now and then

    app.add_api_route("/", show_page, include_in_schema=False)
    app.add_api_route("/favicon.ico", show_icon, include_in_schema=False)
    app.add_api_route("/static/{name:path}", show_file, include_in_schema=False)


def _interviews() -> APIRouter:
    """Return the addresses of the study and its interviews."""
    router = APIRouter(prefix="/api")

    @router.get("/study")
    def show_study(room: InRoom, coder: Coder, form: Form = "json") -> Response:
        study = room.study()
        found = describe_study(study, coder=coder, ledgers=room.ledgers)
        rows = [
            {"interview": each["id"], "status": each["status"], "words": each["words"], **progress}
            for each in found["interviews"]
            for progress in each["progress"]
        ]
        whole = {**found, "fresh": room.state()}
        return answer_table(rows, name="voortgang", form=form, study=study, whole=whole)

    @router.get("/interviews/{interview}")
    def show_interview(room: InRoom, coder: Coder, interview: str, form: Form = "json") -> Response:
        study = room.study()
        found = load(study, interview, coder=coder, ledgers=room.ledgers)
        name = f"coderingen-{interview}-{coder}"
        own = found["codings"][coder]
        return answer_table(own, name=name, form=form, study=study, whole=found)

    @router.get("/interviews/{interview}/state")
    def show_state(room: InRoom, coder: Coder, interview: str) -> Response:
        return answer(state(room.study(), interview, coder=coder, ledgers=room.ledgers))

    @router.post("/interviews/{interview}/events")
    def write_events(room: InRoom, coder: Coder, interview: str, asked: EventsModel) -> Response:
        study, ledgers = room.study(), room.ledgers
        return answer(
            append(study, interview, asked, coder=coder, clock=room.clock, ledgers=ledgers)
        )

    return router
