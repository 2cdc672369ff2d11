"""What can happen more than once is told apart by its year, within an article and between articles."""

from __future__ import annotations

import pytest

from mithaq.graph.extraction.facts.ledger import Name, Term

from .conftest import proposals_for, stated

TWICE = {
    "War": "خاضت مصر حربا ضد إسرائيل في عام 1967. وخاضت مصر حربا ضد إسرائيل في عام 1973.",
    "OfficialVisit": (
        "زار الرئيس الروسي فلاديمير بوتين الصين في 5 مايو 1967. ثم زار الرئيس الروسي فلاديمير بوتين الصين في عام 1973."
    ),
    "SeveranceOfRelations": (
        "قطعت مصر علاقاتها الدبلوماسية مع قطر في يونيو 1967. ثم قطعت مصر علاقاتها الدبلوماسية مع قطر عام 1973."
    ),
    "Extension": (
        "وقعت روسيا معاهدة صداقة مع الصين عام 1950. ومددت روسيا المعاهدة في عام 1967. ومددت روسيا المعاهدة في عام 1973."
    ),
}


def named(text: str, kind: str) -> list[str]:
    claims = proposals_for(text).claims
    return sorted(
        {each.subject.local for each in claims if each.object == Term(kind) and isinstance(each.subject, Name)}
    )


@pytest.mark.parametrize(("kind", "text"), TWICE.items(), ids=TWICE.keys())
def test_what_happens_twice_is_two_events_with_a_date_each(kind: str, text: str) -> None:
    events = stated(proposals_for(text), kind)

    assert [len(each["eventDate"]) for each in events] == [1, 1]


def test_sides_of_two_wars_are_sides_of_one_each() -> None:
    sides = [each["hasSide"] for each in stated(proposals_for(TWICE["War"]), "War")]

    assert [len(each) for each in sides] == [2, 2]
    assert not sides[0] & sides[1]


def test_articles_name_one_event_alike_and_two_apart() -> None:
    one = "غزا العراق الكويت عام 1990."
    same = "في 2 أغسطس 1990 غزا العراق الكويت."
    other = "غزا العراق الكويت عام 1961."

    assert named(one, "War") == named(same, "War")
    assert not set(named(one, "War")) & set(named(other, "War"))


def test_the_end_of_a_war_is_no_other_war() -> None:
    text = "اندلعت الحرب بين إيران والعراق عام 1980. وانتهت الحرب بين إيران والعراق عام 1988."

    assert named(text, "War") == ["war-of-iran-and-iraq-1980"]


def test_what_happens_once_needs_no_year() -> None:
    assert named("اعترفت كينيا باستقلال كوسوفو عام 2012.", "RecognitionAct") == ["recognition-of-kosovo-by-kenya"]


def test_what_is_told_again_without_its_date_is_what_was_told_last() -> None:
    text = "غزا العراق الكويت عام 1990. وكان الرئيس قال إن الحرب طويلة. غزا العراق الكويت فجأة."

    assert len(named(text, "War")) == 1
