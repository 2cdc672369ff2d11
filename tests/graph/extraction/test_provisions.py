"""What an instrument lays down: its verbs in all forms, bearers, conditions, and several provisions in one sentence."""

from __future__ import annotations

import pytest

from .conftest import proposals_for, stated

TREATY = "وقعت كولومبيا وتشيلي في بوغوتا يوم 3 مايو 1998 معاهدة للتعاون.\n"
BOTH = {"colombia", "chile"}


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        ("وقد التزمت تشيلي بموجب المادة السادسة بتفكيك مصانعها.", {"chile"}, "تفكيك مصانعها"),
        ("ووافقت كولومبيا بموجب المعاهدة على تسليم أسلحتها.", {"colombia"}, "تسليم أسلحتها"),
        ("وتتعهد الدولتان، وفقا لها، بحماية الأقليات.", BOTH, "حماية الأقليات"),
        ("كما تلتزم كولومبيا، من جهتها، بتقديم قرض.", {"colombia"}, "تقديم قرض"),
        ("وألزمت المعاهدة الطرفين سحب قواتهما.", BOTH, "سحب قواتهما"),
        ("وجاء في المادة الرابعة أن كولومبيا تسحب قواتها.", {"colombia"}, "تسحب قواتها"),
        ("ومن بنودها أن تسلم تشيلي الميناء.", {"chile"}, "أن تسلم تشيلي الميناء"),
        ("ومما نصت عليه أن يكف البلدان عن تمويل المعارضة.", BOTH, "أن يكف البلدان عن تمويل المعارضة"),
        ("ويلتزم الموقعون عليها بخفض ترساناتهم.", BOTH, "خفض ترساناتهم"),
    ],
)
def test_a_duty_is_found_with_its_bearer(text: str, who: set[str], content: str) -> None:
    (duty,) = stated(proposals_for(TREATY + text), "Duty")

    assert duty["obligor"] == who
    assert duty["contentAsReported"] == {content}


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("ولا تسمح المعاهدة بإعادة تصدير الأسلحة.", "Prohibition", "إعادة تصدير الأسلحة"),
        ("وتعهدت كولومبيا بموجبها ألا تعترض على الحدود.", "Prohibition", "ألا تعترض على الحدود"),
        ("وكان فيها ما يبيح لتشيلي أن تنشر مراقبين.", "Liberty", "تنشر مراقبين"),
        ("ويحق لتشيلي، إذا كانت طرفا في حرب، أن تغلق المضيق.", "Liberty", "تغلق المضيق"),
        ("وضمنت المعاهدة للسفن التجارية حرية العبور.", "Liberty", "حرية العبور"),
        ("وتتمتع السفن التشيلية بموجبها بحق المرور.", "Liberty", "المرور"),
        ("وبالمقابل تحصل كولومبيا على قرض.", "Liberty", "على قرض"),
        ("ويُنشئ الاتفاق مجلسا مشتركا.", "Provision", "مجلسا مشتركا"),
        ("وتجعل المعاهدة من أي اعتداء على أي منهما اعتداء عليهما معا.", "ConstitutiveRule", ""),
    ],
)
def test_a_provision_is_found_by_the_family_of_its_verb(text: str, kind: str, content: str) -> None:
    found = stated(proposals_for(TREATY + text), kind)

    assert found
    assert not content or {content} in [facts.get("contentAsReported") for facts in found]


def test_an_opening_adjunct_governs_the_clauses_joined_to_the_first() -> None:
    text = "وبموجب الاتفاق، تنقل كولومبيا أسلحتها إلى الخارج، فيما تفتح تشيلي معابرها."

    duties = stated(proposals_for(TREATY + text), "Duty")

    assert [duty["obligor"] for duty in duties] == [{"colombia"}, {"chile"}]


def test_a_condition_may_stand_before_the_whole_clause() -> None:
    (condition,) = stated(proposals_for(TREATY + "وإذا تعرضت تشيلي لهجوم، فعلى كولومبيا أن ترسل قواتها."), "Condition")

    assert condition["conditionText"] == {"إذا تعرضت تشيلي لهجوم"}


@pytest.mark.parametrize(
    "text",
    [
        "ولم تنص المعاهدة على أي تعويض.",
        "وسئل عما إذا كانت المعاهدة تعني أن تشيلي ملزمة بتسليم سلاحها.",
        "وقال النائب إن تشيلي ملزمة بتسليم سلاحها.",
    ],
)
def test_what_is_denied_asked_or_claimed_lays_down_nothing(text: str) -> None:
    assert not stated(proposals_for(TREATY + text), "Provision")
