"""Visits, terms, recognitions, withdrawals and dates in further turns of the language, and what looks like them."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ويزور وزير الدفاع الأمريكي بيت هيغسيث مانيلا حاليا.", "ongoing"),
        ("غادر الرئيس الكيني وليام روتو نيروبي متوجها إلى واشنطن في زيارة دولة.", "occurred"),
        ("ووقع الاتفاق خلال الزيارة التي قام بها الرئيس المصري عبد الفتاح السيسي إلى مقديشو.", "occurred"),
        ("حل الملك الإسباني فيليبي السادس ضيفا على الرباط.", "occurred"),
        ("وقال رئيس الوزراء الهندي ناريندرا مودي على هامش زيارته الرسمية إلى كولومبو إن الهند تلتزم.", "occurred"),
        ("ويتوجه الرئيس الكيني وليام روتو إلى باريس في زيارة رسمية.", "planned"),
        ("وكان الرئيس الكيني وليام روتو قد وصل أمس إلى باريس في زيارة رسمية.", "occurred"),
    ],
)
def test_a_visit_is_found_with_its_status(text: str, status: str) -> None:
    (visit,) = stated(proposals_for(text), "OfficialVisit")

    assert visit["eventStatus"] == {status}


@pytest.mark.parametrize(
    "text",
    [
        "ألغى الرئيس البولندي أندجي دودا زيارته إلى برلين.",
        "زار المنتخب المغربي المدينة الرياضية في الدوحة.",
        "لم يزر الرئيس الكيني وليام روتو باريس قط.",
        "وصلت أسعار النفط إلى لندن مرتفعة.",
    ],
)
def test_no_visit_is_found_where_nobody_visits(text: str) -> None:
    assert "OfficialVisit" not in kinds_in(proposals_for(text))


SIGNED = "وقعت اليابان والفلبين في مانيلا يوم 8 يوليو 2024 اتفاقية دفاعية"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        (f"{SIGNED} تسري خمس سنوات قابلة للتجديد.", "P5Y"),
        (f"{SIGNED}. ويستمر العمل بها عشر سنوات.", "P10Y"),
        (f"{SIGNED}. وتظل الاتفاقية نافذة خمسة وعشرين عاما.", "P25Y"),
        (f"{SIGNED}. ويمتد أجل الاتفاقية إلى عشرين عاما.", "P20Y"),
        (f"{SIGNED}، صالحة لخمس سنوات وتجدد ضمنيا لفترات مماثلة.", "P5Y"),
    ],
)
def test_a_term_is_found_by_what_the_instrument_does(text: str, length: str) -> None:
    (term,) = stated(proposals_for(text), "TermClause")

    assert term["termLength"] == {length}


@pytest.mark.parametrize(
    "text",
    [
        f"{SIGNED}. ومدة المشروع خمس سنوات.",
        f"{SIGNED}. ويحق لأي دولة الانسحاب منها بإخطار مسبق مدته ستة أشهر.",
        f"{SIGNED}. وانتخب الرئيس لولاية من ست سنوات.",
        f"{SIGNED}. واستمرت المفاوضات ثلاث سنوات.",
    ],
)
def test_the_length_of_something_else_is_no_term(text: str) -> None:
    assert "TermClause" not in kinds_in(proposals_for(text))


@pytest.mark.parametrize(
    ("text", "recognizer", "recognized"),
    [
        ("منحت روسيا اعترافها لأبخازيا في أغسطس 2008.", "russia", "abkhazia"),
        ("كوسوفو، المعترف بها من ألمانيا، تقدمت بطلب لعضوية مجلس أوروبا.", "germany", "kosovo"),
        ("أصدرت أستراليا بيانا في 21 سبتمبر 2025 معترفة بدولة فلسطين.", "australia", "palestine"),
    ],
)
def test_a_recognition_is_found(text: str, recognizer: str, recognized: str) -> None:
    (act,) = stated(proposals_for(text), "RecognitionAct")

    assert (act["recognizer"], act["recognized"]) == ({recognizer}, {recognized})


@pytest.mark.parametrize(
    "text",
    [
        "باتت غامبيا أحدث دولة تعترف بسيادة المغرب على الصحراء.",
        "لا تعترف إسبانيا باستقلال كوسوفو.",
        "تدرس نيوزيلندا الاعتراف بدولة فلسطين.",
        "واعترف المتهم البريطاني بالتهمة.",
    ],
)
def test_no_recognition_is_found_where_no_polity_is_recognized(text: str) -> None:
    assert "RecognitionAct" not in kinds_in(proposals_for(text))


def test_those_who_recognize_it_do_not_apply_for_it() -> None:
    text = "كوسوفو، المعترف بها من ألمانيا وفرنسا، تقدمت بطلب لعضوية مجلس أوروبا."

    applicants = {each for found in stated(proposals_for(text), "MembershipApplication") for each in found["applicant"]}

    assert not applicants & {"germany", "france"}


@pytest.mark.parametrize(
    "text",
    [
        "ومنذ 18 ديسمبر 2021 أصبحت روسيا خارج معاهدة الأجواء المفتوحة.",
        "لم تعد الولايات المتحدة طرفا في معاهدة الأجواء المفتوحة.",
        "غادرت إستونيا اتفاقية أوتاوا في 27 ديسمبر 2025.",
    ],
)
def test_a_withdrawal_is_told_by_its_outcome(text: str) -> None:
    (withdrawal,) = stated(proposals_for(text), "Withdrawal")

    assert withdrawal["eventStatus"] == {"occurred"}


def test_what_did_not_happen_until_a_day_happened_then() -> None:
    text = "وقعت كينيا وأوغندا معاهدة عام 1992، لكن لم يبدأ سريانها إلا في 3 مايو 2002."

    (entry,) = stated(proposals_for(text), "EntryIntoForce")

    assert entry["eventStatus"] == {"occurred"}


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("وبقي النزاع سنوات إلى أن وقعت كينيا وأوغندا معاهدة حدود عام 1998.", True),
        ("وستبقى الحدود مغلقة إلى أن توقع كينيا وأوغندا معاهدة حدود.", False),
    ],
)
def test_until_they_signed_tells_that_they_did(text: str, signed: bool) -> None:
    events = stated(proposals_for(text), "SigningEvent")

    assert bool([each for each in events if each["eventStatus"] == {"occurred"}]) is signed


def test_a_month_goes_on_in_the_year_of_the_story() -> None:
    text = (
        "وقعت مصر معاهدة مع كينيا عام 1950. وفي 24 مارس 1992 وقعت كينيا وأوغندا معاهدة حدود."
        " وصادقت عليها كينيا في 5 يونيو."
    )

    dates = [each for each in stated(proposals_for(text), "DateExpression") if each["rawText"] == {"5 يونيو"}]

    assert dates[0]["earliest"] == {"1992-06-05"}


def test_an_earlier_month_is_left_open() -> None:
    text = (
        "وقعت مصر معاهدة مع كينيا في 2 مايو 1950. وفي 24 مارس 1992 وقعت كينيا وأوغندا معاهدة."
        " وزار الرئيس الكيني دانيال موي كمبالا في 5 يناير."
    )

    dates = [each for each in stated(proposals_for(text), "DateExpression") if each["rawText"] == {"5 يناير"}]

    assert all("earliest" not in each for each in dates)


def test_an_instrument_bears_the_signatures_of_two() -> None:
    text = "حمل الاتفاق توقيعي رئيسة الوزراء الهندية أنديرا غاندي والرئيس الباكستاني ذو الفقار علي بوتو."

    (agreement,) = stated(proposals_for(text), "Agreement")

    assert agreement["party"] == {"india", "pakistan"}


@pytest.mark.parametrize(
    ("text", "gist"),
    [
        ("رفض البرلمان الكيني في 22 نوفمبر 2007 معاهدة الحدود مع أوغندا.", "معاهدة الحدود مع أوغندا"),
        ("وحذر الرئيس الكيني وليام روتو من تداعيات انسحاب أوغندا من الاتفاقية.", "تداعيات انسحاب أوغندا من الاتفاقية"),
        ("وجددت الصين تمسكها بسيادة موريشيوس على الجزر.", "تمسكها بسيادة موريشيوس على الجزر"),
        ("وقال السيد وليام روتو إن أوغندا تلتزم بالاتفاق.", "أوغندا تلتزم بالاتفاق"),
        ("وبحسب الخارجية الروسية، فإن أوغندا تلتزم بالاتفاق.", "أوغندا تلتزم بالاتفاق"),
    ],
)
def test_words_begin_where_they_begin(text: str, gist: str) -> None:
    opening = "قال الرئيس الكيني وليام روتو إن كينيا وقعت معاهدة مع أوغندا. "
    said = [
        each
        for kind in ("Claim", "Evaluation", "Warning", "Commitment")
        for each in stated(proposals_for(opening + text), kind)
    ]

    assert {gist} in [each["gist"] for each in said]


def test_whom_a_minister_told_is_not_the_speaker() -> None:
    text = "وقعت كينيا وأوغندا معاهدة. وقالت صحف إن النائبة جين دو أبلغت موسكو بأن بلادها لن تعود إلى المعاهدة."

    said = [
        each for kind in ("Claim", "Commitment", "IntentionStatement") for each in stated(proposals_for(text), kind)
    ]

    assert not [each for each in said if each["speaker"] == {"russia"}]


def test_she_who_concluded_it_with_another_is_the_one_the_clause_is_about() -> None:
    text = "علقت الجزائر في 8 يونيو 2022 معاهدة الصداقة التي أبرمتها مع إسبانيا في 8 أكتوبر 2002."

    (treaty,) = stated(proposals_for(text), "BilateralTreaty")

    assert treaty["party"] == {"algeria", "spain"}


def test_of_two_who_could_have_concluded_it_none_is_taken() -> None:
    text = "بحثت الجزائر مع ليبيا معاهدة الصداقة التي أبرمتها مع إسبانيا في 8 أكتوبر 2002، فيما أيدتها مصر وتونس."

    parties = {party for each in stated(proposals_for(text), "BilateralTreaty") for party in each.get("party", ())}

    assert not parties & {"libya", "egypt", "tunisia"}
