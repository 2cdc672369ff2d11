"""Where people compare what two articles say, each chosen by words of its title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from flask import Response, request

from ..iris import HOME
from ..overviews import find_articles
from ..rendering import render_page
from ..requested_language import requested_language
from ..workers.tasks.pages import CompareArticles
from .kept import kept_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask import Blueprint

    from ..overviews import ArticleEntry, Overview
    from ..service import Service
    from .newest import Newest

_FIELDS: Final = ("first", "second")
_LISTED: Final = 50
"""So many articles can be chosen from at once; from more by words."""
_CANDIDATES: Final = 20


@dataclass(frozen=True)
class Choice:
    """What a reader chose in one field: an article, or words that several have."""

    field: str
    sought: str
    entry: ArticleEntry | None
    candidates: tuple[ArticleEntry, ...] = ()

    @property
    def kept(self) -> str | None:
        """What to send of this field when the other one changes."""
        return self.entry.summary.name if self.entry else (self.sought or None)


def add_comparing(blueprint: Blueprint, service: Service, overview: Newest[Overview]) -> None:
    """Add this page to the pages of a service."""

    @blueprint.get("/compare")
    def comparing() -> Response:
        return kept_page(service, _rendered)

    def _rendered() -> Response:
        known = overview.value().articles
        choices = tuple(_chosen(known, number) for number in range(len(_FIELDS)))
        entries = [choice.entry for choice in choices if choice.entry]
        if len(entries) < len(_FIELDS):
            return render_page("compare.html", service, known=known, choices=choices)
        first, second = (entry.summary.iri for entry in entries)
        compared = service.find(CompareArticles(first, second, requested_language(request)))
        titles = [entry.title for entry in entries]
        return render_page("compare.html", service, known=known, choices=choices, compared=compared, titles=titles)


def _chosen(known: Sequence[ArticleEntry], number: int) -> Choice:
    """Read one field: a name, a title, or words; of few articles one is chosen to begin with."""
    field = _FIELDS[number]
    sought = request.args.get(field, "").strip().removeprefix(f"{HOME}article/")
    if not sought:
        begun = known[number] if len(_FIELDS) <= len(known) <= _LISTED else None
        return Choice(field, sought, begun)
    same = [entry for entry in known if sought in {entry.summary.name, entry.title}]
    found = same or find_articles(known, sought)
    if len(found) == 1:
        return Choice(field, sought, found[0])
    return Choice(field, sought, None, tuple(found[:_CANDIDATES]))
