"""Where people compare what two articles say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, request

from ..iris import HOME
from ..rendering import render_page
from ..requested_language import requested_language
from ..workers.tasks.pages import CompareArticles
from .kept import kept_page

if TYPE_CHECKING:
    from flask import Blueprint

    from ..overviews import Overview
    from ..service import Service
    from .newest import Newest

_LEAST = 2


def add_comparing(blueprint: Blueprint, service: Service, overview: Newest[Overview]) -> None:
    """Add this page to the pages of a service."""

    @blueprint.get("/compare")
    def comparing() -> Response:
        return kept_page(service, _rendered)

    def _rendered() -> Response:
        articles = overview.value().articles
        known = [entry.summary.name for entry in articles]
        names = tuple(request.args.get(name) or usual for name, usual in zip(("first", "second"), known, strict=False))
        if len(names) < _LEAST:
            return render_page("compare.html", service, articles=articles, names=names)
        first, second = (f"{HOME}article/{name}" for name in names)
        compared = service.find(CompareArticles(first, second, requested_language(request)))
        titles = {entry.summary.name: entry.title for entry in articles}
        return render_page(
            "compare.html", service, articles=articles, names=names, compared=compared,
            titles=[titles.get(name, name) for name in names],
        )  # fmt: skip
