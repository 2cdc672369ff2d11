"""Bases and those who hold and host them, soldiers kept abroad, fleets, tasks, commands, and what looks like them."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated

FORCES = {"MilitaryBase", "MilitaryFormation", "MilitaryUnit", "JointForce", "CommandBody"}


@pytest.mark.parametrize(
    ("text", "operator", "host"),
    [
        ("تدير الولايات المتحدة قاعدة رامشتاين الجوية في ألمانيا.", "united-states", "germany"),
        ("تستخدم القوات الأمريكية قاعدة إنجرليك في جنوب تركيا.", "united-states", "turkey"),
        ("وتحتفظ بريطانيا بقاعدتين عسكريتين في قبرص.", "united-kingdom", "cyprus"),
        ("للهند قاعدة جوية في طاجيكستان.", "india", "tajikistan"),
        ("توجد في اليابان قواعد أمريكية عدة.", "united-states", "japan"),
        ("القواعد الأمريكية في كوريا الجنوبية كثيرة.", "united-states", "south-korea"),
        ("ويستأجر قاعدة بوندستيل من كوسوفو الجيش الأمريكي.", "united-states", "kosovo"),
        ("قاعدة إنجرليك الجوية في تركيا تستخدمها القوات الأمريكية.", "united-states", "turkey"),
    ],
)
def test_a_base_has_those_who_hold_and_host_it(text: str, operator: str, host: str) -> None:
    bases = stated(proposals_for(text), "MilitaryBase")

    assert [(each.get("operator"), each.get("hostPolity")) for each in bases] == [({operator}, {host})]


def test_a_base_there_lies_where_the_last_one_does() -> None:
    bases = stated(
        proposals_for("افتتحت الصين قاعدة عسكرية في جيبوتي. وتملك إيطاليا قاعدة في البلد نفسه."), "MilitaryBase"
    )

    assert sorted((*each["operator"], *each["hostPolity"]) for each in bases) == [
        ("china", "djibouti"),
        ("italy", "djibouti"),
    ]


@pytest.mark.parametrize(
    ("text", "owner", "name"),
    [
        ("ينتشر في كوسوفو نحو أربعة آلاف جندي إيطالي.", "italy", "نحو أربعة آلاف جندي إيطالي"),
        ("ويتمركز نحو 28 ألف جندي أمريكي في كوريا الجنوبية.", "united-states", "نحو 28 ألف جندي أمريكي"),
        ("تحتفظ الولايات المتحدة بنحو ألفي جندي في سوريا.", "united-states", "ألفي جندي"),
        ("انتشرت قوات حفظ سلام روسية في ترانسنيستريا.", "russia", "قوات حفظ سلام روسية"),
    ],
)
def test_soldiers_kept_abroad_are_a_formation(text: str, owner: str, name: str) -> None:
    found = stated(proposals_for(text), "MilitaryFormation")

    assert [each["forceOf"] for each in found] == [{owner}]
    assert name in next(iter(found[0]["name"]))


def test_a_fleet_is_a_unit_of_its_state() -> None:
    found = stated(proposals_for("وترابط سفن أسطول البحر الأسود الروسي في سيفاستوبول."), "MilitaryUnit")

    assert [each["forceOf"] for each in found] == [{"russia"}]


@pytest.mark.parametrize(
    "task", ["وتتولى القوة مراقبة الحدود.", "وكلفت القوة بمراقبة الحدود.", "ومهمتها مراقبة الحدود."]
)
def test_a_force_is_charged_with_a_task(task: str) -> None:
    proposals = proposals_for(f"تتكون القوة المشتركة من وحدات من كينيا وأوغندا. {task}")

    contents = [next(iter(each["taskContent"])) for each in stated(proposals, "ForceTask")]
    assert [content.removeprefix("ب") for content in contents] == ["مراقبة الحدود"]


def test_a_force_stands_under_a_command() -> None:
    proposals = proposals_for("تتكون القوة المشتركة من وحدات من كينيا وأوغندا. وتخضع القوة لقيادة موحدة.")

    assert [each["name"] for each in stated(proposals, "CommandBody")] == [{"قيادة موحدة"}]
    assert [each["commandPhase"] for each in stated(proposals, "CommandArrangement")] == [{"unspecifiedPhase"}]


@pytest.mark.parametrize(
    "text",
    [
        "أنشأت فرنسا قاعدة بيانات في لبنان.",
        "للحزب قاعدة شعبية في ألمانيا.",
        "قتل ثلاثة جنود أمريكيين في الأردن.",
        "لم يعد ينتشر في مالي أي جندي فرنسي.",
        "أحيت فرقة موسيقية روسية حفلا في لبنان.",
        "سفارتان وقاعدة بينهما في كوبا.",
        "تعتزم تركيا إقامة قاعدة عسكرية في السودان.",
        "يعمل ألف عامل هندي في قطر.",
    ],
)
def test_what_is_no_force_is_left_out(text: str) -> None:
    assert not kinds_in(proposals_for(text)) & FORCES
