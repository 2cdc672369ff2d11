"""The web application: one blueprint for each concern, all over the same store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask

from .health import health_blueprint
from .pages import pages_blueprint
from .problems import register_problems
from .snapshots import Snapshots
from .sparql import sparql_blueprint
from .validation import validation_blueprint

if TYPE_CHECKING:
    from flask import Response

    from .settings import ServiceSettings

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def create_app(settings: ServiceSettings) -> Flask:
    """Make the application that serves a built store; raises StoreError where there is none.

    Whoever makes the application closes ``app.extensions["snapshots"]`` when it is done with it.
    """
    app = Flask(__name__)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.config["MAX_CONTENT_LENGTH"] = settings.largest_body
    app.extensions["snapshots"] = snapshots = Snapshots(settings.store)
    for make_blueprint in (sparql_blueprint, validation_blueprint, health_blueprint, pages_blueprint):
        app.register_blueprint(make_blueprint(snapshots))
    register_problems(app)
    app.after_request(_secure)
    return app


def _secure(response: Response) -> Response:
    response.headers.extend(SECURITY_HEADERS)
    return response
