"""Sealing: a text under a passphrase, with scrypt (RFC 7914) and AES-256-GCM (NIST SP 800-38D)."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paraplu import messages
from paraplu.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Seal", "Work"]

SCHEMA = 1
KIND = "paraplu-sleutel"
CIPHER = "AES-256-GCM"
SALT, NONCE, KEY = 16, 12, 32


@dataclass(frozen=True, slots=True)
class Work:
    """How much work scrypt makes of one guess: `n` (a power of two), `r`, `p`.

    The defaults cost 128 MB and about half a second.
    """

    n: int = 2**17
    r: int = 8
    p: int = 1

    @property
    def sound(self) -> bool:
        """Whether these are numbers that scrypt takes, and that do not exhaust the computer."""
        power = self.n >= 2 and self.n & (self.n - 1) == 0  # noqa: PLR2004  the least power
        return power and self.n <= 2**20 and 1 <= self.r <= 16 and 1 <= self.p <= 16  # noqa: PLR2004


@dataclass(frozen=True, slots=True, repr=False)
class Seal:
    """A passphrase that was turned into a key once, for reading and for writing again."""

    work: Work
    salt: bytes
    key: bytes

    @classmethod
    def fresh(cls, passphrase: str, *, work: Work | None = None) -> Seal:
        """Make a seal with a new salt."""
        return _derive(passphrase, work=work or Work(), salt=secrets.token_bytes(SALT))

    def close(self, content: bytes, *, study: str) -> str:
        """Return the sealed content as text; what it says in the open is sealed along.

        Parameters
        ----------
        content
            What to keep secret.
        study
            Id of the study; it stands in the open.

        """
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        work = {"n": self.work.n, "r": self.work.r, "p": self.work.p}
        kdf = {"name": "scrypt", **work, "salt": _encode(self.salt)}
        head = {"schema": SCHEMA, "kind": KIND, "study": study, "cipher": CIPHER, "kdf": kdf}
        nonce = secrets.token_bytes(NONCE)
        sealed = AESGCM(self.key).encrypt(nonce, content, _canonical(head))
        body = {
            "nonce": _encode(nonce),
            "data": _encode(sealed),
            "sha256": hashlib.sha256(sealed).hexdigest(),
        }
        return json.dumps({**head, **body}, indent=1) + "\n"

    @classmethod
    def open(cls, text: str, passphrase: str, *, place: str) -> tuple[Seal, bytes, str]:
        """Open what was sealed.

        Parameters
        ----------
        text
            What `close` gave.
        passphrase
            The passphrase.
        place
            For problems; never the content.

        Returns
        -------
        seal, content, study
            The seal to write with again, the content, the id of the study.

        Raises
        ------
        Refused
            P011 when the text is damaged or of another program, P012 when the passphrase is
            not the right one.

        """
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        head, work, parts = _read(text, place=place)
        seal = _derive(passphrase, work=work, salt=parts["salt"])
        try:
            content = AESGCM(seal.key).decrypt(parts["nonce"], parts["data"], _canonical(head))
        except InvalidTag:
            raise Refused([messages.problem("P012", place)]) from None
        return seal, content, str(head["study"])


def _derive(passphrase: str, *, work: Work, salt: bytes) -> Seal:
    """Turn a passphrase into a key; the same letters count as the same however composed."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    said = unicodedata.normalize("NFC", passphrase).encode("utf-8")
    kdf = Scrypt(salt=salt, length=KEY, n=work.n, r=work.r, p=work.p)
    return Seal(work, salt, kdf.derive(said))


def _read(text: str, *, place: str) -> tuple[dict[str, Any], Work, Mapping[str, bytes]]:
    """Return what stands in the open, or refuse a text that is not whole."""
    try:
        data = json.loads(text)
        head = {name: data[name] for name in ("schema", "kind", "study", "cipher", "kdf")}
        kdf = head["kdf"]
        work = Work(int(kdf["n"]), int(kdf["r"]), int(kdf["p"]))
        parts = {
            "salt": base64.b64decode(kdf["salt"], validate=True),
            "nonce": base64.b64decode(data["nonce"], validate=True),
            "data": base64.b64decode(data["data"], validate=True),
        }
        known = (SCHEMA, KIND, CIPHER, "scrypt")
        ours = (head["schema"], head["kind"], head["cipher"], kdf["name"]) == known
        whole = hashlib.sha256(parts["data"]).hexdigest() == data["sha256"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Refused([messages.problem("P011", place)]) from None
    if not (ours and whole and work.sound and len(parts["nonce"]) == NONCE):
        raise Refused([messages.problem("P011", place)])
    return head, work, parts


def _canonical(head: Mapping[str, Any]) -> bytes:
    """Return what stands in the open in one form, to seal it along."""
    return json.dumps(head, sort_keys=True, separators=(",", ":")).encode("utf-8")


def _encode(data: bytes) -> str:
    """Return bytes as base64."""
    return base64.b64encode(data).decode("ascii")
