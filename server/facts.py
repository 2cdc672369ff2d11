"""Facts over HTTP: added where they conform, retracted, and given out."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from flask import Blueprint, Response, request

from .access.gate import current_client
from .answers import respond
from .choices import choose
from .freshness import revisions_required
from .given_out import give_out
from .handed_in import read_parts
from .iris import iri_of
from .media_types import DATASET_FORMATS, REPORT_FORMATS
from .problems import bad_request
from .rendering import data_of_page, for_page, render_page
from .replies import Replies
from .requested_language import requested_language
from .workers.tasks.facts import AddFacts, ExportFacts, RetractFacts

if TYPE_CHECKING:
    from collections.abc import Callable

    from .media_types import Choice
    from .service import Service
    from .workers.tasks.facts import Change

_LONGEST_KEY = 255
_LONGEST_NOTE = 500


def facts_blueprint(service: Service) -> Blueprint:
    """Make the views that change the graph by its facts, and give them out."""
    blueprint = Blueprint("facts", __name__)
    replies = Replies()

    @blueprint.get("/facts")
    def export() -> Response:
        choice, article = choose(DATASET_FORMATS), request.args.get("article")
        return give_out(service, ExportFacts(None if article is None else iri_of(article), choice), choice)

    @blueprint.post("/facts")
    def add() -> Response:
        choice = choose(REPORT_FORMATS)
        parts = read_parts(request)
        names = ", ".join(part.file for part in parts)
        task = AddFacts(
            revisions_required(), _note(f"add {names}"), for_page(choice), requested_language(request), parts
        )
        return _once(replies, task, lambda: _carry_out(service, task, choice))

    @blueprint.delete("/facts")
    def retract() -> Response:
        choice, target = choose(REPORT_FORMATS), _target()
        task = RetractFacts(
            revisions_required(), _note(f"retract {target}"), for_page(choice), requested_language(request), target
        )
        return _once(replies, task, lambda: _carry_out(service, task, choice))

    return blueprint


def _carry_out(service: Service, task: Change, choice: Choice) -> Response:
    with service.writing(task) as running:
        answer = running.answer()
    if choice.format.name != "html":
        response = respond(answer)
        response.vary.update(("Accept", "Accept-Language"))
        return response
    told = data_of_page(answer)
    response = render_page("report.html", service, answer.head.status, report=told["report"], done=told)
    response.headers.extend(dict(answer.head.headers))
    return response


def _once(replies: Replies, task: Change, act: Callable[[], Response]) -> Response:
    """Carry a request out, but only once where it has a key."""
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return act()
    if not 0 < len(key) <= _LONGEST_KEY:
        raise bad_request(f"An Idempotency-Key has 1 to {_LONGEST_KEY} characters.")
    return replies.once(current_client().name, key, hashlib.sha256(repr(task).encode()).hexdigest(), act)


def _target() -> str:
    """Read what is to be retracted: an article by name or IRI, or a span by IRI."""
    named = [request.args[name] for name in ("article", "span") if name in request.args]
    if len(named) != 1 or not named[0]:
        raise bad_request("Name one article (?article=NAME) or one span (?span=IRI, its # written as %23).")
    return iri_of(named[0])


def _note(usual: str) -> str:
    """Read why the graph changes, and say who changed it."""
    note = request.args.get("note") or usual[:_LONGEST_NOTE]
    if len(note) > _LONGEST_NOTE:
        raise bad_request(f"The note has {len(note)} characters; {_LONGEST_NOTE} are allowed.")
    token = current_client().token
    return f"{note} (by {token.name})" if token else note
