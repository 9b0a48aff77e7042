"""Serving the app on this machine: a free port, a token per coder."""

from __future__ import annotations

import os
import secrets
import socket
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Refused

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from fastapi import FastAPI

__all__ = ["Serving", "listen", "listen_again", "make_token"]

LOOPBACK = "127.0.0.1"
BACKLOG = 128


def make_token() -> str:
    """Return a token that nobody can guess."""
    return secrets.token_urlsafe(32)


def listen(port: int = 0) -> socket.socket:
    """Return a socket that listens on this machine only.

    Parameters
    ----------
    port
        0 for any free port.

    Raises
    ------
    Refused
        P519 when the port is taken.

    """
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it would let two programs share the port
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((LOOPBACK, port))
        found.listen(BACKLOG)
    except (OSError, OverflowError) as error:
        found.close()
        raise Refused([messages.problem("P519", LOOPBACK, port=port)]) from error
    return found


def listen_again(port: int) -> socket.socket:
    """Return a socket at the port of last time, or at any free port when that one is taken."""
    try:
        return listen(port)
    except Refused:
        return listen()


@dataclass(frozen=True, slots=True)
class Serving:
    """A study that is about to be served.

    `tokens` leads from a token to a coder, `door` is the socket on which the app listens.
    `once` are tokens that open the app one time: for the command line of a browser, which
    others on the machine may see.
    """

    root: Path
    tokens: Mapping[str, str]
    door: socket.socket
    clock: Callable[[], dt.datetime]
    once: Mapping[str, str] = field(default_factory=dict)

    @property
    def port(self) -> int:
        """Where the app listens."""
        port: int = self.door.getsockname()[1]
        return port

    def address(self, token: str) -> str:
        """Return the link that opens the app."""
        return f"http://{LOOPBACK}:{self.port}/?token={token}"

    def app(self) -> FastAPI:
        """Return the app; raises what `paraplu.web.app.make_app` does."""
        from paraplu.web.app import make_app

        return make_app(
            self.root, tokens=self.tokens, once=self.once, port=self.port, clock=self.clock
        )

    def run(self, app: FastAPI | None = None) -> None:
        """Serve until somebody stops the program; ends what it was writing first."""
        import uvicorn

        config = uvicorn.Config(
            app or self.app(), log_level="warning", access_log=False, server_header=False,
            date_header=False, timeout_graceful_shutdown=5, proxy_headers=False, lifespan="off",
            ws="none",
        )  # fmt: skip
        with suppress(KeyboardInterrupt):  # how a server is stopped
            uvicorn.Server(config).run(sockets=[self.door])
