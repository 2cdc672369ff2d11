"""What is feared, threatened, prevented or told in fiction has not happened; what stands beside such words has."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for

EVENTS = {"War", "ArmedConflict", "SigningEvent", "Termination", "InstrumentEvent", "SeveranceOfRelations"}
EVENTS |= {"OfficialVisit", "RecognitionAct", "Withdrawal", "MembershipWithdrawal"}


@pytest.mark.parametrize(
    "text",
    [
        "حذر الرئيس التركي من حرب بين إيران وإسرائيل.",
        "حذر الوزير المصري خلال مؤتمر صحفي عقده في المساء من اندلاع حرب شاملة بين إثيوبيا وإريتريا.",
        "تجنبت مصر وإثيوبيا حربا في عام 2020.",
        "يخشى مراقبون حربا بين مصر وإثيوبيا.",
        "يخشى من اندلاع حرب بين مصر وإثيوبيا.",
        "منعت الوساطة نشوب حرب بين مصر وإثيوبيا.",
        "توسطت عمان لمنع حرب بين إيران وإسرائيل.",
        "تزايد خطر نشوب حرب بين الهند وباكستان.",
        "هددت إثيوبيا بحرب ضد إريتريا.",
        "لوحت تركيا بإعلان الحرب على اليونان.",
        "طور المعهد لعبة حرب بين الصين وتايوان.",
        "تفاديا لحرب بين الهند وباكستان التقى الوزيران.",
        "غزت الصين روسيا بمنتجاتها.",
        "تخشى مصر أن توقع إثيوبيا اتفاقية مع السودان.",
        "منعت الولايات المتحدة توقيع معاهدة بين الصين وتايوان.",
        "تخشى مصر من أن ينسحب السودان من اتفاقية مياه النيل.",
        "هددت السعودية بقطع علاقاتها الدبلوماسية مع قطر.",
        "تخشى قبرص أن تعترف باكستان بكوسوفو.",
        "تروي الرواية أن روسيا وقعت معاهدة مع الصين عام 2050.",
        "يحكي الفيلم كيف غزت الصين اليابان عام 2040.",
        "تدور أحداث المسلسل حول حرب بين روسيا والنرويج.",
    ],
)
def test_what_did_not_happen_is_no_event_and_binds_nobody(text: str) -> None:
    proposals = proposals_for(text)

    assert not EVENTS & kinds_in(proposals)
    assert not [claim for claim in proposals.claims if claim.predicate == "party"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("رغم تحذير الأمم المتحدة غزا العراق الكويت عام 1990.", "ArmedConflict"),
        ("وسط مخاوف من انسحاب روسيا زار الرئيس الأمريكي جو بايدن اليابان عام 2022.", "OfficialVisit"),
        ("رغم مخاوف من التصعيد وقعت روسيا معاهدة مع الصين عام 1990.", "SigningEvent"),
        ("حذرت روسيا أوكرانيا، ثم اندلعت حرب بين روسيا وأوكرانيا عام 2022.", "War"),
        ("حذر الرئيس من تداعيات الحرب بين روسيا وأوكرانيا.", "War"),
        ("ومنعت الحرب بين العراق والكويت تصدير النفط.", "War"),
        ("تحول الخلاف إلى حرب بين مصر وليبيا عام 1977.", "War"),
        ("غزت تركيا قبرص عام 1974 بقوات كبيرة.", "ArmedConflict"),
        ("ووفق رواية روسيا وقعت أوكرانيا اتفاقية مع بولندا عام 2010.", "SigningEvent"),
        ("اتفقت روسيا والصين على منع الإرهاب، ووقعت روسيا معاهدة مع الصين عام 1990.", "SigningEvent"),
    ],
)
def test_what_happened_beside_a_fear_a_threat_or_a_report_is_told(text: str, kind: str) -> None:
    assert kind in kinds_in(proposals_for(text))
