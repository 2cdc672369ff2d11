"""Who says what: verbs of saying in any form and place, sources and offices as speakers, words that are passed on."""

from __future__ import annotations

import time

import pytest

from .conftest import proposals_for, stated

MOST_SECONDS = 5
TREATY = "وقعت كولومبيا وتشيلي في بوغوتا يوم 3 مايو 1998 معاهدة للتعاون.\n"


@pytest.mark.parametrize(
    ("text", "kind", "gist"),
    [
        (
            "قال وزير الخارجية التشيلي خوان بيريز، خلال مؤتمر صحفي، إن المعاهدة لم تنفذ.",
            "Claim",
            "المعاهدة لم تنفذ",
        ),
        ("أما تشيلي، التي تستضيف القمة، فأعلنت أن المعاهدة لم تنفذ.", "Claim", "المعاهدة لم تنفذ"),
        ('"المعاهدة انتهت"، هكذا قال الرئيس الكولومبي غوستافو بيترو.', "Claim", "المعاهدة انتهت"),
        ('كتب الرئيس التشيلي غابرييل بوريتش على حسابه: "لن نتخلى عن المعاهدة".', "Commitment", "لن نتخلى عن المعاهدة"),
        ("خرج الرئيس التشيلي غابرييل بوريتش من القاعة ليقول إن بلاده لم تنسحب.", "Claim", "بلاده لم تنسحب"),
        ("وعدّ الرئيس التشيلي غابرييل بوريتش المعاهدة إنجازا كبيرا.", "Evaluation", "المعاهدة إنجازا كبيرا"),
        ("ويرى الرئيس التشيلي غابرييل بوريتش أن المعاهدة صمدت.", "Evaluation", "المعاهدة صمدت"),
        ("هدد الرئيس التشيلي غابرييل بوريتش بالانسحاب من المعاهدة.", "Warning", "الانسحاب من المعاهدة"),
        (
            "أبدى الرئيس التشيلي غابرييل بوريتش ثقته بأن تصمد المعاهدة.",
            "Prediction",
            "تصمد المعاهدة",
        ),
        (
            "أعلن الرئيس التشيلي غابرييل بوريتش نيته الخروج من المعاهدة.",
            "IntentionStatement",
            "نيته الخروج من المعاهدة",
        ),
        (
            "ربط الرئيس التشيلي غابرييل بوريتش تمديد المعاهدة بانسحاب القوات.",
            "Claim",
            "تمديد المعاهدة بانسحاب القوات",
        ),
        ("أثنى الرئيس التشيلي غابرييل بوريتش على دور كولومبيا.", "Evaluation", "دور كولومبيا"),
        ("اكتفى مسؤول كولومبي كبير بالقول إن المعاهدة لم تنفذ.", "Claim", "المعاهدة لم تنفذ"),
        ("وأعلنت الخارجية التشيلية أن المعاهدة لا تزال سارية.", "Claim", "المعاهدة لا تزال سارية"),
        ("وبحسب وزير الدفاع التشيلي خوان بيريز، فإن المعاهدة لا تمس بلاده.", "Claim", "المعاهدة لا تمس بلاده"),
        (
            "لا تزال المعاهدة حجر الزاوية في علاقات البلدين، كما قال الرئيس التشيلي غابرييل بوريتش.",
            "Claim",
            "لا تزال المعاهدة حجر الزاوية في علاقات البلدين",
        ),
    ],
)
def test_what_somebody_says_is_found_wherever_verb_and_speaker_stand(text: str, kind: str, gist: str) -> None:
    assert any(facts["gist"] == {gist} for facts in stated(proposals_for(TREATY + text), kind))


def test_each_further_that_is_a_statement_of_its_own() -> None:
    text = "شدد الرئيس التشيلي غابرييل بوريتش على أن تشيلي لم توقع، وأن المعاهدة لم تنفذ."

    gists = {gist for facts in stated(proposals_for(TREATY + text), "Claim") for gist in facts["gist"]}

    assert gists == {"تشيلي لم توقع", "المعاهدة لم تنفذ"}


def test_words_end_where_another_begins_to_speak() -> None:
    text = (
        "قال الرئيس التشيلي غابرييل بوريتش إن تشيلي لم توقع، "
        "ووزير الخارجية الكولومبي خوان بيريز يقول إن المعاهدة لم تنفذ."
    )

    claims = stated(proposals_for(TREATY + text), "Claim")

    assert [facts["gist"] for facts in claims] == [{"تشيلي لم توقع"}, {"المعاهدة لم تنفذ"}]
    assert claims[0]["speaker"] != claims[1]["speaker"]


def test_who_is_said_to_speak_for_a_state_is_the_speaker() -> None:
    text = "أعلنت تشيلي على لسان وزير الخارجية التشيلي خوان بيريز أن المعاهدة لم تنفذ."

    (claim,) = stated(proposals_for(TREATY + text), "Claim")

    assert claim["speaker"] == {"khuan-biriz-of-chile"}


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير الخارجية التشيلي خوان بيريز لوكالة رويترز إن المعاهدة لم تنفذ.",
        "ونقلت وكالة رويترز عن وزير الخارجية التشيلي خوان بيريز تأكيده أن المعاهدة لم تنفذ.",
        "وفي حديث إلى «رويترز»، قال وزير الخارجية التشيلي خوان بيريز إن المعاهدة لم تنفذ.",
    ],
)
def test_an_agency_passes_on_what_it_was_told(text: str) -> None:
    (claim,) = stated(proposals_for(TREATY + text), "Claim")

    assert claim["reportedBy"] == {"reuters"}
    assert claim["speaker"] == {"khuan-biriz-of-chile"}


def test_words_that_name_nothing_are_about_the_instrument_at_hand() -> None:
    (claim,) = stated(proposals_for(TREATY + 'قال الرئيس التشيلي غابرييل بوريتش إن بلاده "لم تنسحب منها".'), "Claim")

    assert len(claim["about"]) == len(("the treaty",))


@pytest.mark.parametrize(
    "text",
    [
        "يذكر أن المعاهدة لم تنفذ.",
        "لم يقل الرئيس التشيلي غابرييل بوريتش إن المعاهدة لم تنفذ.",
        "رفض الرئيس التشيلي غابرييل بوريتش التصديق على المعاهدة.",
        "سلمت تشيلي كولومبيا مذكرة احتجاج على المعاهدة.",
        "يقول نص المعاهدة إن الحدود لا تمس.",
    ],
)
def test_what_nobody_says_is_no_statement(text: str) -> None:
    proposals = proposals_for(TREATY + text)

    assert not [facts for kind in ("Claim", "Evaluation", "Commitment", "Warning") for facts in stated(proposals, kind)]


def test_a_sentence_of_many_adjuncts_is_read_in_time_that_grows_with_its_length() -> None:
    adjuncts = "في بيان، خلال لقاء مع بيرو، في ليما، بعد زيارة الصين، عقب محادثات مع تركيا، " * 20
    begin = time.process_time()

    proposals_for(f"قال وزير الخارجية التشيلي خوان بيريز، {adjuncts}إن المعاهدة انتهت.")

    assert time.process_time() - begin < MOST_SECONDS


@pytest.mark.parametrize(
    ("deed", "accused"),
    [
        ('استمرار حكومة الرئيس الكولومبي غوستافو بيترو في "عسكرة" الحدود', "government-of-"),
        ("تمادي نظام الرئيس الكولومبي غوستافو بيترو في العدوان", "government-of-"),
        ('لجوء كولومبيا إلى "الابتزاز"', "colombia"),
    ],
)
def test_a_deed_named_by_a_charge_accuses_whose_deed_it_is(deed: str, accused: str) -> None:
    text = f"أكد الرئيس التشيلي غابرييل بوريتش أن المعاهدة صامدة، مشيرا إلى {deed}."

    (accusation,) = stated(proposals_for(TREATY + text), "Accusation")

    assert [each.startswith(accused) for each in accusation["accused"]] == [True]
    assert accusation["about"] == {"colombia"}


def test_a_deed_without_a_charge_is_a_claim() -> None:
    text = 'أكد الرئيس التشيلي غابرييل بوريتش أن المعاهدة صامدة، مشيرا إلى استمرار كولومبيا في "الحوار".'

    proposals = proposals_for(TREATY + text)

    assert not stated(proposals, "Accusation")
    assert len(stated(proposals, "Claim") + stated(proposals, "Evaluation")) == len(["صامدة", "الحوار"])
