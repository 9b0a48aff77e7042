"""``codebook/plan.yaml``: who codes what."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from paraplu import messages
from paraplu.formats.parsed import Parsed
from paraplu.formats.yaml_text import FileModel, line_of, load_yaml
from paraplu.records import Coder, Plan, Round

__all__ = ["parse_plan"]


class CoderModel(FileModel):
    """A coder as it stands in the file."""

    background: str = ""


class RoundModel(FileModel):
    """A round as it stands in the file."""

    id: str
    coders: tuple[str, ...]
    codebook: int = 1
    interviews: tuple[str, ...] | Literal["all"] = "all"
    blind: bool = False
    why: str = ""


class PlanModel(FileModel):
    """The whole file."""

    version: int = 1
    coders: dict[str, CoderModel] = Field(default_factory=dict)
    rounds: tuple[RoundModel, ...] = ()
    presence: str = ""


def parse_plan(text: str, *, path: str) -> Parsed[Plan]:
    """Read the plan; a round or presence that names an unknown coder is a problem."""
    model, node, problems = load_yaml(text, PlanModel, path=path)
    if model is None:
        return Parsed(Plan(), tuple(problems))
    for n, found in enumerate(model.rounds):
        problems += [
            messages.problem("P112", f"{path}:{line_of(node, ('rounds', n))}", coder=coder)
            for coder in found.coders
            if coder not in model.coders
        ]
    if model.presence and model.presence not in model.coders:
        place = f"{path}:{line_of(node, ('presence',))}"
        problems.append(messages.problem("P112", place, coder=model.presence))
    plan = Plan(
        coders=tuple(Coder(name, coder.background) for name, coder in model.coders.items()),
        rounds=tuple(
            Round(
                id=found.id,
                coders=found.coders,
                codebook=found.codebook,
                interviews=() if found.interviews == "all" else tuple(found.interviews),
                blind=found.blind,
                why=found.why,
            )
            for found in model.rounds
        ),
        presence=model.presence,
    )
    return Parsed(plan, tuple(problems))
