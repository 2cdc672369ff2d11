"""Linked data: every IRI of the graph leads to what the graph says of it, as data or as a page."""

from __future__ import annotations

from http import HTTPStatus
from importlib.metadata import version
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from flask import Blueprint, Response, request, url_for
from pyoxigraph import Literal

from mithaq.graph import compact, describe_rule

from .answers import without_body
from .choices import choose
from .freshness import unless_unchanged
from .given_out import give_out
from .iris import GRAPHS, HOME, RULES, node_of, unknown
from .media_types import GRAPH_FORMATS, HTML
from .readings.sections import read_sections
from .rendering import render_page
from .requested_language import requested_language
from .requested_theme import requested_theme
from .workbench import article_page, entity_page, vocabulary_page
from .workers.tasks.documents import DescribeArticle, DescribeEntity, DescribeRule, GiveGraph, Label
from .workers.tasks.pages import QueryTable

if TYPE_CHECKING:
    from .service import Service

_FORMATS: Final = (*GRAPH_FORMATS, HTML)
_OF_GRAPH: Final = """SELECT ?subject ?property ?value WHERE {{
  GRAPH {node} {{ ?subject ?property ?value }}
}} ORDER BY ?subject ?property ?value"""
_GRAPHS: Final = frozenset({"reference", "ontology", "shapes", "inferred"})


def linked_data_blueprint(service: Service) -> Blueprint:
    """Make the views at which IRIs dereference."""
    blueprint = Blueprint("linked_data", __name__)
    _lead_on(blueprint)
    _tell_of_things(blueprint, service)
    _tell_of_graphs(blueprint, service)
    return blueprint


def _lead_on(blueprint: Blueprint) -> None:
    """Make the views of things, which lead on to what is said of them."""

    @blueprint.get("/id/<path:name>")
    def entity(name: str) -> Response:
        return _see_other(f"id/{name}")

    @blueprint.get("/.well-known/genid/<path:name>")
    def unnamed(name: str) -> Response:
        return _see_other(f".well-known/genid/{name}")

    @blueprint.get("/ontology/<path:name>")
    def ontology_part(name: str) -> Response:  # noqa: ARG001 - the parts are one document
        return _redirect(url_for("linked_data.ontology"))

    @blueprint.get(f"/{version('mithaq')}")
    def ontology_of_this_version() -> Response:
        return _redirect(url_for("linked_data.ontology"))

    @blueprint.get("/shape/<path:name>")
    def shape(name: str) -> Response:
        return _redirect(url_for("linked_data.shapes", _anchor=name))


def _tell_of_things(blueprint: Blueprint, service: Service) -> None:
    """Make the documents and the pages of things."""
    sections = read_sections()

    @blueprint.get("/document/<path:name>")
    def document(name: str) -> Response:
        choice, iri = choose(GRAPH_FORMATS), node_of(HOME + name).value
        response = give_out(service, DescribeEntity(iri, choice), choice)
        page = url_for("linked_data.page", name=name)
        described = f'<{quote(iri, safe=_IN_IRIS)}>; rel="describes"'
        response.headers["Link"] = f'{described}, <{page}>; rel="alternate"; type="text/html"'
        return response

    @blueprint.get("/page/<path:name>")
    def page(name: str) -> Response:
        return entity_page(service, HOME + name, url_for("linked_data.document", name=name), sections)

    @blueprint.get("/rule/<name>")
    def rule(name: str) -> Response:
        choice = choose(_FORMATS)
        if choice.format is HTML:
            return _page_of_rule(service, name, request.path)
        return give_out(service, DescribeRule(node_of(RULES + name).value.removeprefix(RULES), choice), choice)

    @blueprint.get("/article/<name>")
    def article(name: str) -> Response:
        iri = f"{HOME}article/{name}"
        choice = choose(_FORMATS)
        if choice.format is HTML:
            return article_page(service, iri, request.path)
        return give_out(service, DescribeArticle(node_of(iri).value, choice), choice)


def _tell_of_graphs(blueprint: Blueprint, service: Service) -> None:
    """Make the views of whole graphs."""

    @blueprint.get("/graph/<name>")
    def graph(name: str) -> Response:
        if name not in _GRAPHS:
            raise unknown(GRAPHS + name)
        iri = GRAPHS + name
        choice = choose(_FORMATS)
        if choice.format is HTML:
            if name in {"ontology", "shapes"}:
                return vocabulary_page(service, "ontology" if name == "ontology" else "shapes", request.path)
            return _page(service, iri, request.path)
        return give_out(service, GiveGraph(iri, choice), choice)

    @blueprint.get("/ontology")
    def ontology() -> Response:
        return graph("ontology")

    @blueprint.get("/shapes")
    def shapes() -> Response:
        return graph("shapes")


_IN_IRIS: Final = ":/?#[]@!$&'()*+,;=~%"


def _see_other(name: str) -> Response:
    """Send on to what is said of a thing, which is not the thing itself (Cool URIs for the Semantic Web, 4.2)."""
    html = choose(_FORMATS).format is HTML
    if html:
        return _redirect(url_for("linked_data.page", name=name, lang=request.args.get("lang")))
    return _redirect(url_for("linked_data.document", name=name, format=request.args.get("format")))


def _redirect(address: str) -> Response:
    response = without_body(HTTPStatus.SEE_OTHER, {"Location": address})
    response.vary.add("Accept")
    return response


def _page_of_rule(service: Service, name: str, document: str) -> Response:
    language, iri = requested_language(request), RULES + name
    objects = [triple.object for triple in describe_rule(name)]
    if not objects:
        raise unknown(iri)
    says, advises = (each.value for each in objects if isinstance(each, Literal) and each.language == language)
    downloads = _downloads(document)
    return render_page("rule.html", service, name=name, iri=iri, says=says, advises=advises, downloads=downloads)


def _downloads(document: str) -> list[tuple[str, str]]:
    return [(each.name, f"{document}?format={each.name}") for each in GRAPH_FORMATS]


def _page(service: Service, iri: str, document: str) -> Response:
    language = requested_language(request)

    def rendered() -> Response:
        table = service.find(QueryTable(_OF_GRAPH.format(node=node_of(iri)), language))
        if not table.rows:
            raise unknown(iri)
        title = service.find(Label(iri, language)) or compact(iri)
        return render_page("entity.html", service, iri=iri, title=title, table=table, downloads=_downloads(document))

    form = f"text/html {language} {requested_theme(request)}"
    return unless_unchanged(service.revision().digest, form, rendered)
