"""Who codes what, in which round, and on which coding the essays rest."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Coder", "Plan", "Round"]


@dataclass(frozen=True, slots=True)
class Coder:
    """A coder and the eye he or she brings."""

    id: str
    background: str


@dataclass(frozen=True, slots=True)
class Round:
    """A round of coding; `interviews` is empty when the round covers all of them."""

    id: str
    coders: tuple[str, ...]
    codebook: int
    interviews: tuple[str, ...] = ()
    blind: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of coding; `presence` names the coder whose ledger decides presence."""

    coders: tuple[Coder, ...] = ()
    rounds: tuple[Round, ...] = ()
    presence: str = ""

    def covers(self, coder: str, interview: str) -> bool:
        """Tell whether the plan gives this interview to this coder."""
        return any(
            coder in round_.coders and (not round_.interviews or interview in round_.interviews)
            for round_ in self.rounds
        )

    def visible(self, coder: str, interview: str) -> tuple[str, ...]:
        """Return whose codings of this interview this coder may see.

        Who codes an interview in a blind round sees there only the own work, until the plan
        says that the round is no longer blind.
        """
        blind = any(
            round_.blind
            and coder in round_.coders
            and (not round_.interviews or interview in round_.interviews)
            for round_ in self.rounds
        )
        return (coder,) if blind else tuple(each.id for each in self.coders)

    @property
    def double(self) -> Round | None:
        """The first round with two coders or more, or None."""
        return next((round_ for round_ in self.rounds if len(round_.coders) > 1), None)
