"""Where people look for what the graph speaks of, by any part of a name in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import Response, request

from mithaq.graph import compact

from ..iris import path_of
from ..readings.names import search
from ..rendering import render_page
from ..requested_language import requested_language

if TYPE_CHECKING:
    from flask import Blueprint

    from ..readings.names import Name
    from ..service import Service
    from .newest import Newest

_MOST: Final = 50


def add_searching(blueprint: Blueprint, service: Service, names: Newest[tuple[Name, ...]]) -> None:
    """Add the search to the pages of a service."""

    @blueprint.get("/search")
    def searching() -> Response:
        sought = request.args.get("q", "").strip()
        known = names.value()
        found = search(known, sought, _MOST + 1)
        wanted = {name.kind for name in found}
        kinds = {each.iri: each for each in known if each.iri in wanted}
        shown = [_shown(name, kinds.get(name.kind or "")) for name in found[:_MOST]]
        return render_page("search.html", service, sought=sought, found=shown, more=len(found) > _MOST)


def _shown(name: Name, kind: Name | None) -> dict[str, str | None]:
    language = requested_language(request)
    label, of_label = name.label(language)
    other_language, other = next(((each, text) for each, text in name.labels.items() if each != of_label), (None, None))
    return {
        "label": label,
        "language": of_label or None,
        "other": other,
        "other_language": other_language,
        "kind": kind.label(language)[0] if kind else None,
        "name": compact(name.iri),
        "address": path_of(name.iri) or name.iri,
    }
