"""Render pages in the language that the reader asks for."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from flask import Response, render_template, request, url_for

from mithaq.graph import MithaqError, compact

from .article_texts import ARTICLE_TEXTS
from .ask_texts import ASK_TEXTS
from .bundle import is_bundled
from .document_texts import DOCUMENT_TEXTS
from .iris import path_of
from .languages import DIRECTIONS, other_language
from .media_types import Choice, Format
from .problem_texts import heading_of
from .problems import PROBLEM_MEDIA_TYPE, Problem, ProblemError
from .read_texts import READ_TEXTS
from .requested_language import KEPT_LANGUAGE, requested_language
from .requested_theme import KEPT_THEME, requested_theme
from .result_tables import description_query, direction_of
from .texts import TEXTS
from .worded import worded

if TYPE_CHECKING:
    from flask import Flask

    from .service import Service
    from .workers import Answer

LARGEST_PAGE: Final = 4 * 1024 * 1024
"""Bytes of data that a page is made of at most: nobody reads more of them."""

_FOR_PEOPLE: Final = (PROBLEM_MEDIA_TYPE, "text/html")
PAGE: Final = "text/html; charset=utf-8"
_YEAR: Final = 365 * 24 * 60 * 60
_JSON: Final = Choice(Format("json", ("application/json",)), "application/json")


def render_page(template: str, service: Service, status: int = HTTPStatus.OK, **values: object) -> Response:
    """Render a page, with a way to the same page in the other language."""
    language = requested_language(request)
    other = other_language(language)
    body = render_template(
        template,
        **values,
        status=int(status),
        language=language,
        direction=DIRECTIONS[language],
        texts=TEXTS[language],
        words=DOCUMENT_TEXTS[language],
        ask=ASK_TEXTS[language],
        read=READ_TEXTS[language],
        articles=ARTICLE_TEXTS[language],
        bundled=is_bundled(),
        other_language=other,
        other_address=_address_with(lang=other),
        theme=requested_theme(request),
        themes={theme: _address_with(theme=theme) for theme in ("dark", "light")},
        revision=service.revision().digest[:16],
    )
    return page_response(body, status)


def page_response(body: str | bytes, status: int = HTTPStatus.OK) -> Response:
    """Make the response for a page that was rendered for this request, or before for another like it."""
    language = requested_language(request)
    response = Response(body, status, content_type=PAGE)
    response.content_language.add(language)
    response.vary.update(("Accept", "Accept-Language", "Cookie"))
    for name, chosen in ((KEPT_LANGUAGE, language), (KEPT_THEME, requested_theme(request))):
        if chosen and name in request.args and request.cookies.get(name) != chosen:
            response.set_cookie(name, chosen, max_age=_YEAR, httponly=True, samesite="Lax")
    return response


def show_problems(app: Flask, service: Service) -> None:
    """Have the problems of an application shown as pages to whoever would rather have those."""

    def shown(response: Response) -> Response:
        if response.mimetype != PROBLEM_MEDIA_TYPE or request.accept_mimetypes.best_match(_FOR_PEOPLE) != "text/html":
            return response
        told = response.get_json()
        heading = heading_of(response.status_code).said_in(requested_language(request))
        try:
            page = render_page("problem.html", service, response.status_code, told=told, heading=heading)
        except MithaqError:  # the store has gone, and with it what every page tells
            return response
        kept = {name: value for name, value in response.headers.items() if not name.startswith("Content-")}
        page.headers.update(kept)
        return page

    app.after_request(shown)


def for_page(choice: Choice) -> Choice:
    """Give what a worker is to write where this is chosen: a page is made of JSON."""
    return _JSON if choice.format.name == "html" else choice


def data_of_page(answer: Answer) -> Any:  # noqa: ANN401 - whatever stands in the document
    """Read the JSON that a page is made of; raises ProblemError where it is too much for one."""
    with answer.body as body:
        if answer.length > LARGEST_PAGE:
            detail = "There is too much to say for a page. Ask for application/json."
            raise ProblemError(Problem(HTTPStatus.NOT_ACCEPTABLE, "not-acceptable", "Too long for a page", detail))
        return json.load(body)


def teach_terms(app: Flask) -> None:
    """Teach the templates of an application to show terms and to link to what is said of them."""
    app.jinja_env.filters.update(
        address=_address, compact=compact, direction=direction_of, own_path=_own_path, term=_shown, worded=worded
    )


def _address(iri: str) -> str:
    """Give the address of a page that tells of a thing: its own, or the answer to the question what is said of it."""
    return path_of(iri) or url_for("pages.results", query=description_query(iri))


def _own_path(iri: str) -> str:
    return path_of(iri) or iri


def _shown(term: str) -> str:
    """Show a term that is written as N-Triples has it.

    >>> _shown("<https://w3id.org/mithaq/id/russia>"), _shown('"معاهدة"@ar')
    ('id:russia', '"معاهدة"@ar')
    """
    return compact(term[1:-1]) if term.startswith("<") and term.endswith(">") else term


def _address_with(**choice: str) -> str:
    """Give the address of this page with another choice; of the start page where this one answers no GET."""
    values: dict[str, Any] = dict(choice)
    if request.method not in {"GET", "HEAD"} or request.endpoint is None:
        return url_for("pages.start", **values)
    return url_for(request.endpoint, **{**(request.view_args or {}), **request.args.to_dict(), **values})
