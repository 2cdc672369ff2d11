"""The theme that a reader chose to keep: light or dark; without a choice it is the system's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from flask import Request

Theme: TypeAlias = Literal["light", "dark"]

KEPT_THEME: Final = "theme"
"""The parameter that chooses, and the cookie in which a browser keeps the choice."""


def requested_theme(request: Request) -> Theme | None:
    """Choose by the parameter ``theme``, else as the reader chose before."""
    return _theme(request.args.get(KEPT_THEME)) or _theme(request.cookies.get(KEPT_THEME))


def _theme(text: str | None) -> Theme | None:
    match text:
        case "light" | "dark":
            return text
        case _:
            return None
