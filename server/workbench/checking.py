"""Where people have facts checked: the page from which they are handed in, and what would follow from them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from flask import Response, jsonify, request

from mithaq.graph import PREFIXES

from ..check_texts import CHECK_TEXTS
from ..document_texts import DOCUMENT_TEXTS
from ..handed_in import read_parts
from ..media_types import FACT_FORMATS
from ..rendering import render_page
from ..requested_language import requested_language
from ..workers.tasks.pages import Foresee
from .cells import as_object

if TYPE_CHECKING:
    from flask import Blueprint

    from ..service import Service


def add_checking(blueprint: Blueprint, service: Service) -> None:
    """Add these views to the pages of a service."""

    @blueprint.get("/check")
    def checking() -> Response:
        language = requested_language(request)
        check = CHECK_TEXTS[language]
        phrases = {**asdict(DOCUMENT_TEXTS[language]), **asdict(check)}
        syntaxes = sorted(FACT_FORMATS, key=lambda each: each.name != "trig")
        return render_page(
            "check.html", service, check=check, phrases=phrases, syntaxes=syntaxes, prefixes=dict(PREFIXES)
        )

    @blueprint.post("/check/consequences")
    def consequences() -> Response:
        triples = service.find(Foresee(read_parts(request), requested_language(request)))
        return jsonify(triples=[[as_object(cell) for cell in triple] for triple in triples])
