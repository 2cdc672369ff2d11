"""What is planned, hoped, denied, conditional or only looks like a signing is never a plain fact."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated

LEGAL = {
    "SigningEvent",
    "Ratification",
    "DomesticApproval",
    "RecognitionAct",
    "DiplomaticRelation",
    "InternationalMembership",
    "EntryIntoForce",
}


@pytest.mark.parametrize(
    "text",
    [
        "وقعت الحرب بين روسيا وأوكرانيا بعد انهيار الاتفاق.",
        "وقع زلزال في تركيا، ووقع ضحايا في سوريا.",
        "توقع الرئيس الروسي أن تتأخر المعاهدة مع الصين.",
        "من المتوقع أن تنخفض الأسعار في مصر بعد الاتفاقية.",
        "لم توقع روسيا المعاهدة مع الصين.",
        "لن توقع روسيا أي معاهدة مع الصين.",
        "نفت روسيا صحة ما نشر عن توقيع اتفاقية سرية مع الصين.",
        "رفضت إيران التوقيع على الاتفاقية مع فرنسا.",
        "وقعت روسيا بالأحرف الأولى على معاهدة صداقة مع الصين.",
        "إذا وقعت روسيا معاهدة مع الصين فسترد واشنطن.",
        "بحث الوزيران الروسي والصيني سبل توقيع اتفاقية تجارة.",
        "قال الرئيس الروسي إن الصين واليابان وقعتا معاهدة.",
        "لم تعترف أي دولة باستقلال أرض الصومال.",
        "لا تعترف روسيا بكوسوفو.",
        "تعتزم تركيا الاعتراف بأبخازيا.",
        "ترفض صربيا الاعتراف بكوسوفو.",
        "تدرس السعودية إقامة علاقات دبلوماسية مع إسرائيل.",
        "تأمل أوكرانيا أن تنضم إلى حلف الناتو.",
        "ينبغي أن يصادق البرلمان على الاتفاقية مع الصين.",
        "وقع المهاجم عقدا لمدة ثلاثة مواسم مع ناديه الإسباني.",
        "وقّع الشاعر ديوانه الجديد في بيروت.",
        "وقع مدير الشركة اتفاقا مع المصرف لتمويل المشروع.",
    ],
)
def test_no_plain_legal_fact(text: str) -> None:
    proposals = proposals_for(text)

    told = [each for kind in LEGAL for each in stated(proposals, kind)]
    assert all(each.get("eventStatus", {"occurred"}) != {"occurred"} for each in told), told
    assert not [claim for claim in proposals.claims if claim.predicate in ("signatory", "hasDiplomaticRelationsWith")]


@pytest.mark.parametrize(
    "text",
    [
        "سيوقع الجانبان على اتفاقية التجارة بين روسيا والصين.",
        "من المقرر أن توقع روسيا والصين اتفاقية تجارة يوم الخميس المقبل.",
    ],
)
def test_a_planned_signing_is_proposed_as_planned_and_makes_no_signatory(text: str) -> None:
    proposals = proposals_for(text)

    assert stated(proposals, "SigningEvent")[0]["eventStatus"] == {"planned"}
    assert not [claim for claim in proposals.claims if claim.predicate == "signatory"]


def test_a_wish_to_join_is_an_application_intended_and_no_membership() -> None:
    proposals = proposals_for("أوكرانيا تنوي تقديم طلب للحصول على عضوية حلف شمال الأطلسي.")

    assert stated(proposals, "MembershipApplication")[0]["eventStatus"] == {"intended"}
    assert "InternationalMembership" not in kinds_in(proposals)


def test_headlines_of_other_articles_ground_nothing() -> None:
    headlines = "- روسيا والصين وقعتا معاهدة\n- اعترفت تركيا بكوسوفو\n- وقعت مصر اتفاقية مع السودان\n"

    assert LEGAL.isdisjoint(kinds_in(proposals_for(headlines + "الطقس اليوم معتدل في القاهرة.\n")))


@pytest.mark.parametrize(
    "text",
    [
        "لن تنسحب روسيا من معاهدة ستارت.",
        "هددت إيران بالانسحاب من معاهدة حظر الانتشار النووي.",
        "تعتزم روسيا الانسحاب من معاهدة ستارت.",
    ],
)
def test_what_is_threatened_or_ruled_out_ends_nothing(text: str) -> None:
    assert not {"InstrumentEvent", "Termination"} & kinds_in(proposals_for(text))


@pytest.mark.parametrize(
    "text", ["قد تعترف بولندا بفلسطين.", "دعت تركيا إلى أن تعترف باكستان بكوسوفو.", "إيران لا تعترف بإسرائيل."]
)
def test_what_may_be_recognised_is_not_recognised(text: str) -> None:
    assert "RecognitionAct" not in kinds_in(proposals_for(text))
