"""To whom words are attributed: what many enough have in common, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

__all__ = ["attribute"]


def attribute(
    people: pd.DataFrame, *, published: Sequence[str], least: int, otherwise: str
) -> Mapping[str, str]:
    """Return for every respondent the published attributes that may be said of them.

    From the first attribute on, each is added while those who share it are enough. Who is left
    over is called by what comes before, together with others: when those left over are too few
    the smallest group joins them, so that no attribution stands for fewer than the least.

    Parameters
    ----------
    people
        One row per respondent, with `respondent` and the attributes.
    published
        The attributes that may be shown, the most general first.
    least
        The fewest respondents that an attribution may stand for.
    otherwise
        What is said of someone of whom no attribute may be.

    Examples
    --------
    >>> import pandas as pd
    >>> people = pd.DataFrame({"respondent": list("abcdefg"), "groep": list("xxxxyyz")})
    >>> attribute(people, published=["groep"], least=3, otherwise="iemand")
    {'a': 'x', 'b': 'x', 'c': 'x', 'd': 'x', 'e': 'iemand', 'f': 'iemand', 'g': 'iemand'}

    """
    known = [name for name in published if name in people]
    shown = dict(_descend(people, known, said=(), least=least))
    return {who: ", ".join(shown[who]) or otherwise for who in people["respondent"]}


def _descend(
    people: pd.DataFrame, attributes: Sequence[str], *, said: tuple[str, ...], least: int
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what is said of people who share what was said already."""
    if not attributes:
        yield from ((who, said) for who in people["respondent"])
        return
    first, *further = attributes
    parts = {str(value): part for value, part in people.groupby(first, sort=True)}
    sizes = {value: len(part) for value, part in parts.items()}
    together = _together(sizes, least=least, nameless=len(people) - sum(sizes.values()))
    for value, part in parts.items():
        if value not in together and value:
            yield from _descend(part, further, said=(*said, value), least=least)
    rest = people[~people[first].astype(str).isin([v for v in parts if v and v not in together])]
    yield from ((who, said) for who in rest["respondent"])


def _together(sizes: Mapping[str, int], *, least: int, nameless: int) -> set[str]:
    """Return the values of which nothing is said, so that those of whom it is not are enough."""
    by_size = sorted((value for value in sizes if value), key=lambda value: (sizes[value], value))
    small = [value for value in by_size if sizes[value] < least]
    left = nameless + sizes.get("", 0) + sum(sizes[value] for value in small)
    for value in by_size[len(small) :]:
        if not 0 < left < least:
            break
        small.append(value)
        left += sizes[value]
    return set(small)
