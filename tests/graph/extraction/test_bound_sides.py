"""Whom an instrument is told to bind, and signings told by light verbs, ranks and possessed nouns."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated


def _parties(text: str) -> set[str]:
    proposals = proposals_for(text)
    kinds = ("Agreement", "BilateralTreaty", "Treaty", "InternationalInstrument")
    return {side for kind in kinds for each in stated(proposals, kind) for side in each.get("party", ())}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("ترتبط أنقرة وباكو بـ«إعلان شوشا» بشأن علاقات التحالف.", {"turkey", "azerbaijan"}),
        ("تجمع بين اليابان والفلبين اتفاقية وصول متبادل.", {"japan", "philippines"}),
        ("ترسيم الحدود بين السعودية والسودان تم بموجب اتفاقية عام 1974.", {"saudi-arabia", "sudan"}),
        ("تستند العلاقات التجارية بين تونس وتركيا إلى اتفاق الشراكة المبرم سنة 1995.", {"tunisia", "turkey"}),
        ("توصلت صربيا وكوسوفو إلى اتفاق تطبيع في بروكسل عام 2013.", {"serbia", "kosovo"}),
        ("وقّع الجانبان الكويتي والصيني مذكرة تفاهم.", {"kuwait", "china"}),
        ("وقّع المفوضون المصريون والبريطانيون على المعاهدة في لندن.", {"egypt", "united-kingdom"}),
    ],
)
def test_those_whom_an_instrument_binds_are_its_parties(text: str, sides: set[str]) -> None:
    assert _parties(text) == sides


@pytest.mark.parametrize(
    "text",
    [
        "لا تربط مصر وتركيا معاهدة دفاع.",
        "لم تتوصل مصر وإثيوبيا إلى اتفاق.",
        "لو توصلت مصر وإثيوبيا إلى اتفاق لهدأت المنطقة.",
        "فشلت مصر وإثيوبيا في التوصل إلى اتفاق.",
        "تجمع باريس ولندن خلافات قديمة حول الاتفاقية.",
        "المفاوضات بين مصر وإثيوبيا على الاتفاق تعثرت.",
        "العلاقات بين إيران وفرنسا تدهورت بعد الاتفاق النووي.",
    ],
)
def test_those_who_only_stand_beside_an_instrument_are_not(text: str) -> None:
    assert not _parties(text)


@pytest.mark.parametrize(
    "text",
    [
        "قام وزيرا خارجية تشاد والنيجر بالتوقيع على مذكرة تفاهم في نيامي.",
        "تبادل وزير خارجية الكويت ونظيره القطري التوقيع على اتفاقية النقل البحري.",
        "نجحت تركيا في إبرام اتفاقية مع ليبيا في نوفمبر 2019.",
        "حددت معاهدة تورديسيلاس، التي عقدتها إسبانيا والبرتغال في 7 يونيو 1494، خطا وهميا.",
        "شارك الرئيس السنغالي، الذي وقع في نواكشوط اتفاق الصيد مع نظيره الموريتاني، في المنتدى.",
        "وبتوقيعهما اتفاق السلام في جوبا، طوت تشاد والسودان صفحة الحرب.",
        "كانت إسبانيا أول من وقع على معاهدة أعالي البحار مع فرنسا.",
        "1994: الأردن وإسرائيل يوقعان معاهدة السلام في وادي عربة.",
        "وعلى هامش الزيارة وقعت سلطنة عمان وتنزانيا حزمة من مذكرات التفاهم.",
        "جاء توقيع الاتفاقية بين أوزبكستان وقرغيزستان في 27 يناير 2023.",
        "أُرغمت الصين على التوقيع على معاهدة نانجينغ مع بريطانيا.",
    ],
)
def test_a_signing_has_two_sides_however_its_signers_are_told(text: str) -> None:
    assert len(stated(proposals_for(text), "SigningEvent")) == 1
    assert len(_parties(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "فشلت تركيا في إبرام اتفاقية مع ليبيا.",
        "لم تنجح تركيا في إبرام اتفاقية مع ليبيا.",
        "تبادل الرئيسان التركي والليبي وجهات النظر حول التوقيع على اتفاقية.",
        "شارك الرئيس الكيني في مفاوضات توقيع اتفاقية مع أوغندا.",
        "سارع الرئيس الكيني إلى رفض توقيع اتفاقية مع أوغندا.",
        "قام اللاعب بالتوقيع على عقد مع نادي الهلال.",
    ],
)
def test_signings_that_fail_are_refused_or_only_talked_of_are_none(text: str) -> None:
    assert "SigningEvent" not in kinds_in(proposals_for(text))


def test_the_day_on_which_an_agreement_takes_force_is_not_that_of_its_signing() -> None:
    text = "أبرمت المغرب والولايات المتحدة اتفاقية للتبادل الحر دخلت حيز التنفيذ مطلع عام 2006."

    assert all("eventDate" not in each for each in stated(proposals_for(text), "SigningEvent"))
