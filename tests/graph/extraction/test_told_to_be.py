"""What an instrument is told to be, what is only expected of it, and what is called by its city."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated

INSTRUMENTS = ("Agreement", "Treaty", "BilateralTreaty", "InternationalInstrument")


@pytest.mark.parametrize(
    "text",
    [
        "وكان اتفاق كامب ديفيد أول معاهدة سلام بين إسرائيل ومصر.",
        "ويعد اتفاق دايتون، المعروف باتفاق باريس، آخر اتفاق بين صربيا وكرواتيا.",
        "وقعت تركيا وأرمينيا اتفاقية في زيورخ عام 2009، وهي اتفاقية لم تدخل حيز التنفيذ.",
        "ما هي معاهدة لوزان؟ هي معاهدة رسمت حدود تركيا ووقعها الحلفاء عام 1923.",
    ],
)
def test_what_an_instrument_is_told_to_be_is_no_second_one(text: str) -> None:
    proposals = proposals_for(text)

    assert sum(len(stated(proposals, kind)) for kind in INSTRUMENTS) == 1


@pytest.mark.parametrize(
    "text",
    [
        "ويتوقع أن يصادق البرلمان الأوروبي على اتفاق التجارة مع الهند قبل نهاية العام.",
        "وينبغي أن يصادق مجلس الشيوخ على المعاهدة مع بنما.",
        "ومن المتوقع أن توقع تركيا اتفاقية مع العراق يوم الخميس.",
        "ويتوقع أن تدخل الاتفاقية مع العراق حيز التنفيذ مطلع 2027.",
        "تأجيل بدء سريان اتفاقية الشراكة بين الإمارات والهند",
        "هل اقترب بدء سريان اتفاقية الشراكة بين الإمارات والهند؟",
        "بدء سريان اتفاقية الشراكة بين الإمارات والهند يتطلب تصديق البرلمان.",
        "أسقط مجلس الشيوخ الأمريكي معاهدة فرساي في تشرين الثاني 1919.",
        "ذكرت مذكرة موسكو إلى الأمم المتحدة أن العقوبات غير قانونية.",
    ],
)
def test_what_is_expected_required_asked_or_rejected_is_no_event(text: str) -> None:
    assert not kinds_in(proposals_for(text)) & {
        "DomesticApproval",
        "Ratification",
        "SigningEvent",
        "EntryIntoForce",
        "Termination",
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("انضمت أرمينيا إلى نظام روما الأساسي في 1 فبراير 2024.", "Accession"),
        ("وقعت روسيا وأوكرانيا مذكرة بودابست في 5 ديسمبر 1994.", "SigningEvent"),
        ("وقعت إسرائيل والسلطة الفلسطينية بروتوكول باريس الاقتصادي عام 1994.", "SigningEvent"),
        ("انسحبت روسيا من اتفاق الحبوب في 17 يوليو 2023.", "Withdrawal"),
        ("وأصبح اتفاق الشراكة بين الأردن والاتحاد الأوروبي نافذا في الأول من أيار 2002.", "EntryIntoForce"),
        ("رسميا: بدء سريان اتفاقية الشراكة بين الإمارات والهند", "EntryIntoForce"),
        ("وصدر عن جلالة السلطان هيثم بن طارق مرسوم بالتصديق على اتفاقية النقل بين سلطنة عمان ومصر.", "Ratification"),
    ],
)  # fmt: skip
def test_instruments_by_their_city_and_further_wordings_are_found(text: str, kind: str) -> None:
    assert len(stated(proposals_for(text), kind)) == 1


def test_a_title_ends_before_what_the_instrument_did() -> None:
    proposals = proposals_for("وقعت فرنسا وإسبانيا معاهدة أنهت النزاع على الجزيرة عام 1995.")

    assert [each["titleAsReported"] for each in stated(proposals, "BilateralTreaty")] == [{"معاهدة"}]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("زار الرئيس الأمريكي ريتشارد نيكسون الصين من 21 إلى 28 فبراير 1972.", "1972-02-21", "1972-02-28"),
        ("وقعت مصر وقبرص اتفاقية في 3 مايو 2010. وفي اليوم ذاته قال حسني مبارك إنه مهم.", "2010-05-03", "2010-05-03"),
    ],
)  # fmt: skip
def test_stretches_of_days_and_the_same_day_are_resolved(text: str, first: str, last: str) -> None:
    dates = stated(proposals_for(text), "DateExpression")

    assert {(*each["earliest"], *each["latest"]) for each in dates} == {(first, last)}


def test_two_who_meet_do_not_hold_one_office() -> None:
    proposals = proposals_for(
        "الجزائر - وجّه رئيس الجمهورية عبد المجيد تبون دعوة إلى الرئيس سيرجيو ماتاريلا لزيارة الجزائر.\n"
        "وقالت الجزائر إن الزيارة مهمة."
    )

    assert len([each for each in stated(proposals, "Tenure") if "heldOffice" in each]) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "قال قائد الحرس الثوري الإيراني حسين سلامي إن إيران سترد.",
        "قال وزير الجيوش الفرنسي سيباستيان لوكورنو إن فرنسا باقية.",
        "وزار قائد الحرس الوطني الكويتي هاشم الرفاعي القاهرة.",
    ],
)
def test_guards_and_armies_have_commanders_and_ministers(text: str) -> None:
    assert [each for each in stated(proposals_for(text), "Tenure") if "heldOffice" in each]


@pytest.mark.parametrize(
    "text",
    [
        "والاتفاقية التي وقعها الوزيران في جدة، أغضبت إسرائيل.",
        "المعاهدة، التي وقعها وزراء الخارجية عام 1990 في موسكو، ألزمت فرنسا بسحب قواتها.",
        "الاتفاقية، التي وقعها في مراكش وزراء مئة دولة في 15 أبريل 1994، مهدت لقيام منظمة التجارة العالمية.",
    ],
)
def test_whom_the_instrument_angers_or_binds_did_not_sign_it(text: str) -> None:
    proposals = proposals_for(text)

    assert not [each for kind in INSTRUMENTS for each in stated(proposals, kind) if "signatory" in each]
