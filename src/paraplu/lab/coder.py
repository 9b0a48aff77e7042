"""A widget that shows one interview to one coder; it decides nothing itself."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from paraplu import messages, view
from paraplu.errors import Refused
from paraplu.study.fresh import Fresh
from paraplu.study.identity import choose_coder
from paraplu.study.ledgers import Ledgers
from paraplu.view import protocol
from paraplu.view.tree import describe_codebook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from paraplu.study import Study

__all__ = ["Coder"]


def _now() -> dt.datetime:
    """Return the time now."""
    return dt.datetime.now(dt.UTC)


class Coder(anywidget.AnyWidget):
    """The transcript view of an interview, ready to be coded.

    Parameters
    ----------
    study
        The study, such as ``Study.open()`` gives.
    interview
        The id of the interview.
    coder
        Who codes; may be left out when the plan knows only one coder, or when somebody coded in
        this study on this computer before.
    clock
        What gives the time of an event.

    Raises
    ------
    Refused
        P502 without such an interview, P517 when the plan does not know the coder, P518 when it
        is not clear who codes.

    Examples
    --------
    >>> from paraplu.lab import Coder
    >>> Coder(Study.open(), "R07", coder="coder-a")  # doctest: +SKIP

    """

    codebook = traitlets.Dict().tag(sync=True)
    coder = traitlets.Unicode().tag(sync=True)
    interview = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        study: Study,
        interview: str,
        *,
        coder: str = "",
        clock: Callable[[], dt.datetime] = _now,
    ) -> None:
        """Show the interview; reads it once, so that a wrong id is refused here."""
        who = _choose(study, coder)
        self._fresh = Fresh(study.root)
        self._clock = clock
        self._ledgers = Ledgers(study.root)
        protocol.load(study, interview, coder=who, ledgers=self._ledgers)
        self._esm = view.bundle()
        self._css = view.stylesheet()
        super().__init__(
            codebook=describe_codebook(study, coder=who, ledgers=self._ledgers),
            coder=who,
            interview=interview,
        )
        self.on_msg(self._answer)

    def _answer(self, _widget: object, message: Mapping[str, Any], _buffers: object) -> None:
        """Answer a question of the view under its own number."""
        asked = message.get("ask")
        try:
            content = self._do(str(message.get("kind")), message.get("content") or {})
        except Refused as refused:
            problems = [problem.as_dict() for problem in refused.problems]
            self.send({"answer": asked, "problems": problems})
        except Exception:
            problem = messages.problem("P500", "widget")
            self.send({"answer": asked, "problems": [problem.as_dict()]})
            raise  # for the log of the notebook; the view says what it can
        else:
            self.send({"answer": asked, "content": content})

    def _do(self, kind: str, content: Mapping[str, Any]) -> dict[str, Any]:
        """Return what the protocol says to this question."""
        who: dict[str, Any] = {"coder": self.coder, "ledgers": self._ledgers}
        study = self._fresh.study()
        if kind == "load":
            return protocol.load(study, self.interview, **who)
        if kind == "state":
            return protocol.state(study, self.interview, **who)
        if kind == "send":
            return protocol.append(study, self.interview, content, clock=self._clock, **who)
        raise Refused([messages.problem("P501", "verzoek", field="kind")])


def _choose(study: Study, coder: str) -> str:
    """Return who codes, or refuse."""
    known = [each.id for each in study.plan().coders]
    return known[0] if not coder and len(known) == 1 else choose_coder(study, coder)
