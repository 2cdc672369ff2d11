"""Pages are read into sentences, and furniture is set apart."""

from __future__ import annotations

from mithaq.graph.extraction.reading.furniture import LineKind
from mithaq.graph.extraction.reading.sentences import sentences_of
from mithaq.graph.folding import fold


def read(text: str) -> list[tuple[str, str]]:
    made = fold(text)
    return [(each.kind.name, text[slice(*made.span(each.begin, each.end))]) for each in sentences_of(made.text)]


def test_bulleted_headlines_of_other_articles_are_no_sentences() -> None:
    page = "- قمة في باريس\n- زلزال في اليابان\n- فوز المنتخب\nوقعت روسيا معاهدة.\n"

    kinds = [kind for kind, _ in read(page)]

    assert kinds == ["OTHER_HEADLINE"] * 3 + ["BODY"]


def test_what_follows_read_also_is_of_other_articles() -> None:
    page = "وقعت روسيا معاهدة مع الصين.\nاقرأ أيضا\nتوقيع اتفاقية سلام في واشنطن"

    assert [kind for kind, _ in read(page)] == ["BODY", "FURNITURE", "OTHER_HEADLINE"]


def test_a_ticker_is_no_sentence() -> None:
    assert read("عاجل | انخفاض أسعار الذهب\nوقعت روسيا معاهدة مع الصين.")[0][0] == "OTHER_HEADLINE"


def test_a_repeated_lead_states_nothing_anew() -> None:
    line = "وقعت روسيا معاهدة مع الصين أمس الأربعاء."

    assert [kind for kind, _ in read(f"{line}\n{line}\n")] == ["BODY", "FURNITURE"]


def test_a_headline_and_a_dateline_are_told_from_the_text() -> None:
    page = "معاهدة بين روسيا وأبخازيا\nموسكو – وكالات\nوقعت روسيا معاهدة."

    assert [kind for kind, _ in read(page)] == ["HEADLINE", "DATELINE", "BODY"]


def test_sentences_end_at_marks_with_the_quotation_that_closes_there() -> None:
    text = 'قال إنه "موافق." ثم غادر. وقال د. أحمد كذا؟ نعم!'

    assert [words for _, words in read(text)] == ['قال إنه "موافق."', "ثم غادر.", "وقال د. أحمد كذا؟", "نعم!"]


def test_every_kind_of_line_is_known() -> None:
    assert {each.name for each in LineKind} == {"HEADLINE", "DATELINE", "BODY", "OTHER_HEADLINE", "FURNITURE"}
