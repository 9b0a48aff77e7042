"""Sealing: only the passphrase opens, and damage is told apart from a wrong passphrase."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.errors import Refused
from paraplu.vault.sealing import Seal, Work

LIGHT = Work(n=2**4)
PHRASE = "paard nietje batterij juist"


def sealed(content: bytes = b"wie het is") -> str:
    """Return something sealed."""
    return Seal.fresh(PHRASE, work=LIGHT).close(content, study="studie-1")


def code(text: str, phrase: str = PHRASE) -> str:
    """Return the code of what is wrong with opening."""
    with pytest.raises(Refused) as refused:
        Seal.open(text, phrase, place="sleutel")
    return refused.value.problems[0].code


@given(st.binary(max_size=200))
@settings(max_examples=20, deadline=None)
def test_what_is_sealed_comes_back(content: bytes) -> None:
    """With the passphrase, and with the study it belongs to."""
    _, found, study = Seal.open(sealed(content), PHRASE, place="sleutel")
    assert (found, study) == (content, "studie-1")


def test_the_content_is_not_in_the_file() -> None:
    """Neither as it is nor as base64 of it."""
    assert "d2llIGhldCBpcw" not in sealed()
    assert "wie het is" not in sealed()


def test_the_same_content_is_sealed_differently_every_time() -> None:
    """Salt and nonce are new."""
    seal = Seal.fresh(PHRASE, work=LIGHT)
    assert seal.close(b"x", study="s") != seal.close(b"x", study="s")
    assert seal.salt != Seal.fresh(PHRASE, work=LIGHT).salt


def test_another_passphrase_does_not_open() -> None:
    """And it is called that."""
    assert code(sealed(), "paard nietje batterij onjuist") == "P012"


def test_composed_and_decomposed_accents_are_the_same_passphrase() -> None:
    """A Mac and a Windows keyboard give them differently."""
    text = Seal.fresh("ideeën over é", work=LIGHT).close(b"x", study="s")
    assert Seal.open(text, "ideee\u0308n over e\u0301", place="p")[1] == b"x"


@pytest.mark.parametrize("text", ["", "{}", "[]", "geen json", '{"schema": 2}', "null"])
def test_what_is_no_vault_is_called_damaged(text: str) -> None:
    """Without a traceback."""
    assert code(text) == "P011"


@pytest.mark.parametrize("cut", [10, 200, -10])
def test_a_file_that_was_cut_off_is_called_damaged(cut: int) -> None:
    """Not a wrong passphrase."""
    assert code(sealed()[:cut]) == "P011"


def test_changed_ciphertext_is_called_damaged() -> None:
    """The hash beside it says so before a passphrase is tried."""
    data = json.loads(sealed())
    data["data"] = data["data"][:-8] + "AAAAAAA="
    assert code(json.dumps(data)) == "P011"


def test_what_stands_in_the_open_cannot_be_changed_unseen() -> None:
    """A vault that is said to be of another study does not open."""
    data = json.loads(sealed())
    data["study"] = "studie-2"
    assert code(json.dumps(data)) == "P012"


@pytest.mark.parametrize(("name", "value"), [("n", 2**30), ("n", 1000), ("n", 0), ("r", 10**6)])
def test_work_that_would_exhaust_the_computer_is_not_begun(name: str, value: int) -> None:
    """A file from elsewhere decides how much; within bounds."""
    data = json.loads(sealed())
    data["kdf"][name] = value
    assert code(json.dumps(data)) == "P011"


def test_the_default_costs_at_least_what_is_advised() -> None:
    """128 MB: n = 2^17 and r = 8 (OWASP 2023)."""
    assert Work().n * Work().r * 128 >= 128 * 1024 * 1024


def test_a_seal_does_not_print_its_key() -> None:
    """Not in a traceback either."""
    seal = Seal.fresh(PHRASE, work=LIGHT)
    assert seal.key.hex() not in repr(seal)
    assert str(seal.key) not in repr(seal)
