"""Who is meant by a dual, by a title with an adjective, by a word for the state's form; names beside other words."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated

MET = "التقى الرئيس الأنغولي جواو لورينسو نظيره الزامبي هاكيندي هيشيليما في لواندا"


@pytest.mark.parametrize(
    "text",
    [
        f"{MET}، ووقع الرئيسان اتفاقية للنقل.",
        f"{MET}. ووقع الرئيسان اتفاقية للنقل.",
        f"{MET}، حيث وقع الزعيمان اتفاقية للنقل.",
        f"{MET}، ووقعا اتفاقية للنقل.",
    ],
)
def test_the_two_named_before_are_those_who_sign(text: str) -> None:
    proposals = proposals_for(text)

    assert {frozenset(each["onBehalfOf"]) for each in stated(proposals, "Signature")} == {
        frozenset({"angola"}),
        frozenset({"zambia"}),
    }


@pytest.mark.parametrize(
    "text",
    [
        "وقع الرئيسان اتفاقية للنقل.",
        "فاز أحمد على محمود، ووقعا عقدين مع الناديين.",
        f"{MET}، ولم يوقع الرئيسان أي اتفاق.",
        f"{MET}. ومن المقرر أن يوقع الرئيسان اتفاقية غدا.",
    ],
)
def test_nobody_signs_where_nobody_is_named_or_nothing_is_signed(text: str) -> None:
    events = stated(proposals_for(text), "SigningEvent")

    assert not [each for each in events if each["eventStatus"] == {"occurred"}]


def test_a_minister_is_told_by_the_adjective_of_his_state() -> None:
    text = (
        "وقعت وزيرة خارجية غانا سامية أحمد ونظيرها الرواندي أوليفييه ندوهونغيريهي اتفاقية. وأكد الوزير الرواندي أن"
        " بلاده ستحترم الاتفاقية."
    )

    (statement,) = stated(proposals_for(text), "IntentionStatement")

    assert {speaker.rpartition("-of-")[2] for speaker in statement["speaker"]} == {"rwanda"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("وقعت عُمان وإيران اتفاقية في مسقط عام 2022. وتلتزم السلطنة بموجب الاتفاقية بتقديم تسهيلات.", {"oman"}),
        ("وقعت قبرص ولبنان اتفاقية في نيقوسيا عام 2007. والتزمت الجزيرة بتقاسم البيانات.", {"cyprus"}),
        ("وقعت عُمان وإيران اتفاقية في مسقط عام 2022. وتعهدت الجمهورية الإسلامية بتوريد الغاز.", {"iran"}),
    ],
)
def test_a_state_is_called_by_its_form(text: str, who: set[str]) -> None:
    (duty,) = stated(proposals_for(text), "Duty")

    assert duty["obligor"] == who


@pytest.mark.parametrize(
    "text",
    [
        "وقعت قبرص ولبنان اتفاقية في نيقوسيا عام 2007. وقالت قناة الجزيرة إن الاتفاق جيد.",
        "وقعت قبرص وكوبا اتفاقية عام 2007. والتزمت الجزيرة بتقاسم البيانات.",
        "وقعت قبرص ولبنان اتفاقية عام 2007 حول جزيرة الأرانب. والتزمت الجزيرة بتقاسم البيانات.",
    ],
)
def test_a_word_that_fits_two_states_or_something_else_is_none(text: str) -> None:
    assert not stated(proposals_for(text), "Duty")


def test_a_name_with_the_article_keeps_the_preposition_before_it() -> None:
    (liberty,) = stated(
        proposals_for("وقعت مصر والصين اتفاقية عام 2007. وتتيح الاتفاقية للصين دخول الميناء."), "Liberty"
    )

    assert liberty["bearer"] == {"china"}


def test_a_capital_after_a_noun_that_ends_like_a_preposition_is_a_government() -> None:
    text = "وقعت رواندا والكونغو الديمقراطية اتفاق سلام يقضي بسحب كيغالي قواتها."

    (duty,) = stated(proposals_for(text), "Duty")

    assert duty["obligor"] == {"rwanda"}


def test_a_people_after_a_name_is_no_part_of_it() -> None:
    text = "اتهم وزير الخارجية الأميركي مايك بومبيو الروس بانتهاك معاهدة السماوات بين روسيا وكندا."

    (accusation,) = stated(proposals_for(text), "Accusation")

    assert accusation["accused"] == {"russia"}


def test_a_congo_is_the_one_whose_capital_the_article_names() -> None:
    text = "وقعت كينشاسا وكيغالي اتفاق سلام. وتعهدت الكونغو بموجبه باحترام الحدود."

    (duty,) = stated(proposals_for(text), "Duty")

    assert duty["obligor"] == {"democratic-republic-of-the-congo"}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("وقال المبعوث الأميركي جورج ميتشل إن روسيا تلتزم.", "special-envoy-of-united-states"),
        ("وقال القائم بالأعمال الأميركي مايكل راتني إن روسيا تلتزم.", "charge-d-affaires-of-united-states"),
        ("وقال البابا فرنسيس إن روسيا تلتزم.", "pope-of-vatican-city"),
        ("وقال رئيس الدبلوماسية الروسية سيرغي لافروف إن تركيا تلتزم.", "minister-of-foreign-affairs-of-russia"),
        (
            "وقال وزير الخارجية والمغاربة المقيمين بالخارج ناصر بوريطة إن تركيا تلتزم.",
            "minister-of-foreign-affairs-of-morocco",
        ),
    ],
)
def test_an_office_is_known_by_its_title(text: str, office: str) -> None:
    held = {each for tenure in stated(proposals_for(text), "Tenure") for each in tenure["heldOffice"]}

    assert held == {office}


def test_a_king_with_an_arabic_name_is_none_of_a_kingdom_in_europe() -> None:
    text = "وقعت بريطانيا معاهدة مع الكويت. وقال الملك فيصل بن عبد العزيز إن بريطانيا تلتزم."

    assert "king-of-united-kingdom" not in str(stated(proposals_for(text), "Tenure"))


def test_a_title_ends_before_a_verb_and_before_the_side_it_is_for() -> None:
    titles = {
        title
        for text in (
            "وقعت مصر وقبرص اتفاقا تتخلى بموجبه قبرص عن الحقل.",
            "وقعت مصر وقبرص معاهدة الغاز. وألزمت معاهدة الغاز مصر بدفع تعويض.",
            "وقعت مصر وقبرص المعاهدة الأمنية. ومنحت المعاهدة الصيادين حقوقا.",
        )
        for kind in ("Agreement", "BilateralTreaty", "Treaty")
        for each in stated(proposals_for(text), kind)
        for title in each.get("titleAsReported", ())
    }

    assert titles == {"اتفاقا", "معاهدة الغاز", "المعاهدة الأمنية"}


def test_that_she_is_no_form_of_the_verb_to_end() -> None:
    text = (
        "أعلنت باكستان أنها ستمارس حقها في تعليق جميع الاتفاقات الثنائية مع الهند. وقال الرئيس إنه يحترم معاهدة السند."
    )

    assert not kinds_in(proposals_for(text)) & {"Termination", "Suspension"}
