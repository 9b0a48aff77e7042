"""Texts of the page around the coding room; what happens in it speaks through words.js."""

from __future__ import annotations

__all__ = ["CODING_AS", "FICTIONAL", "NO_SCRIPT", "ROOMS", "SKIP"]

FICTIONAL = "Fictief materiaal. Personen, gesprekken en uitkomsten zijn verzonnen."
SKIP = "Naar de inhoud"
ROOMS = "Vertrekken"
CODING_AS = "U codeert als"
NO_SCRIPT = "De codeerkamer werkt alleen met JavaScript aan."
