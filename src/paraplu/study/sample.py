"""The sample: who was heard, who speaks, and what may be done with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from paraplu.anonymise import anonymity
from paraplu.messages import sample as words
from paraplu.records.value import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.study.repository import Study

__all__ = ["Sample", "describe_sample", "key_of", "sample_tables", "sample_values"]


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Who was heard, by what may be published of them.

    Attributes
    ----------
    respondents
        The tidy frame of respondents that take part.
    groups
        A row per group: ``groep, respondents, interviews, free`` (who may be quoted freely).
    states
        A row per state of quoting and of the report: ``kind`` (*citeren, verslag*), ``state,
        respondents, of``.
    speech
        A row per interview: ``interview, groep, turns, words`` (of respondents), ``share`` (of
        all words, 0 to 1).
    anonymity
        A row per combination of what is published, as `paraplu.anonymise.anonymity` gives:
        ``combination, k, verdict``.
    restrictions
        A row per wish: ``wish, passages, interviews``.
    restricted
        Interviews with such a passage.
    withdrawn
        Respondents who withdrew.
    min_cell
        Smallest number of respondents that is shown.

    """

    respondents: pd.DataFrame
    groups: pd.DataFrame
    states: pd.DataFrame
    speech: pd.DataFrame
    anonymity: pd.DataFrame
    restrictions: pd.DataFrame
    restricted: int
    withdrawn: int
    min_cell: int


def describe_sample(study: Study) -> Sample:
    """Describe who was heard.

    Parameters
    ----------
    study
        The study; without interviews every frame is empty.

    """
    respondents = study.respondents()
    everyone = study.parsed_respondents.record
    return Sample(
        respondents=respondents,
        groups=_groups(respondents),
        states=_states(respondents),
        speech=_speech(study.turns(), respondents=respondents),
        anonymity=_anonymity(respondents, published=study.settings.privacy.published),
        restrictions=_restrictions(study),
        restricted=sum(bool(text.restrictions) for text in study.transcripts.values()),
        withdrawn=sum(person.ingetrokken for person in everyone),
        min_cell=study.settings.privacy.min_cell,
    )


def key_of(name: str) -> str:
    """Make a key of a name: its words up to *met*, joined by hyphens.

    Examples
    --------
    >>> key_of("Actieve participant"), key_of("onbekend met het netwerk")
    ('actieve-participant', 'onbekend')

    """
    short = name.lower().split(" met ")[0]
    return re.sub(r"[^a-z0-9]+", "-", short).strip("-")


def sample_values(sample: Sample) -> tuple[Value, ...]:
    """Return the numbers on the sample that an essay may use, keys ``steekproef.…``."""
    n = len(sample.respondents)
    values = [
        _value("respondenten", n, words.RESPONDENTS),
        _value("gesprekken", len(sample.speech), words.INTERVIEWS),
        _value("dubbelgesprekken", _doubles(sample.respondents), words.INTERVIEWS),
        _value("groepen", len(sample.groups), words.GROUPS),
        _value("beurten", int(sample.speech["turns"].sum()), words.TURNS),
        _value("woorden", int(sample.speech["words"].sum()), words.WORDS),
        _value("ingetrokken", sample.withdrawn, words.RESPONDENTS),
        _value("restricties", int(sample.restrictions["passages"].sum()), words.PASSAGES),
        _value("restricties.gesprekken", sample.restricted, words.INTERVIEWS),
        Value("privacy.min-cel", sample.min_cell, words.RESPONDENTS, words.MIN_CELL_LABEL),
    ]
    if len(sample.speech):
        share = round(100 * float(sample.speech["share"].median()))
        values.append(_value("aandeel-woorden", share, "%"))
    if len(sample.anonymity):
        least = int(sample.anonymity["k"].min())
        values.append(_value("kleinste-groep", least, words.RESPONDENTS))
    values += [
        Value(f"steekproef.{key_of(row['groep'])}", row["respondents"], words.RESPONDENTS,
              words.GROUP_LABEL.format(group=row["groep"]), n)
        for row in sample.groups.to_dict("records")
    ]  # fmt: skip
    return (*values, *_state_values(sample.states))


def sample_tables(sample: Sample) -> dict[str, pd.DataFrame]:
    """Return the frames on the sample by the name under which essays know them."""
    return {
        "steekproef": sample.groups,
        "verslag": sample.states,
        "anonimiteit": sample.anonymity,
        "voorbehoud": sample.restrictions,
        "wie-spreekt": sample.speech,
    }


def _anonymity(respondents: pd.DataFrame, *, published: Sequence[str]) -> pd.DataFrame:
    """Count who shares each combination, written out in one column."""
    sizes = anonymity(respondents, published=published)
    parts = sizes[list(published)].astype(object).to_numpy().tolist()
    combined = [", ".join(str(part) for part in row) for row in parts]
    frame = pd.DataFrame({"combination": combined}, dtype=object)
    return frame.assign(k=sizes["k"].to_numpy(), verdict=sizes["oordeel"].to_numpy())


def _value(key: str, number: float, unit: str) -> Value:
    """Make a value with the label that belongs to its key."""
    return Value(f"steekproef.{key}", number, unit, words.LABELS[key])


def _state_values(states: pd.DataFrame) -> list[Value]:
    """Make a value of every state of quoting and of the report."""
    labels = {words.KIND_QUOTING: words.QUOTING_LABEL, words.KIND_REPORT: words.REPORT_LABEL}
    return [
        Value(f"steekproef.{row['kind']}.{key_of(row['state'])}", row["respondents"],
              words.RESPONDENTS, labels[row["kind"]].format(state=row["state"]),
              row["of"])
        for row in states.to_dict("records")
    ]  # fmt: skip


def _doubles(respondents: pd.DataFrame) -> int:
    """Count interviews with more than one respondent."""
    return int((respondents["interview"].value_counts() > 1).sum())


def _groups(respondents: pd.DataFrame) -> pd.DataFrame:
    """Count respondents and interviews by group, in the order of the file."""
    counted = respondents.assign(free=respondents["citeren"].eq(words.QUOTING[0]))
    return counted.groupby("groep", sort=False, as_index=False).agg(
        respondents=("respondent", "size"),
        interviews=("interview", "nunique"),
        free=("free", "sum"),
    )


def _states(respondents: pd.DataFrame) -> pd.DataFrame:
    """Count respondents by state of quoting and of the report, zeros included."""

    def count(column: str, known: Sequence[str]) -> list[tuple[str, str, int, int]]:
        return [
            (column, state, int(respondents[column].eq(state).sum()), len(respondents))
            for state in known
        ]

    rows = count(words.KIND_QUOTING, words.QUOTING) + count(words.KIND_REPORT, words.REPORTS)
    return pd.DataFrame(rows, columns=["kind", "state", "respondents", "of"])


def _speech(turns: pd.DataFrame, *, respondents: pd.DataFrame) -> pd.DataFrame:
    """Weigh the words of respondents against all words, per interview."""
    group = respondents.drop_duplicates("interview").set_index("interview")["groep"]
    spoken = (
        turns[turns["role"].eq("R")]
        .groupby("interview")
        .agg(turns=("turn", "size"), words=("words", "sum"))
    )
    total = turns.groupby("interview")["words"].sum().reindex(spoken.index)
    frame = spoken.assign(groep=group.reindex(spoken.index), share=spoken["words"] / total)
    frame = frame.reset_index()[["interview", "groep", "turns", "words", "share"]]
    return frame.astype({"groep": object, "share": float})


def _restrictions(study: Study) -> pd.DataFrame:
    """Count passages that a respondent does not want used freely, by wish."""
    rows = [
        (restriction.wish, transcript.id)
        for transcript in study.transcripts.values()
        for restriction in transcript.restrictions
    ]
    frame = pd.DataFrame(rows, columns=["wish", "interview"])
    return frame.groupby("wish", as_index=False).agg(
        passages=("interview", "size"), interviews=("interview", "nunique")
    )
