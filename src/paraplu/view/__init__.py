"""What browser and notebook both show: ES modules, styles, and the page around them."""

from __future__ import annotations

from paraplu.view.assets import assets
from paraplu.view.bundle import bundle, stylesheet
from paraplu.view.pages import page

__all__ = ["assets", "bundle", "page", "stylesheet"]
