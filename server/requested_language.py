"""The language that a request asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mithaq.graph import LANGUAGES

from .languages import DEFAULT_LANGUAGE, language_of_tag

if TYPE_CHECKING:
    from flask import Request

    from mithaq.graph import Language


def requested_language(request: Request) -> Language:
    """Choose by the parameter ``lang``, else by Accept-Language, else English."""
    named = language_of_tag(request.args.get("lang"))
    return named or language_of_tag(request.accept_languages.best_match(LANGUAGES)) or DEFAULT_LANGUAGE
