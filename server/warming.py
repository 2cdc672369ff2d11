"""Make the pages of the whole graph before somebody asks for them: at the start, and when the graph has changed."""

from __future__ import annotations

import logging
import threading
import time
from itertools import product
from typing import TYPE_CHECKING, Final

from mithaq.graph import LANGUAGES, MithaqError

from .problems import ProblemError

if TYPE_CHECKING:
    from flask import Flask

    from .service import Service

_PAGES: Final = ("/", "/search?q=a", "/see", "/compare", "/ontology", "/shapes")
_PAUSE: Final = 1.0
_SHARE: Final = 10
"""A pause is at least so many times as long as what went before, so that this takes little from those who ask."""

_log = logging.getLogger(__name__)


def keep_warm(app: Flask) -> None:
    """Have a thread make the pages of an application, as long as the process lives."""
    threading.Thread(target=_keep_warm, args=(app,), daemon=True).start()


def _keep_warm(app: Flask) -> None:
    service: Service = app.extensions["service"]
    made = ""
    while True:
        begun = time.monotonic()
        try:
            digest = service.revision().digest
            if digest != made:
                make_pages(app)
                made = digest
        except MithaqError as error:  # the store is gone, or another is being built
            _log.warning("pages cannot be made: %s", error)
        time.sleep(max(_PAUSE, _SHARE * (time.monotonic() - begun)))


def make_pages(app: Flask) -> None:
    """Make each page in each language, by its view alone: nobody is let in or counted."""
    for path, language in product(_PAGES, LANGUAGES):
        with app.test_request_context(path, headers={"Accept": "text/html", "Accept-Language": language}) as context:
            try:
                app.view_functions[str(context.request.endpoint)]()
            except ProblemError as error:
                _log.warning("%s cannot be made: %s", path, error)
