"""The commands that propose facts: what stops, what goes on, and which exit code tells it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mithaq.graph import KnowledgeGraph

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Mithaq = Callable[..., subprocess.CompletedProcess[bytes]]

TEXT = "وقعت الجزائر معاهدة صداقة مع تونس.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Three articles, of which the first has facts already and the second is not UTF-8."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("first", "third"):
        (folder / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    (folder / "first.trig").write_text("# reviewed\n", encoding="utf-8")
    (folder / "second.txt").write_bytes(TEXT.encode("cp1256"))
    return folder


def notes(mithaq: Mithaq, store: Path) -> list[str]:
    log = json.loads(mithaq("log", "--store", str(store), "--format", "json").stdout)
    return [each["note"] for each in log]


def test_article_that_cannot_be_added_does_not_stop_the_others(mithaq: Mithaq, own_store: Path, articles: Path) -> None:
    done = mithaq("extract", "--store", str(own_store), "--add", "articles")

    told = done.stderr.decode()
    assert done.returncode == 2
    assert "first.trig: there already" in told
    assert "second.txt: not UTF-8" in told
    assert notes(mithaq, own_store)[0] == "extract third.txt"
    assert (articles / "first.trig").read_text(encoding="utf-8") == "# reviewed\n"


def test_proposals_that_are_refused_do_not_conform(mithaq: Mithaq, own_store: Path, articles: Path) -> None:
    (articles / "sources.ttl").write_text(
        "<https://w3id.org/mithaq/article/third#source> a <https://w3id.org/mithaq#NoSuchClass> .", encoding="utf-8"
    )

    done = mithaq("extract", "--store", str(own_store), "--add", "articles/third.txt")

    assert done.returncode == 1
    assert b"NoSuchClass" in done.stdout
    assert len(notes(mithaq, own_store)) == 1


def test_proposals_are_written_beside_an_article_that_cannot_be_read(mithaq: Mithaq, articles: Path) -> None:
    done = mithaq("extract", "--output", "proposed", "articles", "--store", "no-store")

    assert done.returncode == 2
    assert b"second.txt: not UTF-8" in done.stderr
    written = sorted(file.name for file in (articles.parent / "proposed").iterdir())
    assert written == ["first.trig", "third.trig"]


def test_nothing_is_left_where_somebody_else_is_writing(mithaq: Mithaq, own_store: Path, articles: Path) -> None:
    with KnowledgeGraph.writing(own_store):
        done = mithaq("extract", "--store", str(own_store), "--add", "articles/third.txt")

    assert done.returncode == 2
    assert b"another process is writing" in done.stderr
    assert not (articles / "third.trig").exists()


def test_two_articles_of_one_name_are_refused(mithaq: Mithaq, articles: Path) -> None:
    (articles / "more").mkdir()
    (articles / "more" / "third.txt").write_text(TEXT, encoding="utf-8")

    done = mithaq("extract", "--output", "proposed", "articles", "articles/more", "--store", "no-store")

    assert done.returncode == 2
    assert b"articles/third.txt and articles/more/third.txt have one name" in done.stderr
    assert not (articles.parent / "proposed").exists()


def test_nothing_is_added_where_there_is_no_store(mithaq: Mithaq, articles: Path) -> None:
    done = mithaq("extract", "--store", "no-store", "--add", "articles/third.txt")

    assert done.returncode == 2
    assert b"mithaq build" in done.stderr
    assert not (articles / "third.trig").exists()


def test_table_that_is_not_utf8_is_told(mithaq: Mithaq, articles: Path) -> None:
    mithaq("extract", "--output", "p.trig", "articles/third.txt")
    mithaq("review", "p.trig", "--output", "table.csv")
    table = articles.parent / "table.csv"
    table.write_bytes(table.read_text(encoding="utf-8").encode("utf-16"))

    done = mithaq("review", "p.trig", "--apply", "table.csv", "--output", "kept.trig")

    assert done.returncode == 2
    assert b"table.csv: not UTF-8" in done.stderr
    assert b"Traceback" not in done.stderr


OPEN = "اعترفت كينيا في 5 نيسان الماضي باستقلال كوسوفو.\n"
WHOLE = "في 5 أبريل 2012 اعترفت كينيا باستقلال كوسوفو.\n"


def test_dates_that_another_article_settles_are_settled_in_what_is_added(
    mithaq: Mithaq, own_store: Path, tmp_path: Path
) -> None:
    for name, text in (("a-open", OPEN), ("b-whole", WHOLE)):
        for folder in ("written", "added"):
            (tmp_path / folder).mkdir(exist_ok=True)
            (tmp_path / folder / f"{name}.txt").write_text(text, encoding="utf-8")

    written = mithaq("extract", "--store", "no-store", "--output", "written", "written")
    added = mithaq("extract", "--store", str(own_store), "--add", "added")

    assert (written.returncode, added.returncode) == (0, 0), added.stdout.decode()
    for folder in ("written", "added"):
        facts = (tmp_path / folder / "a-open.trig").read_text(encoding="utf-8")
        assert 'mithaq:earliest "2012-04-05"^^xsd:date' in facts
        assert "mithaq:basisSpan <b-whole#char=" in facts
    asked = "ASK { ?date mithaq:basisSpan ?span . ?span mithaq:inArticle article:b-whole }"
    assert mithaq("query", "--store", str(own_store), asked).stdout == b"true\n"
