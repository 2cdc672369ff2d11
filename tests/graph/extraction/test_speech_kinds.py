"""Which kind of statement somebody's words are: a claim, a judgement, a forecast, an intention or a commitment."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated

TREATY = "وقعت كينيا وأوغندا اتفاقية تعاون في نيروبي يوم 5 مارس 2019. "
MINISTER = "وقال وزير الخارجية الكيني موساليا مودافادي إن "


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("بلاده لا تنوي الانسحاب من الاتفاقية", "IntentionStatement"),
        ("كينيا لا تعتزم تعديل الاتفاقية", "IntentionStatement"),
        ("كينيا لن تشارك في القوة المشتركة", "IntentionStatement"),
        ("كينيا لن تسمح بخرق الاتفاقية", "Commitment"),
        ("كينيا ستقف إلى جانب أوغندا إذا تعرضت لهجوم", "Commitment"),
        ("الاتفاقية تعزز استقلال البلدين", "Evaluation"),
        ("الاتفاقية لا ترقى إلى ما أرادته أوغندا", "Evaluation"),
        ("الاتفاقية تمثل خطوة مهمة لأوغندا", "Evaluation"),
        ("الاتفاقية باطلة", "Claim"),
        ("الاتفاقية لم تعد تلزم أوغندا", "Claim"),
        ("الاتفاقية مشروطة بانسحاب أوغندا", "Claim"),
        ("كينيا غير مستعدة لتعديل الاتفاقية", "Claim"),
        ("مستقبل أوغندا سيكتب في هذه البحيرة", "Prediction"),
        ("هذه العقوبات لن تجبر أوغندا على تعديل الاتفاقية", "Prediction"),
        ("الوفد سيزور أوغندا غدا", "Claim"),
        ("قواتنا ستغادر أوغندا", "Claim"),
        ("القنصليات في أوغندا ستبقى مفتوحة", "Claim"),
        ("أوغندا لا تنوي الانسحاب من الاتفاقية", "Claim"),
    ],
)
def test_words_are_a_statement_of_their_kind(words: str, kind: str) -> None:
    proposals = proposals_for(f"{TREATY}{MINISTER}{words}.")

    assert [each["gist"] for each in stated(proposals, kind)] == [{words}]


def test_no_plan_is_an_intention_whoever_tells_of_it() -> None:
    found = stated(proposals_for(f"{TREATY}{MINISTER}لا نية لتعديل الاتفاقية."), "IntentionStatement")

    assert [each["gist"] for each in found] == [{"لا نية لتعديل الاتفاقية"}]


def test_words_end_where_another_goes_on_after_a_quotation() -> None:
    text = "ووصفها وزير الخارجية الكيني موساليا مودافادي بأنها «وثيقة ميتة»، إلا أن أوغندا تتمسك بها."

    found = stated(proposals_for(TREATY + text), "Evaluation")

    assert [{gist.strip("«»") for gist in each["gist"]} for each in found] == [{"وثيقة ميتة"}]


def test_an_army_speaks() -> None:
    found = stated(proposals_for(TREATY + "واتهم الجيش الأوغندي كينيا بخرق الاتفاقية."), "Accusation")

    assert [(each["accused"], each["gist"]) for each in found] == [({"kenya"}, {"خرق الاتفاقية"})]


@pytest.mark.parametrize(
    "text",
    [
        "وفي المقاهي من يقسم أن للاتفاقية بنودا سرية.",
        "وهناك من يقول إن الاتفاقية لا تلزم أوغندا.",
        "وتعهدت كينيا فيها بأن تحمي الأنبوب.",
        "وتعهدت كينيا في الاتفاقية بحماية الأنبوب.",
        "وتعهدت كينيا بموجبها بحماية الأنبوب.",
    ],
)
def test_nobody_speaks_in_what_whoever_says_or_a_treaty_lays_down(text: str) -> None:
    assert not {"Claim", "Commitment", "Evaluation"} & kinds_in(proposals_for(TREATY + text))
