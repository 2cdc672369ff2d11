"""The requests of those who run the service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..access import Scope
from .parts import answer, in_path, operation, schema

if TYPE_CHECKING:
    from .parts import Described

TAG: Final = "operations"


def paths() -> dict[str, Described]:
    """Describe these requests."""
    number = in_path("number", "The number of what is being worked on.", type="integer", minimum=1)
    metrics = answer("The metrics.", {"text/plain": {}})
    return {
        "/-/health": {"get": _told("Whether the service answers", "Health")},
        "/-/ready": {"get": _told("Whether a worker answers from the newest revision", "Readiness")},
        "/-/version": {"get": _told("What is running here, and within which limits", "Version")},
        "/-/metrics": {"get": operation("Counts and times, for Prometheus", TAG, {200: metrics}, scope=Scope.READ)},
        "/-/queries": {"get": _told("What is being worked on", "Running", Scope.ADMIN)},
        "/-/queries/{number}": {
            "delete": operation(
                "Cancel what is being worked on",
                TAG,
                {204: answer("Cancelled.")},
                parameters=[number],
                problems=(404,),
                scope=Scope.ADMIN,
            )
        },
    }


def _told(summary: str, name: str, scope: Scope | None = None) -> Described:
    return operation(summary, TAG, {200: answer(f"{summary}.", {"application/json": schema(name)})}, scope=scope)
