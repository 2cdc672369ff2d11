"""Where people find articles: all of them, a page at a time, or those with some words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import Response, request

from ..overviews import find_articles
from ..problems import bad_request
from ..rendering import render_page

if TYPE_CHECKING:
    from flask import Blueprint

    from ..overviews import Overview
    from ..service import Service
    from .newest import Newest

_AT_ONCE: Final = 50
_DIGITS: Final = 9


def add_listing(blueprint: Blueprint, service: Service, overview: Newest[Overview]) -> None:
    """Add this page to the pages of a service."""

    @blueprint.get("/articles")
    def listing() -> Response:
        sought = request.args.get("q", "").strip()
        found = find_articles(overview.value().articles, sought)
        pages = max(1, -(-len(found) // _AT_ONCE))
        page = min(_number_sent(), pages)
        entries = found[(page - 1) * _AT_ONCE : page * _AT_ONCE]
        return render_page(
            "articles.html", service, sought=sought, entries=entries, count=len(found), page=page, pages=pages
        )


def _number_sent() -> int:
    """Read the number of the page; raises ProblemError where it is none."""
    sent = request.args.get("page", "1")
    number = int(sent) if sent.isascii() and sent.isdecimal() and len(sent) <= _DIGITS else 0
    if not number:
        raise bad_request(f"The parameter 'page' is a whole number from 1 to {'9' * _DIGITS}.")
    return number
