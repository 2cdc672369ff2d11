"""The web application: one blueprint for each concern, all over the same service."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from .access.gate import Gate
from .answers import answer_whoever_has_none
from .bodies import refuse_other_charsets
from .compression import compress
from .descriptions import descriptions_blueprint, openapi_blueprint
from .evidence import grounds_blueprint
from .express import Express
from .facts import facts_blueprint
from .graph_store import graph_store_blueprint
from .headers import tell_browsers
from .linked_data import linked_data_blueprint
from .operations import Metrics, follow_requests, levels_of, running_blueprint, status_blueprint
from .pages import pages_blueprint
from .problem_responses import register_problems
from .rendering import show_problems, teach_terms
from .senseless_parameters import refuse_senseless_parameters
from .service import Service
from .sparql import sparql_blueprint
from .updates import updates_blueprint
from .validation import validation_blueprint

if TYPE_CHECKING:
    from .settings import ServiceSettings

_ALWAYS = (sparql_blueprint, updates_blueprint, graph_store_blueprint, running_blueprint, openapi_blueprint)
_GOVERNED = (
    validation_blueprint,
    facts_blueprint,
    grounds_blueprint,
    linked_data_blueprint,
    descriptions_blueprint,
    pages_blueprint,
)


def create_app(settings: ServiceSettings) -> Flask:
    """Make the application that serves a store; raises StoreError where it cannot be served.

    Whoever makes the application closes ``app.extensions["service"]`` when it is done with it.
    """
    app = Flask(__name__)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.json.mimetype = "application/json; charset=utf-8"  # type: ignore[attr-defined]
    teach_terms(app)
    app.config["MAX_CONTENT_LENGTH"] = settings.largest_body
    app.extensions["service"] = service = Service(settings)
    _follow_and_guard(app, service)
    for make_blueprint in (*_ALWAYS, *(_GOVERNED if settings.policy == "governed" else ())):
        app.register_blueprint(make_blueprint(service))
    if settings.policy == "governed":
        show_problems(app, service)
    register_problems(app)
    return app


def _follow_and_guard(app: Flask, service: Service) -> None:
    """Have each request numbered and logged, then let in or refused; what is seen first of one is seen last of it."""
    settings = service.settings
    access, metrics = settings.access, Metrics(partial(levels_of, service))
    gate = Gate(access, anyone_writes=settings.policy == "open")
    app.extensions["express"] = Express(service, gate, metrics)
    if access.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=access.proxies, x_proto=access.proxies)  # type: ignore[method-assign]
    follow_requests(app, metrics, log_queries=settings.log_queries)
    tell_browsers(app)
    gate.guard(app)
    compress(app)
    refuse_other_charsets(app)
    answer_whoever_has_none(app)
    refuse_senseless_parameters(app)
    app.register_blueprint(status_blueprint(service, metrics))
