"""The language that a request asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mithaq.graph import LANGUAGES

from .languages import DEFAULT_LANGUAGE, language_of_tag

if TYPE_CHECKING:
    from flask import Request

    from mithaq.graph import Language

KEPT_LANGUAGE: Final = "lang"
"""The cookie in which a browser keeps the language that its reader chose."""


def requested_language(request: Request) -> Language:
    """Choose by the parameter ``lang``, else as the reader chose before, else by Accept-Language, else English."""
    named = language_of_tag(request.args.get("lang")) or language_of_tag(request.cookies.get(KEPT_LANGUAGE))
    return named or language_of_tag(request.accept_languages.best_match(LANGUAGES)) or DEFAULT_LANGUAGE
