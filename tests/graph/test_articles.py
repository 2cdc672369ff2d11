"""Articles are read untouched, and what cannot be read is named with what to do."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from mithaq.graph import ArticleError
from mithaq.graph.articles import read_article, read_folder

if TYPE_CHECKING:
    from pathlib import Path


def test_text_keeps_every_code_point(tmp_path: Path) -> None:
    data = "\ufeffسطر\r\nثانٍ \u200f\r\n".encode()
    (tmp_path / "a.txt").write_bytes(data)

    article = read_article(tmp_path / "a.txt")

    assert article.text == "\ufeffسطر\r\nثانٍ \u200f\r\n"
    assert article.sha256 == hashlib.sha256(data).hexdigest()


def test_file_that_is_not_utf8_is_named_with_the_byte(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("سلام".encode("windows-1256"))

    with pytest.raises(ArticleError, match=r"a\.txt: not UTF-8: byte 0 .* Save the file as UTF-8"):
        read_article(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["two words", "a#b", "50%", "a[1]"])
def test_name_that_cannot_stand_in_an_iri_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.txt").write_text("نص", encoding="utf-8")

    with pytest.raises(ArticleError, match="the name becomes part of IRIs"):
        read_folder(tmp_path)


def test_arabic_name_is_fine(tmp_path: Path) -> None:
    (tmp_path / "مقال.txt").write_text("نص", encoding="utf-8")

    assert read_folder(tmp_path).articles[0].iri == "https://w3id.org/mithaq/article/مقال"


def test_facts_without_their_article_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.trig").touch()

    with pytest.raises(ArticleError, match=r"a\.trig: its article is missing: put a\.txt beside it"):
        read_folder(tmp_path)


def test_article_without_facts_is_fine(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")

    folder = read_folder(tmp_path)

    assert [article.name for article in folder.articles] == ["a"]
    assert folder.facts == ()
    assert folder.sources is None


def test_empty_folder_is_an_empty_corpus(tmp_path: Path) -> None:
    assert read_folder(tmp_path).articles == ()


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="not a folder"):
        read_folder(tmp_path / "nowhere")
