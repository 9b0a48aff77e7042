"""Everything that can be wrong with a study, from every room, in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu import artefacts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from paraplu.errors import Problem
    from paraplu.study import Study

__all__ = ["before_commit", "check"]


def check(
    study: Study,
    *,
    essays: bool = False,
    privacy: bool = False,
    today: dt.date | None = None,
    ask: Callable[[], str] | None = None,
) -> list[Problem]:
    """Gather the problems of every room.

    Parameters
    ----------
    study
        The study.
    essays
        Whether to judge the essays as well.
    privacy
        Whether to look at what git holds and at what could point at someone.
    today
        To compare the retention date with; without it that date is not looked at.
    ask
        Asks a person for the passphrase of the key, where names are compared with it.

    Returns
    -------
    list of Problem
        The files of the study first, then artefacts, essays and privacy; each problem once.

    """
    if essays:
        from paraplu import report

        begun = report.begin(study)
        found = [*study.problems(), *report.problems(study, begun=begun)]
    else:
        found = [*study.problems(), *artefacts.read(study.root).problems]
    if privacy:
        from paraplu.pipeline import privacy as room

        found += room.problems(study, today=today, ask=ask)
    return list(dict.fromkeys(found))


def before_commit(study: Study) -> list[Problem]:
    """Return what a commit should not hold: raw files, names of the key; nobody is asked."""
    from paraplu.pipeline import privacy as room

    return room.before_commit(study)
