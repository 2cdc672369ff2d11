"""Whatever a file holds, extraction ends, quotes exactly, and says what is wrong with it."""

from __future__ import annotations

import multiprocessing
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from mithaq.graph import ForkEndedError, Publication, extract_files, write_trig
from mithaq.graph.extraction.mentions.records import Kind
from mithaq.graph.facts import parse_facts_bytes
from mithaq.graph.namespaces import XSD

from .conftest import kinds_in, proposals_for

SEED = (Path(__file__).resolve().parents[3] / "seeds" / "000_91707e2fd8b393ee.txt").read_bytes().decode()
PIECES = SEED.split(" ")
PICTURES = [chr(kind.value + place) for kind in Kind for place in (0, 1)]
"""Characters of a font's own, as pages have for their pictures, and skeletons for mentions."""


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
                *PICTURES,
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
def test_missing_spaces_and_cut_texts_are_quoted_exactly_or_not_at_all(start: int, spaces: int) -> None:
    text = SEED[start:].replace(" ", "", spaces) or "و"
    proposals = proposals_for(text)

    assert all(0 <= claim.begin < claim.end <= len(text) for claim in proposals.claims)


@pytest.mark.parametrize(
    "text",
    [
        "وقعت {POLITY} {INSTRUMENT} مع الصين. زار {OFFICIAL} {POLITY}.",
        "اعترفت {POLITY} بروسيا. يلزم {INSTRUMENT} {POLITY} بدفع المال.",
    ],
)
def test_pictures_of_a_font_are_no_mentions(text: str) -> None:
    with_pictures = proposals_for(text.format(**{kind.name: chr(kind.value) for kind in Kind}))
    without = proposals_for(text.format(**dict.fromkeys((kind.name for kind in Kind), "")))

    assert kinds_in(with_pictures) == kinds_in(without)


def test_left_overs_of_a_page_keep_few_facts_from_being_found() -> None:
    page = f"<div class='article'><p>{SEED.replace('.', '.</p><p>')}</p></div><script>var x = \"{{}}\";</script>"

    assert len(proposals_for(page).claims) > len(proposals_for(SEED).claims) / 2


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


def test_a_worker_that_is_killed_is_told(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text("وقعت روسيا معاهدة صداقة مع الصين.", encoding="utf-8")
    results = extract_files(sorted(tmp_path.glob("*.txt")), Publication(), workers=2)
    next(results)

    for worker in multiprocessing.active_children():
        worker.kill()

    with pytest.raises(ForkEndedError, match="is there enough memory"):
        list(results)


def test_a_long_article_takes_time_in_proportion() -> None:
    seconds = {}
    for times in (1, 10, 40):
        begun = time.process_time()
        assert proposals_for("\n".join(f"{number} {SEED}" for number in range(times))).claims
        seconds[times] = time.process_time() - begun

    assert seconds[40] < 4 * 2.5 * seconds[10]


def test_what_is_written_is_read_back() -> None:
    text = 'وقعت روسيا "معاهدة\\صداقة"\r\nمع الصين.'
    known = Publication(date(2009, 3, 1), 'https://example.org/?a="b"', 'صحيفة "الخبر"\nالجزائر')
    proposals = replace(proposals_for(text), publication=known)

    facts = parse_facts_bytes(write_trig(proposals).encode(), "trig", "article.trig")

    said = {each.quad.predicate.value.rpartition("#")[2]: each.quad.object for each in facts.statements}
    assert said["printedAt"] == Literal(known.url or "", datatype=NamedNode(XSD + "anyURI"))
    assert said["publisherAsKnown"] == Literal(known.source or "", language="ar")
    assert {Literal(line) for line in text.split("\r\n")} <= {each.quad.object for each in facts.statements}
