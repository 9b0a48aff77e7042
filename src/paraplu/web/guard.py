"""The door of the app: who may come in, from where, and what every answer carries along."""

from __future__ import annotations

import hmac
import json
import logging
import secrets
import traceback
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from paraplu import messages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.datastructures import Headers
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["LIMIT", "STATUS", "Guard", "Sessions"]

LOG = logging.getLogger("paraplu.web")
MEGABYTE = 1024 * 1024
LIMIT = 2
"""Megabytes that a request may hold."""
READING = frozenset({"GET", "HEAD"})
KINDRED = frozenset({"same-origin", "none"})
OPEN = ("/static/",)
STATUS: dict[str, int] = {
    "P500": 500, "P502": 404, "P503": 403, "P504": 401, "P505": 403, "P506": 404, "P507": 405,
    "P508": 413, "P509": 403, "P510": 503, "P511": 409, "P513": 409, "P514": 409, "P516": 404,
    "P522": 409,
    "P160": 409, "P168": 409, "P169": 404, "P170": 404, "P174": 409, "P530": 409, "P531": 409,
    "P533": 409, "P534": 409,
}  # fmt: skip
"""The HTTP status of a problem; every other one is 422."""
POLICY = (
    b"default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
    b"frame-ancestors 'none'; object-src 'none'"
)
LEAD_ON = (
    b'<!DOCTYPE html><html lang="nl"><meta charset="utf-8"><title>Paraplu</title>'
    b'<meta http-equiv="refresh" content="0;url=/"><a href="/">Paraplu</a></html>'
)
HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"content-security-policy", POLICY),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)


class Sessions:
    """Tokens of coders, and the cookies for which they were swapped.

    Parameters
    ----------
    tokens
        Token to coder. A token opens the app any number of times, while the server runs.
    once
        The same, for tokens that open it one time: other programs may see those in passing.

    """

    def __init__(self, tokens: Mapping[str, str], *, once: Mapping[str, str]) -> None:
        """Keep the tokens; no cookie has been given yet."""
        self._tokens = dict(tokens)
        self._once = dict(once)
        self._cookies: dict[str, str] = {}

    def enter(self, token: str) -> str | None:
        """Return a cookie for a token, or None when nobody has that token."""
        coder = _look_up({**self._tokens, **self._once}, token)
        self._once.pop(token, None)
        if coder is None:
            return None
        cookie = secrets.token_urlsafe(32)
        self._cookies[cookie] = coder
        return cookie

    def coder(self, cookie: str) -> str | None:
        """Return whose cookie this is, or None."""
        return _look_up(self._cookies, cookie)


def _look_up(secrets_: Mapping[str, str], given: str) -> str | None:
    """Return who a secret belongs to, in a time that does not tell how near a guess is."""
    found = None
    for secret, coder in secrets_.items():
        if hmac.compare_digest(secret.encode(), given.encode("utf-8", "replace")):
            found = coder
    return found


class Guard:
    """Lets in what comes from the app itself, and hands on who asks as `scope["coder"]`.

    A request needs a host name of this machine with our port (against rebinding of names),
    no foreign origin, and the cookie of a session. One that changes something also needs the
    header ``X-Paraplu: 1``, which no other site can send without asking first, and a known
    length of at most two megabytes.

    Parameters
    ----------
    app
        The app behind the door.
    sessions
        Who may come in.
    port
        Where the app listens.

    """

    def __init__(self, app: ASGIApp, *, sessions: Sessions, port: int) -> None:
        """Keep what the door needs to know."""
        self.app = app
        self.sessions = sessions
        self.cookie = f"paraplu-{port}"
        self.hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Judge a request, and answer it or hand it on."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":  # the app has no web sockets
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = [*message.get("headers", ()), *HEADERS]
                if not any(name == b"cache-control" for name, _ in own):
                    own.append((b"cache-control", b"no-store"))
                message = {**message, "headers": own}
            await send(message)

        code = self._judge(scope)
        if code:
            await _refuse(scope, send_safely, code)
        elif token := _token(scope):
            await self._swap(scope, send_safely, token)
        elif not scope["path"].startswith(OPEN) and not self._recognise(scope):
            await _refuse(scope, send_safely, "P504")
        else:
            await self._hand_on(scope, receive, send_safely)

    async def _hand_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app answer; what nobody foresaw is noted by place, never by what it says."""
        begun = False

        async def send_on(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, send_on)
        except Exception as error:  # noqa: BLE001  the last resort
            frames = traceback.extract_tb(error.__traceback__)[-8:]
            places = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
            LOG.error("P500 %s %s", type(error).__name__, places)  # noqa: TRY400  words could be in it
            if not begun:
                await _refuse(scope, send, "P500")

    def _judge(self, scope: Scope) -> str:
        """Return the code of what is wrong with a request, whoever sends it."""
        from starlette.datastructures import Headers

        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self.hosts:
            return "P505"
        origin = headers.get("origin")
        if origin is not None and origin.lower() != f"http://{hosts[0].lower()}":
            return "P505"
        if scope["method"] in READING:
            return self._judge_reading(scope, headers)
        if headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return "P505"
        if headers.get("x-paraplu") != "1":
            return "P505"
        length = headers.get("content-length", "")
        well = length.isascii() and length.isdigit() and int(length) <= LIMIT * MEGABYTE
        return "" if well or (not length and scope["method"] == "DELETE") else "P508"

    def _judge_reading(self, scope: Scope, headers: Headers) -> str:
        """Return what is wrong with a request that only reads: another site may only link here."""
        foreign = headers.get("sec-fetch-site", "none") not in KINDRED
        navigates = headers.get("sec-fetch-mode", "navigate") == "navigate"
        return "P505" if foreign and not (navigates and scope["path"] == "/") else ""

    def _recognise(self, scope: Scope) -> bool:
        """Tell whether the request has the cookie of a session, and note whose it is."""
        from starlette.datastructures import Headers

        jar: SimpleCookie = SimpleCookie()
        try:
            jar.load(Headers(scope=scope).get("cookie", ""))
        except CookieError:
            return False
        coder = self.sessions.coder(jar[self.cookie].value) if self.cookie in jar else None
        scope["coder"] = coder
        return coder is not None

    async def _swap(self, scope: Scope, send: Send, token: str) -> None:
        """Swap a token for a cookie, and take it out of the address.

        The page leads on by itself rather than by a redirect: after a link in another site a
        browser would not send the cookie along with a redirect.
        """
        cookie = self.sessions.enter(token)
        if cookie is None:
            await _refuse(scope, send, "P504")
            return
        value = f"{self.cookie}={cookie}; Path=/; HttpOnly; SameSite=Strict"
        headers = [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"set-cookie", value.encode("ascii")),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": LEAD_ON})


def _token(scope: Scope) -> str:
    """Return the token in the address of the first page, or nothing."""
    if scope["path"] != "/" or scope["method"] != "GET":
        return ""
    try:
        found = parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=20)
    except ValueError:
        return ""
    return next(iter(found.get("token", [])), "")


async def _refuse(scope: Scope, send: Send, code: str) -> None:
    """Answer with one problem: as data, or on the first page as a line that a person can read."""
    problem = messages.problem(code, "app", limit=LIMIT)
    kind, text = "application/json", json.dumps({"problems": [problem.as_dict()]})
    if scope["path"] == "/":
        kind, text = "text/plain", f"{problem}\n"
    headers = [(b"content-type", f"{kind}; charset=utf-8".encode("ascii"))]
    await send({"type": "http.response.start", "status": STATUS[code], "headers": headers})
    await send({"type": "http.response.body", "body": text.encode("utf-8")})
