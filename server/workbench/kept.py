"""Pages that are the same as long as the graph is: rendered once for each revision, address, language and theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request

from ..freshness import unless_unchanged
from ..rendering import PAGE, page_response
from ..requested_language import requested_language
from ..requested_theme import requested_theme
from ..result_cache import Kept
from ..workers.tasks.records import Head

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Response

    from ..service import Service


def kept_page(service: Service, render: Callable[[], Response]) -> Response:
    """Give a page, unless the reader has it already; raises what rendering it raises."""
    look, digest = (requested_language(request), requested_theme(request)), service.revision().digest
    key = (digest, ("page", request.full_path, look))

    def given() -> Response:
        kept = service.cache.get(key)
        if kept is not None:
            return page_response(kept.data)
        response = render()
        service.cache.put(key, Kept(Head(PAGE, digest=digest), response.get_data()))
        return response

    return unless_unchanged(digest, f"text/html {look}", given)
