"""What somebody supports, refuses, stresses or offers, who speaks without a title, and who passes it on."""

from __future__ import annotations

import pytest

from .conftest import proposals_for, stated

TREATY = "وقعت كينيا وأوغندا اتفاقية تعاون في نيروبي يوم 5 مارس 2019. "
STATEMENTS = (
    *("Claim", "Evaluation", "Accusation", "Prediction", "Warning"),
    *("Commitment", "IntentionStatement", "HopeStatement", "Endorsement"),
)


@pytest.mark.parametrize(
    ("text", "kind", "gist"),
    [
        ("وأكد الرئيس الكيني وليام روتو أهمية الاتفاقية.", "Evaluation", "أهمية الاتفاقية"),
        ("وأعلنت أوغندا رفضها أي تعديل للاتفاقية.", "Evaluation", "رفضها أي تعديل للاتفاقية"),
        ("وجدد الرئيس الكيني وليام روتو التزام بلاده بالاتفاقية.", "Commitment", "التزام بلاده بالاتفاقية"),
        ("وأبدى الرئيس الكيني وليام روتو استعداد بلاده لتعديلها.", "Commitment", "استعداد بلاده لتعديلها"),
        ("ولم تستبعد أوغندا الانسحاب من الاتفاقية.", "Claim", "الانسحاب من الاتفاقية"),
        ("وألقت أوغندا باللوم على كينيا في تعثر الاتفاقية.", "Accusation", "في تعثر الاتفاقية"),
        ("ووجهت كينيا أصابع الاتهام إلى أوغندا بخرق الاتفاقية.", "Accusation", "خرق الاتفاقية"),
        ("وطمأن الرئيس الكيني وليام روتو جيرانه بأن بلاده لن تنسحب.", "Commitment", "بلاده لن تنسحب"),
        ("وأوضح بيان صادر عن الخارجية الكينية أن الاتفاقية لا تمس الحدود.", "Claim", "الاتفاقية لا تمس الحدود"),
        ("ويقول الباحث في الشؤون الأفريقية إن الاتفاقية لن تصمد.", "Prediction", "الاتفاقية لن تصمد"),
        ("وقال مسؤولون كينيون إن الاتفاقية لم تنفذ.", "Claim", "الاتفاقية لم تنفذ"),
        ("ويقول دبلوماسي شارك في المفاوضات، فضل عدم ذكر اسمه، إن الاتفاقية مجحفة.", "Evaluation", "الاتفاقية مجحفة"),
        ("ويتوقع دبلوماسيون جولة ثالثة من المحادثات بين كينيا وأوغندا.", "Prediction", None),
        ("وتأمل أوغندا في تمديد الاتفاقية قبل الصيف.", "HopeStatement", "تمديد الاتفاقية قبل الصيف"),
        ("واتهمت كينيا أوغندا بخرق الاتفاقية، وهو ما نفته كمبالا.", "Claim", "نفته كمبالا"),
        (
            "وانتقد زعيم المعارضة رايلا أودينغا الاتفاقية، قائلا إنها تفرط في السيادة الكينية.",
            "Claim",
            "تفرط في السيادة الكينية",
        ),
        ("وقال وزير الخارجية الكيني إن أوغندا أسقطت الاتفاقية.", "Claim", "أوغندا أسقطت الاتفاقية"),
    ],
)
def test_a_stance_is_a_statement_of_its_kind(text: str, kind: str, gist: str | None) -> None:
    found = [each["gist"] for each in stated(proposals_for(TREATY + text), kind)]

    assert {gist} in found if gist else len(found) == 1


def test_who_is_said_to_have_broken_a_treaty_is_accused() -> None:
    found = stated(proposals_for(TREATY + "وقالت أوغندا إن كينيا خرقت الاتفاقية."), "Accusation")

    assert [(each["speaker"], each["accused"]) for each in found] == [({"uganda"}, {"kenya"})]


@pytest.mark.parametrize(
    "text",
    [
        "وقال وزير الخارجية الكيني إن كينيا لم تخرق الاتفاقية.",
        "وقالت كينيا إن أوغندا لم تنقض الاتفاقية.",
        "وأقرت كينيا بأن كينيا خرقت الاتفاقية.",
        "وقالت كينيا إن أوغندا وقعت الاتفاقية.",
    ],
)
def test_who_is_not_blamed_by_another_is_not_accused(text: str) -> None:
    assert not stated(proposals_for(TREATY + text), "Accusation")


def test_a_warning_is_conditional() -> None:
    found = stated(proposals_for(TREATY + "وحذرت أوغندا من خرق الاتفاقية."), "Warning")

    assert [each["modality"] for each in found] == [{"conditionalModality"}]


def test_what_had_been_denied_is_not_put_as_possible() -> None:
    found = stated(proposals_for(TREATY + "ونفت أوغندا أن تكون قد خرقت الاتفاقية."), "Claim")

    assert [each["modality"] for each in found] == [{"actual"}]


def test_words_that_name_nothing_but_the_own_side_are_about_it() -> None:
    found = stated(proposals_for("قال وزير الخارجية الكيني ألفريد موتوا إن بلاده لم تطلب شيئا."), "Claim")

    assert [each["about"] for each in found] == [{"kenya"}]


def test_whom_all_call_by_his_family_name_speaks_without_a_title() -> None:
    proposals = proposals_for("قال غروسي إنه يأمل في زيارة طهران. وتنتظر إيران وفدا من روسيا.")

    assert [each["speaker"] for each in stated(proposals, "HopeStatement")]
    assert [each["name"] for each in stated(proposals, "Person")] == [{"غروسي"}]


def test_an_outlet_in_quotes_passes_on_what_is_said() -> None:
    proposals = proposals_for(TREATY + "ونقلت صحيفة «ذا نيشن» عن مصدر حكومي قوله إن كينيا ستعلق الاتفاقية.")

    assert [each["name"] for each in stated(proposals, "NewsAgency")] == [{"ذا نيشن"}]
    assert all("reportedBy" in each for each in stated(proposals, "Claim"))


@pytest.mark.parametrize(
    "text",
    [
        "ورفضت أوغندا تمديدها.",
        "وتربط كينيا وأوغندا علاقات دبلوماسية قديمة.",
        "وتوقع البنك الدولي نمو الاقتصاد الكيني هذا العام.",
        "ولا يستبعد أحد أن تعود المحادثات.",
        "وامتنعت وزارة الدفاع الكينية عن التعليق على التقارير.",
        "وينتظر أن يلقي الرئيس الكيني خطابا مساء الغد.",
        "وجدد النادي عقد لاعبه الأوغندي.",
        "ووجهت كينيا الدعوة إلى أوغندا لحضور الحفل.",
        "وأبدى الجمهور الكيني إعجابه بالفريق.",
        "وألقت الشرطة الكينية القبض على أوغندي في المطار.",
    ],
)
def test_what_looks_like_a_stance_says_nothing(text: str) -> None:
    proposals = proposals_for(TREATY + text)

    assert not [each for kind in STATEMENTS for each in stated(proposals, kind)]


def test_a_pledge_renewed_is_no_extension_of_the_treaty() -> None:
    proposals = proposals_for(TREATY + "وجدد الرئيس الكيني وليام روتو التزام بلاده بالاتفاقية.")

    assert not stated(proposals, "Extension")
