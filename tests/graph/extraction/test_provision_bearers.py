"""Provisions by whoever bears them: each party, either one, a state after a particle; and each provision only once."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated

TREATY = "وقعت كينيا وأوغندا في نيروبي عام 2015 اتفاقية للتعاون الأمني. "
POSITIONS = ("Duty", "Prohibition", "Liberty", "ClaimRight", "Power")


@pytest.mark.parametrize(
    ("text", "kind", "bearers", "content"),
    [
        ("على كل طرف أن يخطر الآخر بأي تحرك.", "Duty", {"kenya", "uganda"}, "يخطر الآخر بأي تحرك"),
        ("وعلى كل منهما أن يبلغ الآخر بأي تحرك.", "Duty", {"kenya", "uganda"}, "يبلغ الآخر بأي تحرك"),
        ("ومن واجب البلدين تقديم المساعدة العسكرية.", "Duty", {"kenya", "uganda"}, "تقديم المساعدة العسكرية"),
        ("وبحسب نص الاتفاقية فإن على كينيا سحب قواتها.", "Duty", {"kenya"}, "سحب قواتها"),
        ("وتمنع الاتفاقية أيا من الطرفين من إيواء الفارين.", "Prohibition", {"kenya", "uganda"}, "إيواء الفارين"),
        ("ولا تهاجم كينيا بمقتضى الاتفاقية سفن الصيد.", "Prohibition", {"kenya"}, "سفن الصيد"),
        ("ولا يحق لأوغندا بيع المياه إلى دولة ثالثة.", "Prohibition", {"uganda"}, "بيع المياه إلى دولة ثالثة"),
        ("وتتيح الاتفاقية لأوغندا بناء ميناء في مومباسا.", "Liberty", {"uganda"}, "بناء ميناء في مومباسا"),
        ("ويلتزم الجانبان وفقها بإعادة الفارين.", "Duty", {"kenya", "uganda"}, "إعادة الفارين"),
        ("ويحق لكينيا أن تسحب المياه من النهر.", "Liberty", {"kenya"}, "تسحب المياه من النهر"),
        ("وتعهد الرئيس الكيني وليام روتو في الاتفاقية بوقف الصيد.", "Duty", {"kenya"}, "وقف الصيد"),
        ("ولكينيا أن تسحب المياه من النهر.", "Liberty", {"kenya"}, "تسحب المياه من النهر"),
    ],
)
def test_a_provision_is_told_once_with_its_bearers(text: str, kind: str, bearers: set[str], content: str) -> None:
    proposals = proposals_for(TREATY + text)

    found = [each for position in POSITIONS for each in stated(proposals, position)]

    assert [(each["type"], each["contentAsReported"]) for each in found] == [({kind}, {content})]
    assert found[0]["obligor" if kind == "Duty" else "bearer"] == bearers


def test_a_clause_goes_on_after_what_is_not_given() -> None:
    text = "وقد نصت الاتفاقية على أن تمنح كينيا أوغندا قطعة أرض من دون سيادة، كما أتاحت لأوغندا الإبحار في النهر."

    found = stated(proposals_for(TREATY + text), "Liberty")

    assert [each["contentAsReported"] for each in found] == [{"الإبحار في النهر"}]


@pytest.mark.parametrize(
    "text",
    [
        "على كل حال فإن كينيا تصدر الشاي.",
        "ولا تملك كينيا أنهارا كبيرة.",
        "ومن واجب الأبناء رعاية آبائهم.",
        "وهل على كينيا سحب قواتها؟",
        "ولا يحق لأحد بيع التذاكر خارج الملعب.",
        "وقال وزير الخارجية الكيني إن على أوغندا سحب قواتها.",
    ],
)
def test_what_no_instrument_lays_down_is_no_provision(text: str) -> None:
    assert not set(POSITIONS) & kinds_in(proposals_for(TREATY + text))
