"""What is being worked on, and how to end it."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from flask import Blueprint, Response, jsonify

from ..answers import without_body
from ..problems import Problem, ProblemError

if TYPE_CHECKING:
    from ..service import Service
    from ..workers import Running

_LONGEST_TEXT: Final = 10_000


def running_blueprint(service: Service) -> Blueprint:
    """Make the views that list what is being worked on and cancel it."""
    blueprint = Blueprint("running", __name__, url_prefix="/-/queries")

    @blueprint.get("")
    def running() -> Response:
        tasks = sorted(service.tasks(), key=lambda each: -each.age)
        response = jsonify(running=[_as_object(each) for each in tasks])
        response.headers["Cache-Control"] = "no-store"
        return response

    @blueprint.delete("/<int:number>")
    def cancel(number: int) -> Response:
        found = [each for each in service.tasks() if each.number == number]
        if not found:
            detail = "Nothing with this number is being worked on; it may have ended by itself."
            raise ProblemError(Problem(HTTPStatus.NOT_FOUND, "not-running", "Not running", detail))
        found[0].cancel()
        return without_body(HTTPStatus.NO_CONTENT, {})

    return blueprint


def _as_object(running: Running) -> dict[str, object]:
    task = running.task
    text = getattr(task, "text", None)
    return {
        "number": running.number,
        "kind": task.kind,
        "seconds": round(running.age, 3),
        "text": text[:_LONGEST_TEXT] if isinstance(text, str) else None,
    }
