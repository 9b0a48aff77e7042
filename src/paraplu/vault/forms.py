"""Forms of names as keyed hashes: enough to find a name again, not to read it.

A form is compared without capitals, spaces and punctuation, so that *Van der Berg*, *van-der-berg*
in the name of a file and *vanderberg* are one; words that happen to follow each other (*voor
straat*) are not taken for one longer name. Under the secret of the vault each becomes an
HMAC (RFC 2104, SHA-256, cut to 8 bytes). Whoever has the secret and the hashes can test a guess:
they are to be kept like a password, but they are no list of names.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Self

from paraplu import messages
from paraplu.errors import Refused
from paraplu.spans import Span, unite
from paraplu.vault.content import DECIDED
from paraplu.vault.ordinary import is_ordinary, stands_as_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from paraplu.vault.content import Entry

__all__ = ["HashedForms", "compact"]

Kind = Literal["name", "capital", "ordinary"]

LETTERS = re.compile(r"[^\W_]+")
WIDE = 8
"""Bytes of the hash of a form."""
HEAD, NARROW = 5, 4
"""Letters of the beginning by which a form is looked for, and bytes of its hash."""
BETWEEN = re.compile(r"[ \t\-–_'’.,/@()&]{0,4}\n?[ \t]{0,4}")
"""What may stand between two words of one form."""
INITIALS = 4
"""After a word of so many letters or fewer a full stop does not end a sentence: *mr.*, *P.*"""
CHECK = 8
MAGIC = b"PPN1"
UNCOMPARED = ("DATE", "AGE", "PARTY")
"""Labels of what is no name: dates and ages are generalised, parties are public."""
PHRASE = 4
"""From so many words on a description (an event) is compared as well."""
LEAST_DIGITS = 6
OWNER = 4
"""Letters of the shortest name of which a possessive is known."""


@dataclass(frozen=True, slots=True, repr=False)
class HashedForms:
    """Hashed forms, with the secret to compare with.

    `names` always count; `capitals` are parts of a name and count with a capital; `ordinary` are
    ordinary words as well and count only when they stand as a name. `heads` are the hashed
    beginnings of all, `longest` is the length in letters of the longest, `interviews` those whose
    names are in it.
    """

    secret: bytes
    names: frozenset[bytes]
    capitals: frozenset[bytes]
    ordinary: frozenset[bytes]
    heads: frozenset[bytes]
    longest: int
    interviews: frozenset[str]

    @classmethod
    def of(
        cls, entries: Iterable[Entry], *, secret: bytes, public: Collection[str] = ()
    ) -> HashedForms:
        """Hash the forms of entries.

        Parameters
        ----------
        entries
            Entries of the key.
        secret
            The secret of the vault.
        public
            Names that identify nobody, such as those of partners of the network.

        """
        found = tuple(entries)
        known = {compact(name) for name in public}
        forms = {one for entry in found for one in forms_of(entry) if one.short not in known}
        own = Hasher(secret)

        def hashed(kind: Kind) -> frozenset[bytes]:
            return frozenset(
                own.form(one.short, words=count)
                for one in forms
                if one.kind == kind
                for count in one.counts
            )

        return cls(
            secret=secret,
            names=hashed("name"),
            capitals=hashed("capital"),
            ordinary=hashed("ordinary"),
            heads=frozenset(own.head(one.short) for one in forms),
            longest=max((len(one.short) for one in forms), default=0),
            interviews=frozenset(e.interview for e in found if e.origin == DECIDED),
        )

    def find(self, text: str, *, small: bool = False) -> tuple[Span, ...]:
        """Return where forms stand in a text, in order, each place once.

        Parameters
        ----------
        text
            Any text; offsets of the result are code points into it.
        small
            Whether parts of a name count without a capital too, as in the name of a file.

        """
        return self.searcher().find(text, small=small)

    def searcher(self) -> Searcher:
        """Return what searches many texts quickly: it remembers words it has seen."""
        return Searcher(self)

    def bundle(self) -> str:
        """Return secret and hashes as one line of text, for a secret store; `unbundle` reads it."""
        parts = (self.names, self.capitals, self.ordinary, self.heads)
        head = {
            "secret": self.secret.hex(),
            "longest": self.longest,
            "interviews": sorted(self.interviews),
            "counts": [len(part) for part in parts],
        }
        said = json.dumps(head, separators=(",", ":")).encode("ascii")
        body = b"".join(
            [len(said).to_bytes(4, "big"), said, *(one for part in parts for one in sorted(part))]
        )
        check = hashlib.sha256(body).digest()[:CHECK]
        return base64.b64encode(MAGIC + check + body).decode("ascii")

    @classmethod
    def unbundle(cls, text: str, *, place: str) -> Self:
        """Read what `bundle` gave.

        Raises
        ------
        Refused
            P076 when it is something else, or was cut off.

        """
        try:
            data = base64.b64decode("".join(text.split()), validate=True)
            check, body = data[len(MAGIC) : len(MAGIC) + CHECK], data[len(MAGIC) + CHECK :]
            whole = data.startswith(MAGIC) and hashlib.sha256(body).digest()[:CHECK] == check
            size = int.from_bytes(body[:4], "big")
            head = json.loads(body[4 : 4 + size]) if whole else {}
            parts = _cut(body[4 + size :], counts=head["counts"])
            secret, interviews = bytes.fromhex(head["secret"]), frozenset(head["interviews"])
            names, capitals, ordinary, heads = parts
            longest = int(head["longest"])
            return cls(secret, names, capitals, ordinary, heads, longest, interviews)
        except (ValueError, KeyError, TypeError):
            raise Refused([messages.problem("P076", place)]) from None


class Hasher:
    """Hashes forms under a secret."""

    def __init__(self, secret: bytes) -> None:
        """Keep the secret."""
        self._secret = secret

    def form(self, short: str, *, words: int) -> bytes:
        """Return the hash of a compact form in so many words (0: in any number)."""
        said = f"f{words} {short}".encode()
        return hmac.digest(self._secret, said, "sha256")[:WIDE]

    def head(self, short: str) -> bytes:
        """Return the hash of the beginning of a compact form."""
        return hmac.digest(self._secret, b"h" + short[:HEAD].encode("utf-8"), "sha256")[:NARROW]


class Searcher:
    """Finds hashed forms in texts."""

    def __init__(self, forms: HashedForms) -> None:
        """Keep the forms."""
        self._forms = forms
        self._own = Hasher(forms.secret)
        self._heads: dict[str, bool] = {}
        self._known: dict[tuple[str, int], Kind | None] = {}

    def find(self, text: str, *, small: bool = False) -> tuple[Span, ...]:
        """Return where forms stand; see `HashedForms.find`."""
        words = [Span(*found.span()) for found in LETTERS.finditer(text)]
        shorts = [text[word.start : word.end].casefold() for word in words]
        hits = [
            span
            for first in range(len(words))
            for span, kind, starts in self._at(first, text, words, shorts)
            if (small and kind == "capital") or _counts(kind, text, starts)
        ]
        return tuple(unite(hits))

    def _at(
        self, first: int, text: str, words: list[Span], shorts: list[str]
    ) -> Iterator[tuple[Span, Kind, list[int]]]:
        """Yield the forms that begin at one word, with their kind and where their words begin."""
        short = ""
        for last in range(first, len(words)):
            if last > first and not _adjoin(text, words[last - 1], words[last]):
                return
            short += shorts[last]
            if len(_owner(short)) > self._forms.longest:
                return
            if len(short) >= HEAD and not self._begins(short):
                return
            kind = self._kind(short, last - first + 1)
            if kind is not None:
                starts = [word.start for word in words[first : last + 1]]
                yield Span(words[first].start, words[last].end), kind, starts

    def _begins(self, short: str) -> bool:
        """Tell whether a form begins like this."""
        head = short[:HEAD]
        if head not in self._heads:
            heads = {self._own.head(head), self._own.head(_owner(head))}
            self._heads[head] = not heads.isdisjoint(self._forms.heads)
        return self._heads[head]

    def _kind(self, short: str, words: int) -> Kind | None:
        """Return what a compact form in so many words is, if it is one; *Vermeers* is Vermeer."""
        asked = short, words
        if asked not in self._known:
            kind = self._lookup(short, words)
            if kind is None and _owner(short) != short:
                owned = self._lookup(_owner(short), words)
                kind = "capital" if owned == "name" else owned
            self._known[asked] = kind
        return self._known[asked]

    def _lookup(self, short: str, words: int) -> Kind | None:
        """Return the kind of a compact form by its hash."""
        digests = {self._own.form(short, words=words), self._own.form(short, words=0)}
        kinds: dict[Kind, frozenset[bytes]] = {
            "name": self._forms.names,
            "capital": self._forms.capitals,
            "ordinary": self._forms.ordinary,
        }
        return next((kind for kind, known in kinds.items() if digests & known), None)


def compact(form: str) -> str:
    """Return a form without capitals, spaces and punctuation.

    Examples
    --------
    >>> compact("Anne-Fleur van 't Hout"), compact("06 - 12 34 56 78")
    ('annefleurvanthout', '0612345678')

    """
    return "".join(LETTERS.findall(form)).casefold()


@dataclass(frozen=True, slots=True)
class Form:
    """A compact form, what must be seen for it to count, and in how many words it may come.

    One word may stand for several (*janvermeer*), not the other way about, except in numbers.
    """

    short: str
    kind: Kind
    counts: tuple[int, ...]


def forms_of(entry: Entry) -> Iterator[Form]:
    """Yield the forms of an entry that are compared.

    Dates, ages, parties and short descriptions are not. Of a person the first name and the last
    word of the surname count by themselves, unless they are ordinary words.
    """
    for form in entry.forms:
        words = LETTERS.findall(form)
        if entry.label in UNCOMPARED or (entry.label == "EVENT" and len(words) < PHRASE):
            continue
        short = compact(form)
        if not short or (short.isdigit() and len(short) < LEAST_DIGITS):
            continue
        numbers = any(letter.isdigit() for letter in short)
        counts = (0,) if numbers else tuple(range(1, len(words) + 1))
        yield Form(short, "ordinary" if is_ordinary(words) else "name", counts)
        capitals = [word for word in words if word[0].isupper()]
        if entry.label == "PERSON" and len(capitals) > 1:
            for part in (capitals[0], capitals[-1]):
                if not is_ordinary([part]):
                    yield Form(part.casefold(), "capital", (1,))


def _owner(short: str) -> str:
    """Return a form without the s of a possessive, when enough is left."""
    return short[:-1] if short.endswith("s") and len(short) > OWNER else short


def _counts(kind: Kind, text: str, starts: list[int]) -> bool:
    """Tell whether what stands here is to be taken for a name."""
    if kind == "name":
        return True
    if kind == "capital":
        return text[starts[0]].isupper()
    return stands_as_name(text, starts)


def _adjoin(text: str, word: Span, following: Span) -> bool:
    """Tell whether two words may be of one form."""
    between = text[word.end : following.start]
    ended = "." in between and between[-1].isspace() and len(word) > INITIALS
    return not ended and BETWEEN.fullmatch(between) is not None


def _cut(data: bytes, *, counts: list[int]) -> tuple[frozenset[bytes], ...]:
    """Cut the hashes apart."""
    sizes = [WIDE, WIDE, WIDE, NARROW]
    if len(data) != sum(size * count for size, count in zip(sizes, counts, strict=True)):
        raise ValueError
    parts, begin = [], 0
    for size, count in zip(sizes, counts, strict=True):
        end = begin + size * count
        parts.append(frozenset(data[at : at + size] for at in range(begin, end, size)))
        begin = end
    return tuple(parts)
