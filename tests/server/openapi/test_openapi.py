"""The description of the requests is true: nothing is left out, nothing made up, and every answer is as described."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mithaq.graph import KnowledgeGraph
from mithaq.server import ServiceSettings, create_app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask
    from flask.testing import FlaskClient

    from mithaq.graph import BuildFiles

MITHAQ = Path(sys.executable).with_name("mithaq")
SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")
CONFIGURATION = Path(__file__).with_name("schemathesis.toml")
SECRET = "a-secret-for-the-tests-alone"
NOT_DESCRIBED = {"/static/{filename}", "/document/{name}", "/page/{name}", "/.well-known/genid/{name}", "/data/{name}"}
"""Files of the pages; and addresses that stand in answers, or below others, and are not made up by clients."""


def served(app: Flask) -> set[tuple[str, str]]:
    return {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(rule)), method.lower())
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS", "QUERY"}
    }


def described(client: FlaskClient) -> set[tuple[str, str]]:
    paths = client.get("/openapi.json").get_json()["paths"]
    return {(path, method) for path, methods in paths.items() for method in methods}


def folded(requests: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Take the documents and pages of single namespaces as those of all names below."""
    return {(re.sub(r"^/(document|page)/id/", r"/\1/", path), method) for path, method in requests}


def test_every_request_is_described_and_no_other(client: FlaskClient, app: Flask) -> None:
    known = {(path, method) for path, method in served(app) if path not in NOT_DESCRIBED}

    told = {(path, method) for path, method in folded(described(client)) if path not in NOT_DESCRIBED}
    assert told == known


def test_open_service_describes_only_what_it_has(tmp_path: Path) -> None:
    app = create_app(ServiceSettings(tmp_path / "scratch", policy="open", workers=1))

    told = {path for path, _ in described(app.test_client())}

    assert {"/sparql", "/update", "/data"} < told
    assert not {"/facts", "/validate", "/ontology"} & told
    app.extensions["service"].close()


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"])
def test_methods_that_are_not_described_are_refused_with_those_that_are(client: FlaskClient, method: str) -> None:
    told = described(client)

    for path in {path for path, each in told if "{" not in path and (path, method.lower()) not in told}:
        response = client.open(path, method=method)
        if method != "HEAD" or (path, "get") not in told:
            assert response.status_code == 405, path
            assert {each.strip().lower() for each in response.headers["Allow"].split(",")} >= {
                each for known, each in told if known == path
            }


def test_references_of_the_description_lead_somewhere(client: FlaskClient) -> None:
    text = client.get("/openapi.json").get_data(as_text=True)

    schemas = client.get("/openapi.json").get_json()["components"]["schemas"]
    assert set(re.findall(r'"#/components/schemas/(\w+)"', text)) <= schemas.keys()


@pytest.mark.parametrize("policy", ["governed", "open"])
def test_schemathesis_finds_nothing(tmp_path: Path, small_files: BuildFiles, policy: str) -> None:
    store = tmp_path / "store"
    if policy == "governed":
        assert KnowledgeGraph.build(store, files=small_files).written

    with serving(store, policy) as address:
        done = subprocess.run(
            [
                SCHEMATHESIS, "--config-file", CONFIGURATION, "run", f"{address}/openapi.json",
                "--checks", "all", "--exclude-checks", "unsupported_method,allow_header_conformance",
                "--max-examples", "8", "--max-time", "40", "--seed", "1", "--suppress-health-check", "all",
                "--header", f"Authorization: Bearer {SECRET}", "--continue-on-failure",
            ],
            cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip

    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr


@contextmanager
def serving(store: Path, policy: str) -> Iterator[str]:
    """Run a service that whoever has the secret may do everything with."""
    command: list[str | Path] = [MITHAQ, "serve", "--store", store, "--policy", policy, "--port", "0"]
    environment = os.environ | {"MITHAQ_TOKEN": SECRET}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1].rstrip("/")
        process.terminate()
