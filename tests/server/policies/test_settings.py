"""Settings come from the command line, then from the environment, then from a file; what is wrong is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest
from click.testing import CliRunner

from mithaq.server.cli.serving_options import SERVING_OPTIONS, ServingOption, serving_options, settings_of
from mithaq.server.settings import MEBIBYTE, ServiceSettings

if TYPE_CHECKING:
    from click.testing import Result


def settings(*arguments: str, **environment: str) -> ServiceSettings:
    found: list[ServiceSettings] = []
    result = run(found, *arguments, **environment)
    assert result.exit_code == 0, result.output
    return found[0]


def run(found: list[ServiceSettings], *arguments: str, **environment: str) -> Result:
    @click.command()
    @serving_options
    def command(**options: Any) -> None:  # noqa: ANN401 - each has its own type
        found.append(settings_of(options))

    return CliRunner(env={"MITHAQ_STORE": None, **environment}).invoke(command, arguments)


def test_flag_wins_over_environment_and_that_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "mithaq.toml"
    file.write_text('most-rows = 1\ntimeout = 1\ncache = 1\npolicy = "open"\nstore = "here"\nlog-queries = true\n')

    made = settings("--config", str(file), "--most-rows", "3", MITHAQ_MOST_ROWS="2", MITHAQ_TIMEOUT="2")

    assert (made.queries.most_rows, made.reading.seconds, made.cached) == (3, 2.0, MEBIBYTE)
    assert (made.policy, made.store, made.log_queries) == ("open", Path("here"), True)


def test_file_may_be_named_by_the_environment(tmp_path: Path) -> None:
    (tmp_path / "mithaq.toml").write_text("workers = 7\n")

    assert settings(MITHAQ_CONFIG=str(tmp_path / "mithaq.toml")).workers == 7


def test_without_anything_the_defaults_hold() -> None:
    made, standard = settings(), ServiceSettings(Path("mithaq-store"))

    assert (made.store, made.policy, made.workers) == (standard.store, standard.policy, standard.workers)
    assert (made.reading, made.writing, made.queries) == (standard.reading, standard.writing, standard.queries)
    assert (made.largest_body, made.body_seconds, made.cached) == (
        standard.largest_body, standard.body_seconds, standard.cached,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [("most-row = 1", "'most-row'"), ("most-rows = ", "cannot be read"), ('most-rows = "many"', "--most-rows")],
)
def test_file_that_is_wrong_is_told(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "mithaq.toml").write_text(text)

    result = run([], "--config", str(tmp_path / "mithaq.toml"))

    assert result.exit_code == 2
    assert said in result.output


@pytest.mark.parametrize("option", SERVING_OPTIONS, ids=lambda option: option.name)
def test_every_option_has_help_and_a_variable(option: ServingOption) -> None:
    assert option.help.endswith(".")
    assert option.variable == "MITHAQ_" + option.name.upper().replace("-", "_")
