"""A real service over the shipped articles, and a real browser that tells of everything that goes wrong in it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TypeAlias

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.server.services import serve_mithaq

Opening: TypeAlias = Callable[..., AbstractContextManager[Page]]

TOKEN = "a-token-for-the-tests-alone"
PATIENCE = 90_000
"""Milliseconds that a page may take on a busy machine; tests wait for what they need, and no longer."""

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def address(shipped_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the service answers, without a last slash; it has a store of its own, which it may add to."""
    store = tmp_path_factory.mktemp("workbench") / "store"
    shutil.copytree(shipped_store, store)
    with serve_mithaq(store, token=TOKEN) as service:
        yield service.address


@pytest.fixture
def token() -> str:
    """What allows everything at the service."""
    return TOKEN


@pytest.fixture
def accord() -> tuple[str, str]:
    """The text and the facts of the article that the documentation writes out."""
    page = (Path(__file__).resolve().parents[2] / "docs" / "your-article.md").read_text(encoding="utf-8")
    blocks = {kind: re.search(rf"^```{kind}\n(.*?)\n```$", page, re.MULTILINE | re.DOTALL) for kind in ("text", "trig")}
    text, facts = (found[1] for found in blocks.values() if found)
    return text, facts


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "Install Chromium (apt-get install chromium), or leave these tests out: pytest -m 'not browser'"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def opening(browser: Browser, address: str) -> Opening:
    """Open a page for the time of a block; then fails where the console told an error or another host was asked.

    What a test provokes itself may be told: it says so with ``told_too``.
    """

    @contextmanager
    def opened(
        path: str,
        language: str = "en",
        theme: str = "light",
        *,
        scripts: bool = True,
        width: int = 1200,
        told_too: str = "",
    ) -> Iterator[Page]:
        context = browser.new_context(
            base_url=address,
            locale=language,
            color_scheme="dark" if theme == "dark" else "light",
            java_script_enabled=scripts,
            viewport={"width": width, "height": 900},
            permissions=["clipboard-read", "clipboard-write"],
        )
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text) if message.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("request", lambda each: None if each.url.startswith((address, "blob:")) else told.append(each.url))
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
        yield page
        context.close()
        assert [each for each in told if not told_too or told_too not in each] == []

    return opened


@pytest.fixture(scope="session")
def barriers() -> Callable[[Page], list[str]]:
    """Find what keeps people from using a page (WCAG 2.2 A and AA), each with its place."""
    axe = Axe()
    rules = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

    def found(page: Page) -> list[str]:
        violations = axe.run(page, options={"runOnly": rules}).response["violations"]
        return [f"{each['id']}: {node['html'][:200]}" for each in violations for node in each["nodes"]]

    return found
