"""What happened at a time, nationalities, states that are no more, and bodies told together."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated


@pytest.mark.parametrize(
    "text",
    [
        "وقعت الأردن وإسرائيل معاهدة سلام بعد هجمات 11 سبتمبر 2001 بعام.",
        "وقعت روسيا وكازاخستان معاهدة حتى لا يتكرر ما حدث في يناير 2022.",
        "وقعت كينيا وأوغندا اتفاقا بعد أحداث عام 2007.",
        "سلمت فرنسا قاعدة داكار الجوية إلى السنغال في 17 يوليو 2025.",
        "أودعت السويد وثيقة انضمامها إلى حلف الناتو لدى الولايات المتحدة في 7 مارس 2024.",
    ],
)
def test_a_dated_happening_is_an_event(text: str) -> None:
    assert [set(each) & {"eventStatus", "eventDate"} for each in stated(proposals_for(text), "Event")] == [
        {"eventStatus", "eventDate"}
    ]


@pytest.mark.parametrize(
    "text", ["قال إنه يعرف ما حدث.", "لا أحد يعرف ما جرى هناك أمس.", "لم تسلم فرنسا قاعدة داكار في 2020."]
)
def test_what_is_not_dated_or_not_done_is_no_event(text: str) -> None:
    assert "Event" not in kinds_in(proposals_for(text))


def test_nationalities_are_named_one_by_one() -> None:
    proposals = proposals_for("وقعت فرنسا وإسبانيا اتفاقية تتيح للمواطنين حمل الجنسيتين الفرنسية والإسبانية معا.")

    assert sorted(min(each["nationalityOf"]) for each in stated(proposals, "Nationality")) == ["france", "spain"]


@pytest.mark.parametrize(
    ("text", "criterion"),
    [
        ("إن معظم سكان ترانسنيستريا يحملون الجنسية المولدوفية.", "معظم سكان ترانسنيستريا"),
        ("إن مواطني لاتفيا الذين يحملون الجنسية الروسية سيغادرون.", "مواطني لاتفيا الذين يحملون الجنسية الروسية"),
    ],
)
def test_people_hold_a_nationality(text: str, criterion: str) -> None:
    assert [each["membershipCriterion"] for each in stated(proposals_for(text), "PersonCategory")] == [{criterion}]


def test_what_once_was_a_part_of_a_state() -> None:
    proposals = proposals_for("وقعت إستونيا، الجمهورية السوفياتية السابقة، معاهدة حدود مع روسيا.")

    assert {"soviet-union"} in [each.get("formerConstituentOf") for each in stated(proposals, "Polity")]


def test_an_event_is_dated_by_the_end_of_a_state() -> None:
    proposals = proposals_for("نشبت حرب بين كرواتيا وصربيا أثناء تفكك يوغوسلافيا وبعده.")

    assert [each["dateBasis"] for each in stated(proposals, "DateExpression")] == [{"unresolved"}]
    assert [each["dissolvedPolity"] for each in stated(proposals, "StateDissolution")] == [{"yugoslavia"}]


@pytest.mark.parametrize("words", ["وزارتي الداخلية القطرية والإيرانية", "وزارتي الداخلية في قطر وإيران"])
def test_ministries_of_two_are_two(words: str) -> None:
    proposals = proposals_for(f"وقعت قطر وإيران اتفاقية تعاون بين {words}.")

    assert sorted(min(each["bodyOf"]) for each in stated(proposals, "GovernmentBody")) == ["iran", "qatar"]


@pytest.mark.parametrize("words", ["إدارة الرئيس الأميركي جو بايدن", "حكومة رئيس الوزراء الأسترالي أنتوني ألبانيزي"])
def test_a_government_may_be_named_after_its_head(words: str) -> None:
    assert {words} in [each.get("name") for each in stated(proposals_for(f"رحبت {words} بالاتفاق."), "GovernmentBody")]


def test_a_date_among_other_facts_is_stated_though_nothing_recognised_happened_then() -> None:
    proposals = proposals_for("وقعت كينيا وأوغندا معاهدة صداقة. وكانت أوغندا قد طالبت بها مرارا منذ عام 1999.")

    assert [each["rawText"] for each in stated(proposals, "DateExpression")] == [{"عام 1999"}]


def test_a_date_among_no_other_facts_is_not_stated() -> None:
    assert "DateExpression" not in kinds_in(proposals_for("هطلت أمطار غزيرة في 3 يناير 2020 على الجبال."))


def test_a_kin_word_alone_is_the_one_thing_of_that_kin() -> None:
    proposals = proposals_for("انضمت كينيا إلى منظمة التجارة العالمية. وقالت المنظمة إنها ترحب، وسكت الحلف.")

    assert [each["names"] for each in stated(proposals, "NameForm")] == [{"world-trade-organization"}]


def test_citizens_of_the_republic_are_those_of_the_one_named_so() -> None:
    proposals = proposals_for("وقعت جمهورية كينيا والصومال اتفاقية تسمح لمواطني الجمهورية بالسفر.")

    assert [each["categoryOf"] for each in stated(proposals, "PersonCategory")] == [{"kenya"}]


def test_a_union_that_comprises_the_polity_of_its_name_is_an_organization() -> None:
    proposals = proposals_for('تريد أبخازيا الانضمام إلى "الاتحاد الروسي"، الذي يضم روسيا وبيلاروسيا.')

    members = {min(each["member"]) for each in stated(proposals, "InternationalMembership")}
    assert members == {"russia", "belarus"}
    assert len(stated(proposals, "InternationalOrganization")) == 1
