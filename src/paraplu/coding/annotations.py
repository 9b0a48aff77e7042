"""Codings as web annotations, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paraplu.messages.coding import POSITIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from paraplu.records import Codebook, Coding

__all__ = ["annotate"]

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"note": "http://www.w3.org/2004/02/skos/core#note"})
WHOLE = "urn:paraplu:codings"


def annotate(
    codings: Iterable[Coding], *, codebook: Codebook, sources: Mapping[str, str], title: str
) -> dict[str, Any]:
    """Return codings as an annotation collection (W3C Web Annotation Data Model, 2017).

    Parameters
    ----------
    codings
        Of any number of coders and interviews.
    codebook
        For the names of codes.
    sources
        Interview to the file that holds it, relative to the study.
    title
        Of the collection.

    Returns
    -------
    dict
        JSON-LD; a `note` says in which units and from where positions count. Each annotation
        classifies a passage: its body has the code, a tag per
        attribute (``fase=nazorg``), ``tegenbewijs`` for a counter mark, and the memo as a
        comment. The target has a position (code points into the body of the transcript, which
        begins after the head of the file) and the quotation with what stands around it.

    """
    items = [_annotation(each, codebook=codebook, sources=sources) for each in codings]
    return {
        "@context": list(CONTEXT),
        "id": WHOLE,
        "type": "AnnotationCollection",
        "label": title,
        "note": POSITIONS,
        "total": len(items),
        "first": {
            "id": f"{WHOLE}:1",
            "type": "AnnotationPage",
            "partOf": {"id": WHOLE, "total": len(items)},
            "startIndex": 0,
            "items": items,
        },
    }


def _annotation(
    coding: Coding, *, codebook: Codebook, sources: Mapping[str, str]
) -> dict[str, Any]:
    """Return one annotation."""
    return {
        "id": f"urn:paraplu:coding:{coding.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "creator": {
            "id": f"urn:paraplu:coder:{coding.coder}",
            "type": "Person",
            "nickname": coding.coder,
        },
        "created": coding.time,
        "body": _body(coding, codebook=codebook),
        "target": {
            "source": sources.get(coding.interview, coding.interview),
            "selector": _selectors(coding),
        },
    }


def _body(coding: Coding, *, codebook: Codebook) -> list[dict[str, Any]]:
    """Return what is said of the passage: the code, its attributes, the memo."""
    code = codebook.codes.get(coding.code)
    tags = [f"{name}={value}" for name, value in sorted(coding.attributes.items())]
    tags += ["tegenbewijs"] if coding.counter else []
    body: list[dict[str, Any]] = [
        {
            "type": "SpecificResource",
            "purpose": "classifying",
            "source": {
                "id": f"urn:paraplu:code:{coding.code}",
                "label": code.name if code else coding.code,
            },
        }
    ]
    body += [_text(tag, purpose="tagging") for tag in tags]
    return body + ([_text(coding.memo, purpose="commenting")] if coding.memo else [])


def _selectors(coding: Coding) -> list[dict[str, Any]]:
    """Return where the passage stands: by position, and by its words and what is around them."""
    around = {"prefix": coding.prefix, "suffix": coding.suffix}
    quotation = {"type": "TextQuoteSelector", "exact": coding.exact}
    quotation |= {name: value for name, value in around.items() if value}
    position = {"type": "TextPositionSelector", "start": coding.start, "end": coding.end}
    return [position, quotation]


def _text(value: str, *, purpose: str) -> dict[str, str]:
    """Return a body of plain Dutch text."""
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
        "language": "nl",
    }
