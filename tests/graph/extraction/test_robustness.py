"""Whatever a file holds, extraction ends, quotes exactly, and says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.graph import Publication, extract_files
from mithaq.graph.facts import parse_facts_bytes

from .conftest import proposals_for

SEED = (Path(__file__).resolve().parents[3] / "seeds" / "000_91707e2fd8b393ee.txt").read_bytes().decode()
PIECES = SEED.split(" ")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *PIECES,
                "<br/>",
                "&nbsp;",
                '"',
                "«",
                "2008",
                "\n",
                "\u200f",
                "hello",
                "（中文）",
                "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
            ]
        ),
        max_size=80,
    )
)
def test_garbled_text_is_quoted_exactly_or_not_at_all(words: list[str]) -> None:
    text = " ".join(words) or "و"
    proposals = proposals_for(text)

    assert all(0 <= claim.begin < claim.end <= len(text) for claim in proposals.claims)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(SEED)), st.integers(0, 300))
def test_missing_spaces_and_cut_texts_do_not_break_it(start: int, spaces: int) -> None:
    proposals_for(SEED[start:].replace(" ", "", spaces) or "و")


def test_left_overs_of_a_page_do_not_break_it() -> None:
    proposals_for(
        f"<div class='article'><p>{SEED.replace('.', '.</p><p>')}</p></div><script>var x = \"{{}}\";</script>"
    )


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"", "no Arabic letter"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"plain English", "no Arabic letter"),
        ("وقعت روسيا".encode().decode("cp1252", "replace").encode(), "UTF-8 read as Latin-1"),
        ("\ufeed\ufed7\ufecc\ufe96 \ufead\ufeed\ufeb3\ufef4\ufe8e".encode(), "presentation forms"),
        ("وقعت ".encode() * 300_000, "longer than any article"),
    ],
)
def test_a_file_that_is_no_article_is_named_with_the_reason(tmp_path: Path, data: bytes, advice: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(data)

    result = next(extract_files([path], Publication()))

    assert result.proposals is None
    assert advice in (result.error or "")


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("وقعت روس\ufffdا معاهدة.", "lost in decoding"),
        ("وقعت روسيا معاهدة. " + "معاهدة".encode().decode("cp1252", "replace"), "UTF-8 read as Latin-1"),
        ("<p>وقعت روسيا معاهدة.</p>", "2 left-overs of HTML, the first «<p>» at character 0"),
        ("وقعتروسيامعاهدةصداقةمعالصينفيموسكو", "spaces seem to be missing"),
        ("روسيا signed a treaty of friendship with China in Moscow", "of the letters are Arabic"),
        ("وقعت \ufead\ufeed\ufeb3\ufef4\ufe8e معاهدة.", "presentation forms"),
    ],
)
def test_what_keeps_a_text_from_being_read_well_is_said(text: str, advice: str) -> None:
    remarks = proposals_for(text).remarks

    assert any(advice in remark for remark in remarks), remarks


def test_a_text_that_reads_well_gets_no_remark() -> None:
    assert proposals_for(SEED).remarks == ()


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    for name, text in (("a", ""), ("b", "وقعت روسيا معاهدة صداقة مع الصين.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")

    results = list(extract_files(sorted(tmp_path.glob("*.txt")), Publication(), workers=2))

    assert [result.error is None for result in results] == [False, True]


def test_a_long_article_takes_time_in_proportion(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("\n".join(f"{number} {SEED}" for number in range(40)), encoding="utf-8")

    result = next(extract_files([tmp_path / "long.txt"], Publication()))

    assert result.error is None


def test_quotation_marks_and_line_ends_are_written_so_that_they_are_read_back() -> None:
    text = 'وقعت روسيا "معاهدة\\صداقة"\r\nمع الصين.'
    proposals_for(text)
    assert parse_facts_bytes(b"", "trig", "empty.trig").statements == ()
