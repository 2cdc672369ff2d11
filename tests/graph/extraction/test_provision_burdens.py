"""Who is charged with what under a treaty, what nobody can do, what is preserved, and for whom it does not hold."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated

TREATY = "وقعت كينيا وأوغندا اتفاقية تعاون في نيروبي يوم 5 مارس 2019. "
BOTH = {"kenya", "uganda"}
POSITIONS = {"Duty", "Prohibition", "Liberty", "ClaimRight", "Power"}


@pytest.mark.parametrize(
    ("text", "kind", "who", "content"),
    [
        ("وتقع على كينيا بموجب الاتفاقية مسؤولية صيانة الطريق.", "Duty", {"kenya"}, "مسؤولية صيانة الطريق"),
        ("وتتحمل كينيا تكاليف بناء الجسر.", "Duty", {"kenya"}, "تكاليف بناء الجسر"),
        ("وتتكفل أوغندا بنفقات القوة المشتركة.", "Duty", {"uganda"}, "نفقات القوة المشتركة"),
        ("وستتولى كينيا تدريب الضباط.", "Duty", {"kenya"}, "تدريب الضباط"),
        ("وأوكلت الاتفاقية إلى كينيا مهمة حماية الحدود.", "Duty", {"kenya"}, "حماية الحدود"),
        ("وأوكلت الاتفاقية مهمة حماية الحدود إلى كينيا.", "Duty", {"kenya"}, "حماية الحدود"),
        ("وتضع الاتفاقية على عاتق كينيا إزالة الألغام.", "Duty", {"kenya"}, "إزالة الألغام"),
        ("وبات لزاما على أوغندا أن تسلم المطلوبين.", "Duty", {"uganda"}, "تسلم المطلوبين"),
        ("وتدفع كينيا إيجارا سنويا للميناء.", "Duty", {"kenya"}, "إيجارا سنويا للميناء"),
        ("ويجب على كل طرف أن يخطر الآخر قبل شهر.", "Duty", BOTH, "يخطر الآخر قبل شهر"),
        ("وبموجب الاتفاقية، من واجب البلدين تبادل المعلومات.", "Duty", BOTH, "تبادل المعلومات"),
        ("ووفقا للمادة الرابعة من الاتفاقية، فإن على كل من الطرفين تقديم العون.", "Duty", BOTH, "تقديم العون"),
        ("ولا تستطيع أي من الدولتين الانسحاب قبل عشر سنوات.", "Prohibition", BOTH, "الانسحاب قبل عشر سنوات"),
        ("ولن يكون بإمكان أي من الطرفين نشر أسلحة نووية.", "Prohibition", BOTH, "نشر أسلحة نووية"),
        ("وتتضمن الاتفاقية بندا يمنع الطرفين من فرض رسوم.", "Prohibition", BOTH, "فرض رسوم"),
        ("ولا تسمح الاتفاقية بوجود قوات أجنبية.", "Prohibition", BOTH, "وجود قوات أجنبية"),
        ("واحتفظت كينيا بحقها في إغلاق الممر.", "ClaimRight", {"kenya"}, "إغلاق الممر"),
        ("ولكينيا وحدها أن تأذن بدخول السفن.", "Liberty", {"kenya"}, "تأذن بدخول السفن"),
        ("ويستفيد مواطنو البلدين بموجبها من حرية التنقل.", "Liberty", None, "حرية التنقل"),
        ("وأعفت الاتفاقية الأوغنديين من تأشيرة الدخول.", "Liberty", None, "تأشيرة الدخول"),
        ("وتلزم الاتفاقية الشركات المحلية بتوفير فرص العمل.", "Duty", None, "توفير فرص العمل"),
    ],
)
def test_a_burden_is_found_with_whoever_bears_it(text: str, kind: str, who: set[str] | None, content: str) -> None:
    found = [each for each in stated(proposals_for(TREATY + text), kind) if each["contentAsReported"] == {content}]

    assert len(found) == 1
    assert (found[0].get("obligor") or found[0].get("bearer")) == who


def test_what_is_laid_on_two_sides_in_turn_is_a_duty_of_each() -> None:
    found = stated(proposals_for(TREATY + "وعلى كينيا أن تسلم المطلوبين، وعلى أوغندا أن تفرج عن السجناء."), "Duty")

    assert [(each["obligor"], each["contentAsReported"]) for each in found] == [
        ({"kenya"}, {"تسلم المطلوبين"}),
        ({"uganda"}, {"تفرج عن السجناء"}),
    ]


def test_what_is_laid_down_beside_the_first_thing_has_its_own_bearer_and_no_preposition() -> None:
    text = "وتنص الاتفاقية على انسحاب الجيش الكيني من الجزيرة، وعلى انتشار الجيش الأوغندي فيها."
    text += " ويلتزم البلدان باحترام الحدود، وبإعادة فتح السفارتين."
    found = stated(proposals_for(TREATY + text), "Duty")

    assert [(each["obligor"], each["contentAsReported"]) for each in found] == [
        ({"kenya"}, {"انسحاب الجيش الكيني من الجزيرة"}),
        ({"uganda"}, {"انتشار الجيش الأوغندي فيها"}),
        (BOTH, {"احترام الحدود"}),
        (BOTH, {"إعادة فتح السفارتين"}),
    ]


def test_whom_a_position_leaves_out_is_its_exception() -> None:
    proposals = proposals_for(TREATY + "وتحظر الاتفاقية صيد الأسماك في البحيرة، ما عدا الصيد التقليدي.")

    assert [each["conditionText"] for each in stated(proposals, "NormException")] == [{"ما عدا الصيد التقليدي"}]
    assert [each["contentAsReported"] for each in stated(proposals, "Prohibition")] == [{"صيد الأسماك في البحيرة"}]


@pytest.mark.parametrize(
    "text",
    [
        "ولا يمس هذا الاتفاق بسيادة كينيا على أراضيها.",
        "وتسمح الاتفاقية لأوغندا باستخدام الميناء دون المساس بسيادة كينيا عليه.",
        "وتمنح الاتفاقية أوغندا حق استخدام الميناء، على أن تبقى السيادة عليه كينية.",
    ],
)
def test_what_is_preserved_is_a_safeguard(text: str) -> None:
    found = stated(proposals_for(TREATY + text), "SafeguardClause")

    assert [(each["safeguards"], each["safeguardedPolity"]) for each in found] == [({"sovereignty"}, {"kenya"})]


def test_the_ships_of_a_side_are_not_the_side() -> None:
    found = stated(proposals_for(TREATY + "وتبيح الاتفاقية للسفن الكينية الملاحة في البحيرة."), "Liberty")

    assert [(each.get("bearer"), each.get("beneficiary")) for each in found] == [(None, {"kenya"})]


def test_what_needs_the_consent_of_both_is_in_their_power() -> None:
    found = stated(proposals_for(TREATY + "ولا يجوز تعديل الاتفاقية إلا بموافقة الطرفين."), "Power")

    assert [each["bearer"] for each in found] == [BOTH]


@pytest.mark.parametrize(
    "text",
    [
        "وتتحمل أوغندا مسؤولية فشل المحادثات.",
        "ولا تستطيع كينيا تحمل حرب جديدة.",
        "وأعفى الرئيس الكيني وزير الدفاع من منصبه.",
        "وألغت كينيا الاتفاقية مع أوغندا عام 2020.",
        "ومن المفترض أن يصل الوفد الكيني غدا.",
        "ولا تشمل الزيارة مدينة مومباسا.",
        "ووافقت كينيا على استضافة القمة المقبلة.",
        "ويتمتع الكينيون بسمعة طيبة في الرياضة.",
        "وتدفع كينيا ثمن أخطائها.",
        "وكان لزاما على الحكم أن يوقف المباراة.",
        "وقال خبير إن الاتفاقية لا تمس بسيادة كينيا.",
        "ولم تلزم الاتفاقية كينيا بدفع أي تعويض.",
    ],
)
def test_what_looks_like_a_burden_lays_nothing_down(text: str) -> None:
    kinds = kinds_in(proposals_for(TREATY + text))

    assert not kinds & {*POSITIONS, "Provision", "SafeguardClause"}


@pytest.mark.parametrize(
    "text",
    [
        "وقعت الشركة اتفاقية مع البنك، وتتحمل الشركة تكاليف المشروع وتتولى إدارة الميناء.",
        "أوكلت الوزارة إلى شركة صينية مهمة بناء الجسر في كينيا.",
        "زارت كينيا أوغندا. وفي المقابل، ستستضيف أوغندا البطولة المقبلة.",
        "وقع الرئيس الأميركي أمرا تنفيذيا يقضي برفع العقوبات عن سوريا.",
    ],
)
def test_without_a_treaty_nothing_is_laid_down(text: str) -> None:
    assert not kinds_in(proposals_for(text)) & {*POSITIONS, "Provision"}
