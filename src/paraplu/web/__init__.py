"""The coding room in the browser: an app on this machine only, for who holds its token."""

from __future__ import annotations
