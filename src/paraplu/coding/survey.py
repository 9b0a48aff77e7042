"""A survey of the codings: what comes up with whom, together with what, and after how long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from paraplu.coding.cooccurrence import cooccurrence_pairs
from paraplu.coding.frequency import added_in, codes_by_group, codes_overall, families_by_group
from paraplu.coding.presence import presence
from paraplu.coding.saturation import accumulation, saturation
from paraplu.messages import survey as words
from paraplu.messages.numbers import say_share
from paraplu.records.value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paraplu.records import Codebook, Plan

__all__ = ["Survey", "survey_codings", "survey_tables", "survey_values"]

BASE_SIZE, RUN_LENGTH, THRESHOLD = 5, 3, 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """What the codings show; each frame is described where it is made.

    `overall` (`codes_overall`, the most frequent first), `by_group` (`codes_by_group`),
    `families` (`families_by_group`), `added` (`added_in` for the current version of the
    codebook), `pairs` (`cooccurrence_pairs` within respondents' turns, with `label` and
    `of_least`, the turns with the rarer of the two), `curve`
    (`accumulation`), `saturation` (`saturation`), `setting` (the row of it that is reported:
    base 5, run 3, 5%), `coders` (a row per coder: ``coder, codings, interviews``), `counter` and
    `decided` (codings marked as counter-evidence, and those whose memo gives a decision).
    """

    codebook: Codebook
    plan: Plan
    min_cell: int
    overall: pd.DataFrame
    by_group: pd.DataFrame
    families: pd.DataFrame
    added: pd.DataFrame
    added_respondents: int
    pairs: pd.DataFrame
    curve: pd.DataFrame
    saturation: pd.DataFrame
    coders: pd.DataFrame
    counter: int
    decided: int

    @property
    def setting(self) -> pd.Series:
        """The setting of saturation that is reported."""
        frame = self.saturation
        chosen = (
            frame["base_size"].eq(BASE_SIZE)
            & frame["run_length"].eq(RUN_LENGTH)
            & frame["threshold"].eq(THRESHOLD)
        )
        return frame[chosen].iloc[0]


def survey_codings(  # noqa: PLR0913  a survey rests on all of a study
    codings: Mapping[str, pd.DataFrame],
    *,
    turns: pd.DataFrame,
    respondents: pd.DataFrame,
    codebook: Codebook,
    plan: Plan,
    orders: int,
    seed: int,
    min_cell: int = 3,
) -> Survey:
    """Bring together what the codings show.

    Parameters
    ----------
    codings
        Codings per coder; those of ``plan.presence`` decide.
    turns, respondents
        Tidy frames.
    codebook, plan
        Records of the study.
    orders, seed
        Random orders of the interviews, for saturation.
    min_cell
        Cells of fewer respondents are marked for suppression.

    Returns
    -------
    Survey
        With zeros and empty frames, never an error, for 0 interviews.

    """
    empty = next(iter(codings.values())).iloc[:0] if codings else pd.DataFrame()
    own = codings.get(plan.presence, empty)
    present = presence(own, respondents, codebook, plan=plan)
    interviews = list(dict.fromkeys(respondents["interview"]))
    codes = list(codebook.codes)
    overall = codes_overall(present, own, codebook)
    newest = [code.id for code in codebook.codes.values() if code.since > 1]
    counted = [
        (coder, len(frame), frame["interview"].nunique()) for coder, frame in codings.items()
    ]
    pairs = cooccurrence_pairs(own, turns=turns, codes=codes, within="turn")
    return Survey(
        codebook=codebook,
        plan=plan,
        min_cell=min_cell,
        overall=overall.sort_values("respondents", ascending=False, kind="stable"),
        by_group=codes_by_group(present, respondents, codebook, min_cell=min_cell),
        families=families_by_group(present, respondents, codebook, min_cell=min_cell),
        added=added_in(present, own, respondents, codebook, version=codebook.version),
        added_respondents=int(present[newest].fillna(value=False).any(axis=1).sum()),
        pairs=_name_pairs(pairs, codebook=codebook),
        curve=accumulation(own, interviews=interviews, orders=orders, seed=seed),
        saturation=saturation(own, interviews=interviews, orders=orders, seed=seed),
        coders=pd.DataFrame(counted, columns=["coder", "codings", "interviews"]),
        counter=int(own["counter"].sum()),
        decided=int(own["memo"].str.startswith(words.DECISION).sum()),
    )


def survey_values(survey: Survey) -> tuple[Value, ...]:
    """Return the numbers on the codings that an essay may use, keys ``codering.…``.

    ``codering.code.<code>`` is there for every code of `min_cell` respondents or more.
    """
    codebook, overall = survey.codebook, survey.overall
    first = sum(code.since == 1 for code in codebook.codes.values())
    double = survey.plan.double
    given = overall[overall["respondents"].ge(survey.min_cell)]
    numbers = [
        ("codes", len(codebook.codes), words.CODES),
        ("codes-versie-1", first, words.CODES),
        ("codes-nieuw", len(codebook.codes) - first, words.CODES),
        ("families", len(codebook.families), words.FAMILIES),
        ("codeurs", len(double.coders) if double else 0, words.CODERS),
        ("tegenspraak", survey.counter, words.CODINGS),
        ("besluiten", survey.decided, words.MEMOS),
        ("nieuw.respondenten", survey.added_respondents, words.RESPONDENTS),
        ("zeldzaam", len(overall) - len(given), words.CODES),
    ]
    if len(survey.curve):
        numbers.append(("verzadiging.gevonden", int(survey.curve["median"].iloc[-1]), words.CODES))
    if survey.setting.notna()["median"]:
        reached = int(survey.setting["median"])
        numbers.append(("verzadiging.gesprekken", reached, words.INTERVIEWS))
    filled = {"min_cell": survey.min_cell, "threshold": say_share(THRESHOLD)}
    return (
        *(
            Value(f"codering.{key}", number, unit, words.LABELS[key].format(**filled))
            for key, number, unit in numbers
        ),
        *(
            Value(f"codering.{row['coder']}", row["codings"], words.CODINGS,
                  words.CODER_LABEL.format(coder=row["coder"]))
            for row in survey.coders.to_dict("records")
        ),
        *(
            Value(f"codering.code.{row['code']}", row["respondents"], words.RESPONDENTS,
                  words.CODE_LABEL.format(name=row["name"]), row["of"])
            for row in given.to_dict("records")
        ),
    )  # fmt: skip


def survey_tables(survey: Survey) -> dict[str, pd.DataFrame]:
    """Return the frames on the codings by the name under which essays know them."""
    return {
        "codes": survey.overall,
        "codes-per-groep": survey.by_group,
        "families-per-groep": survey.families,
        "samen-in-een-beurt": survey.pairs,
        "nieuw-in-het-codeboek": survey.added,
        "verzadiging": survey.saturation,
        "verzadigingscurve": survey.curve,
    }


def _name_pairs(pairs: pd.DataFrame, *, codebook: Codebook) -> pd.DataFrame:
    """Name the codes of each pair."""
    names = {code.id: code.name for code in codebook.codes.values()}
    labels = [
        f"{names[first]} – {names[second]}"
        for first, second in zip(pairs["code_a"], pairs["code_b"], strict=True)
    ]
    least = pairs[["n_a", "n_b"]].min(axis=1)
    return pairs.assign(label=pd.Series(labels, index=pairs.index, dtype=object), of_least=least)
