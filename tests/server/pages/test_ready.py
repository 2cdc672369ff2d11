"""Pages of the whole graph are there before somebody asks, also after the graph has changed."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

import pytest
from tests.server.applications import governed_client

from mithaq.server.warming import make_pages
from mithaq.server.workbench import Newest
from mithaq.server.workers.tasks.pages import GraphOverview

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask

ASKED = {"Accept": "text/html", "Accept-Language": "ar"}


@pytest.mark.parametrize("path", ["/see", "/compare", "/ontology", "/shapes"])
def test_page_that_was_made_beforehand_is_not_made_again(app: Flask, path: str) -> None:
    make_pages(app)
    cache = app.extensions["service"].cache
    hits = cache.hits

    response = app.test_client().get(path, headers=ASKED)

    assert response.status_code == 200
    assert cache.hits == hits + 1


def test_overview_of_a_small_graph_is_always_the_newest(small_store: Path, tmp_path: Path) -> None:
    store = shutil.copytree(small_store, tmp_path / "store")
    with governed_client(store) as client:
        newest = Newest(client.application.extensions["service"], GraphOverview(), patience=60)
        before = newest.value().facts
        client.delete("/facts?article=pact").get_json()

        assert newest.value().facts < before


def test_what_takes_long_is_given_as_it_was_until_it_is_known_anew(small_store: Path, tmp_path: Path) -> None:
    store = shutil.copytree(small_store, tmp_path / "store")
    with governed_client(store) as client:
        newest = Newest(client.application.extensions["service"], GraphOverview(), patience=0)
        before = newest.value().facts
        client.delete("/facts?article=pact").get_json()

        assert newest.value().facts == before
        deadline = time.monotonic() + 60
        while newest.value().facts == before and time.monotonic() < deadline:
            time.sleep(0.05)
        assert newest.value().facts < before
