"""Forces, what is made of them, who leads them, and what instruments set up and carry out."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("وقعت الصين وباكستان اتفاقية بشأن إنشاء مجموعة القوات المشتركة للصين وباكستان.", {"china", "pakistan"}),
        ("أنشأت فرنسا وألمانيا قوة عسكرية مشتركة عام 1989.", {"france", "germany"}),
        ("وقعت تركيا وأذربيجان اتفاقية. تقضي الاتفاقية بإنشاء لواء عسكري مشترك.", {"turkey", "azerbaijan"}),
        ("تنص المعاهدة بين كينيا وأوغندا على تشكيل قوة بحرية مشتركة.", {"kenya", "uganda"}),
    ],
)
def test_a_joint_force_is_of_those_who_make_it(text: str, sides: set[str]) -> None:
    assert sides in [each.get("forceOf") for each in stated(proposals_for(text), "JointForce")]


def test_an_instrument_establishes_the_force_that_it_lays_down() -> None:
    proposals = proposals_for("وقعت تركيا وأذربيجان اتفاقية. تقضي الاتفاقية بإنشاء لواء عسكري مشترك بقيادة جنرال تركي.")

    assert any("establishes" in each for each in stated(proposals, "Agreement"))
    assert [each["postNationality"] for each in stated(proposals, "MilitaryPost")] == [{"turkey"}]
    assert [each["commandPhase"] for each in stated(proposals, "CommandArrangement")] == [{"unspecifiedPhase"}]


def test_a_deputy_stands_under_the_commander() -> None:
    proposals = proposals_for(
        "تنص المعاهدة بين كينيا وأوغندا على تشكيل قوة بحرية مشتركة بقيادة ضابط كيني، ينوب عنه ضابط أوغندي."
    )

    deputies = [each for each in stated(proposals, "MilitaryPost") if "deputyTo" in each]
    assert [each["postNationality"] for each in deputies] == [{"uganda"}]


@pytest.mark.parametrize(
    "text",
    [
        "أقر البرلمان اتفاقية دمج كتائب جيش دونيتسك إلى القوات المسلحة الروسية.",
        "وقعت صربيا والبوسنة اتفاقية. وينص الاتفاق على انضمام وحدات من الجيش الصربي إلى قوات حفظ السلام.",
    ],
)
def test_units_are_to_be_part_of_other_forces(text: str) -> None:
    units = stated(proposals_for(text), "MilitaryUnit")

    assert [set(each) & {"plannedComponentOf", "componentOf", "collective"} for each in units] == [
        {"plannedComponentOf", "componentOf", "collective"}
    ]


@pytest.mark.parametrize("words", ["الجيشان المصري والأردني", "جيشا مصر والأردن"])
def test_armies_of_two_are_two(words: str) -> None:
    proposals = proposals_for(f"ويعمل {words} معا منذ توقيع المعاهدة.")

    assert sorted(min(each["forceOf"]) for each in stated(proposals, "ArmedForces")) == ["egypt", "jordan"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "وقعت مصر والسودان اتفاقية. وأنشأت الاتفاقية الهيئة الفنية الدائمة المشتركة.",
            "الهيئة الفنية الدائمة المشتركة",
        ),
        ("وقعت مالي والنيجر معاهدة دفاع. وتأسس بموجب المعاهدة مجلس دفاعي مشترك.", "مجلس دفاعي مشترك"),
    ],
)
def test_an_instrument_establishes_an_organization(text: str, name: str) -> None:
    assert [each["name"] for each in stated(proposals_for(text), "Organization")] == [{name}]


@pytest.mark.parametrize("lead", ["وتنفيذا لأحكام المعاهدة", "وتطبيقا للمعاهدة", "واستكمالا لبنود المعاهدة"])
def test_an_instrument_carries_out_another(lead: str) -> None:
    proposals = proposals_for(f"وقعت الهند ونيبال معاهدة صداقة. {lead} وقع البلدان بروتوكولا بشأن المياه.")

    assert any("implements" in each for each in stated(proposals, "InternationalInstrument"))


def test_several_instruments_of_many_fields_have_a_subject_and_no_title() -> None:
    proposals = proposals_for("وقعت رومانيا ومولدوفا اتفاقيات في مختلف المجالات، بما في ذلك مجال الدفاع والأمن.")

    found = stated(proposals, "Agreement")
    assert [each["cooperationField"] for each in found] == [{"defenseField", "securityField"}]
    assert [each["subjectMatter"] for each in found] == [{"مختلف المجالات، بما في ذلك مجال الدفاع والأمن"}]
    assert all("titleAsReported" not in each for each in found)


def test_counted_instruments_are_several() -> None:
    proposals = proposals_for("وقعت الهند وسريلانكا ثلاث مذكرات تفاهم.")

    assert [(each["titleAsReported"], each["collective"]) for each in stated(proposals, "InternationalInstrument")] == [
        ({"ثلاث مذكرات تفاهم"}, {"true"})
    ]


def test_any_instrument_of_a_kind_is_none() -> None:
    assert "Treaty" not in kinds_in(proposals_for("قالت كينيا والصومال إن معاهدة كهذه تحتاج إلى مصادقة البرلمان."))


def test_one_instrument_is_told_again_by_what_it_is_about() -> None:
    proposals = proposals_for(
        "رحب الوزير باتفاقية ترسيم الحدود البحرية. "
        "وكان الرئيس اليوناني قد صادق على اتفاقية مع إيطاليا بشأن ترسيم الحدود البحرية."
    )

    assert len(stated(proposals, "Agreement")) == 1


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "وقعت رئيسة مولدوفا مايا ساندو قرارا بشأن إجراء استفتاء حول الانضمام إلى الاتحاد الأوروبي في أكتوبر 2024.",
            "الانضمام إلى الاتحاد الأوروبي",
        ),
        (
            "وقع الرئيس الصربي ألكسندر فوتشيتش مرسوما حول تنظيم استفتاء بشأن تعديل الدستور في مايو 2022. ورحبت المجر.",
            "تعديل الدستور",
        ),
    ],
)
def test_a_decision_provides_for_the_referendum_that_it_is_about(text: str, question: str) -> None:
    proposals = proposals_for(text)

    assert [(each["question"], each["eventStatus"]) for each in stated(proposals, "Referendum")] == [
        ({question}, {"planned"})
    ]
    assert all("providesFor" in each for each in stated(proposals, "ReferendumDecision"))
    assert all("eventDate" not in each for each in stated(proposals, "SigningEvent"))
