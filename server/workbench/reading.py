"""Where people read: the pages of things, of articles, and of the vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from flask import Response, request

from ..media_types import GRAPH_FORMATS
from ..read_texts import READ_TEXTS
from ..rendering import render_page
from ..requested_language import requested_language
from ..workers.tasks.pages import ReadArticle, ReadEntity, ReadVocabulary
from .kept import kept_page

if TYPE_CHECKING:
    from ..readings.sections import Section
    from ..service import Service


def entity_page(service: Service, iri: str, document: str, sections: tuple[Section, ...]) -> Response:
    """Show a thing, unless the reader has the page already; raises ProblemError where the graph knows nothing of it."""
    language = requested_language(request)

    def rendered() -> Response:
        entity = service.find(ReadEntity(iri, language, sections))
        return render_page("thing.html", service, entity=entity, downloads=_downloads(document))

    return kept_page(service, rendered)


def article_page(service: Service, iri: str, document: str) -> Response:
    """Show an article with its facts, as above."""
    language = requested_language(request)

    def rendered() -> Response:
        article = service.find(ReadArticle(iri, language))
        numbers = {passage.place: number for number, passage in enumerate(article.passages, start=1)}
        return render_page(
            "article.html", service, article=article, numbers=numbers, name=iri.rpartition("/")[2],
            downloads=_downloads(document),
        )  # fmt: skip

    return kept_page(service, rendered)


def vocabulary_page(service: Service, part: Literal["ontology", "shapes"], document: str) -> Response:
    """Show the terms of the ontology, or the shapes, as above."""
    language = requested_language(request)

    def rendered() -> Response:
        chapters = service.find(ReadVocabulary(part, language))
        title = getattr(READ_TEXTS[language], part)
        downloads = _downloads(document)
        return render_page("vocabulary.html", service, part=part, title=title, chapters=chapters, downloads=downloads)

    return kept_page(service, rendered)


def _downloads(document: str) -> list[tuple[str, str]]:
    return [(each.name, f"{document}?format={each.name}") for each in GRAPH_FORMATS]
