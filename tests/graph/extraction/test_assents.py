"""Approvals, ratifications and entries into force that light verbs, decrees, votes and ranks tell."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated

APPROVALS = {"Ratification", "DomesticApproval"}


@pytest.mark.parametrize(
    "text",
    [
        "أعطى مجلس الشيوخ الفلبيني موافقته على اتفاقية الوصول المتبادل مع اليابان يوم 16 ديسمبر 2024.",
        "منح البرلمان المجري الضوء الأخضر لاتفاقية التجارة مع سنغافورة.",
        "صوّت مجلس النواب الهولندي بأغلبية 119 صوتا على اتفاق الشراكة مع أوكرانيا.",
        "مرّرت الجمعية الوطنية الباكستانية معاهدة تسليم المطلوبين مع بريطانيا.",
        "أصدر مجلس الأمة الكويتي قانونا بالموافقة على الاتفاقية الأمنية مع السعودية.",
        "صدّقت الجمعية الوطنية في فيتنام على اتفاقية الشراكة مع الهند في 12 نوفمبر 2018.",
        "صادق الكنيست الإسرائيلي على معاهدة السلام مع الأردن.",
    ],
)
def test_what_a_parliament_assents_to_is_approved_with_both_its_sides(text: str) -> None:
    proposals = proposals_for(text)

    assert len(stated(proposals, "DomesticApproval")) == 1
    parties = [each["party"] for kind in ("Agreement", "BilateralTreaty") for each in stated(proposals, kind)]
    assert [len(each) for each in parties] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "أصدر الرئيس الإندونيسي جوكو ويدودو مرسوما بالمصادقة على اتفاقية التجارة مع أستراليا.",
        "باتت النرويج ثاني دولة تصادق على معاهدة حظر الألغام.",
        "استكملت هنغاريا المصادقة على معاهدة التعاون مع كازاخستان.",
        "وقّع الرئيس التونسي وثيقة التصديق على اتفاقية الصيد مع ليبيا.",
    ],
)
def test_a_decree_a_rank_and_the_end_of_the_steps_tell_of_a_ratification(text: str) -> None:
    assert len(stated(proposals_for(text), "Ratification")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "لم يمنح البرلمان المجري الضوء الأخضر لاتفاقية التجارة مع سنغافورة.",
        "قد يعطي البرلمان موافقته على الاتفاق مع كندا.",
        "صوّت البرلمان المجري ضد الاتفاقية مع أوكرانيا بالأغلبية.",
        "صوّت البرلمان المجري بالأغلبية على رفض الاتفاقية مع أوكرانيا.",
        "صوّت البرلمان المجري بالإجماع على الانسحاب من الاتفاقية مع أوكرانيا.",
        "منح البنك الضوء الأخضر لاتفاق التمويل مع الشركة.",
        "أعطى المدرب موافقته على الاتفاق مع نادي الزمالك.",
        "لن تكون النرويج أول دولة تصادق على معاهدة حظر الألغام.",
        "تسعى النرويج لأن تكون أول دولة تصادق على معاهدة حظر الألغام.",
        "أصدر الرئيس التونسي مرسوما بشأن الضرائب بعد الاتفاق مع الصندوق.",
        "هل استكملت هنغاريا المصادقة على معاهدة التعاون مع كازاخستان؟",
    ],
)
def test_what_is_refused_hoped_or_of_firms_is_no_approval(text: str) -> None:
    assert not kinds_in(proposals_for(text)) & APPROVALS


@pytest.mark.parametrize(
    "text",
    [
        "اعتمد مجلس الوزراء القطري مشروع قانون بالموافقة على اتفاقية مع تونس.",
        "وافق مجلس النواب المصري على قرار رئيس الجمهورية بشأن الموافقة على اتفاقية الحدود مع السعودية.",
    ],
)
def test_a_law_that_only_approves_an_agreement_stands_for_its_approval(text: str) -> None:
    proposals = proposals_for(text)

    assert len(stated(proposals, "DomesticApproval")) == 1
    assert not kinds_in(proposals) & {"Law", "Decision"}


def test_two_chambers_approve_one_after_the_other_each_on_its_day() -> None:
    text = (
        "مجلس الدوما الروسي أقر معاهدة الشراكة مع كوريا الشمالية في 24 تشرين الأول 2024 "
        "وصادق عليها مجلس الاتحاد في 6 تشرين الثاني 2024."
    )

    assert len({day for each in stated(proposals_for(text), "DomesticApproval") for day in each["eventDate"]}) == 2


def test_a_law_of_ratification_that_is_signed_stays_a_signed_law() -> None:
    proposals = proposals_for("وقّع رئيس جمهورية منغوليا قانون التصديق على معاهدة الصداقة مع الصين.")

    assert not stated(proposals, "Ratification")
    assert len(stated(proposals, "SigningEvent")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "وسرت اتفاقية مونترو بين تركيا واليونان اعتبارا من نوفمبر 1936.",
        "ونُفذت اتفاقية الحدود بين نيبال والهند اعتبارا من عام 1961.",
        "اتفاقية الحدود بين نيبال والهند سارية المفعول منذ عام 1961.",
        "وقعت تركيا والعراق اتفاقية حدود. وخرجت الاتفاقية إلى حيز التنفيذ في مارس 1999.",
        "وقعت تركيا والعراق اتفاقية حدود. وبعد دخولها حيز التنفيذ عام 1927 تراجعت الحوادث.",
        "وقعت تركيا والعراق اتفاقية حدود. وكان بدء سريان الاتفاقية في 3 مارس 1927.",
        "وافق البوندستاغ الألماني على معاهدة آخن مع فرنسا، قبل أن تدخل حيز التنفيذ في 22 يناير 2020.",
    ],
)
def test_entry_into_force_is_dated_however_it_is_told(text: str) -> None:
    entries = stated(proposals_for(text), "EntryIntoForce")

    assert len(entries) == 1
    assert entries[0]["eventStatus"] == {"occurred"}
    assert entries[0]["eventDate"]


def test_what_is_to_enter_into_force_is_planned() -> None:
    text = "وقعت تركيا والعراق اتفاقية حدود. ومن المقرر أن تدخل الاتفاقية حيز النفاذ في يناير المقبل."

    assert [each["eventStatus"] for each in stated(proposals_for(text), "EntryIntoForce")] == [{"planned"}]


@pytest.mark.parametrize(
    "rest",
    [
        "ودخلت القوات حيز التنفيذ.",
        "وسرت شائعات عن الاتفاقية في 5 مايو.",
        "نفذت تركيا الاتفاقية في 5 مايو.",
        "يجب أن يوافق البرلمان قبل أن تدخل الاتفاقية حيز النفاذ في 5 مايو.",
        "واندلعت معارك في سرت بعد الاتفاقية.",
    ],
)
def test_what_else_enters_runs_or_is_carried_out_is_no_entry_into_force(rest: str) -> None:
    assert "EntryIntoForce" not in kinds_in(proposals_for(f"وقعت تركيا والعراق اتفاقية حدود. {rest}"))
