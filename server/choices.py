"""Choose the format of an answer to a request: by the parameter `format`, else by the header Accept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request

from .media_types import choose_by_name, choose_by_preference, media_types
from .problems import bad_request, not_acceptable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .media_types import Choice, Format


def choose(formats: Sequence[Format]) -> Choice:
    """Choose among formats; raises ProblemError where none of them is acceptable."""
    names = request.args.getlist("format")
    if len(names) > 1:
        raise bad_request("Ask for one format.")
    choice = choose_by_name(names[0], formats) if names else choose_by_preference(request.accept_mimetypes, formats)
    if choice is None:
        raise not_acceptable(media_types(formats))
    return choice
