"""Recognitions, quests for independence, referendums, visits and lapses in further words, and what looks like them."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated

TREATY = "وقّعت بوليفيا وتشيلي معاهدة سلام عام 1904. "
TURNS = {"Termination", "Expiry", "Extension", "Withdrawal", "Suspension", "Accession", "InstrumentEvent"}


@pytest.mark.parametrize(
    ("text", "recognizer", "recognized"),
    [
        ("تم الاعتراف باستقلال تونس من قبل فرنسا في 20 مارس 1956.", "france", "tunisia"),
        ("اعتُرف باستقلال كرواتيا من قبل ألمانيا.", "germany", "croatia"),
        ("شكل اعتراف المكسيك بفلسطين خطوة كبيرة.", "mexico", "palestine"),
        ("وكان الاعتراف المصري بجمهورية الصين الشعبية في 30 مايو 1956.", "egypt", "china"),
        ("باستثناء تركيا، لا تعترف أي دولة بجمهورية شمال قبرص التركية.", "turkey", "northern-cyprus"),
        ("كانت تركيا أول من اعترف باستقلال أذربيجان سنة 1991.", "turkey", "azerbaijan"),
        ("أصدر الرئيس الروسي فلاديمير بوتين مرسوما بالاعتراف باستقلال دونيتسك.", "russia", "donetsk-peoples-republic"),
        ("أقرت هولندا باستقلال إندونيسيا عام 1949.", "netherlands", "indonesia"),
        ("قام المغرب، بحسب الروايات، بالاعتراف باستقلال الولايات المتحدة عام 1777.", "morocco", "united-states"),
    ],
)
def test_recognition_is_told_by_nouns_in_the_passive_and_by_decree(text: str, recognizer: str, recognized: str) -> None:
    found = stated(proposals_for(text), "RecognitionAct")

    assert [(each["recognizer"], each["recognized"]) for each in found] == [({recognizer}, {recognized})]


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت الإكوادور تعليق اعترافها بالجمهورية الصحراوية.",
        "أقرت فرنسا بصعوبة الوضع في مالي.",
        "قامت تركيا بطلب الاعتراف بشمال قبرص.",
        "لم يتم الاعتراف بكوسوفو من قبل صربيا.",
        "طالب النواب بمرسوم يقضي بالاعتراف بفلسطين.",
        "كتب ترامب أنه وقع إعلانا يعترف بسيادة المغرب على الصحراء الغربية.",
    ],
)
def test_what_recognizes_no_polity_is_left_out(text: str) -> None:
    assert "RecognitionAct" not in kinds_in(proposals_for(text))


@pytest.mark.parametrize("text", ["تسعى اسكتلندا إلى الاستقلال عن بريطانيا.", "تطالب اسكتلندا بالاستقلال عن بريطانيا."])
def test_independence_is_sought(text: str) -> None:
    assert [each["seeker"] for each in stated(proposals_for(text), "IndependenceQuest")] == [{"scotland"}]


@pytest.mark.parametrize(
    "text",
    [
        "جرى في 27 مارس 2015 استفتاء في القرم على الانضمام إلى روسيا.",
        "رفض الدنماركيون معاهدة ماستريخت في استفتاء عام 1992.",
        "استفتت الحكومة الشعب على الدستور في 2011.",
        "أجرت سويسرا ثلاثة استفتاءات على الانضمام.",
        "في فبراير 1958 أُجري في مصر وسوريا استفتاء أقر الوحدة.",
    ],
)
def test_referendums_held_are_told_in_any_words(text: str) -> None:
    assert [each["eventStatus"] for each in stated(proposals_for(text), "Referendum")] == [{"occurred"}]


@pytest.mark.parametrize(
    "text",
    [
        "تأمل المعارضة في إجراء استفتاء على الاتفاق.",
        "طالب الحزب بإجراء استفتاء على المعاهدة.",
        "دعا ناشطون إلى استفتاء شعبي على الاتفاق.",
        "ويتوقع خبراء أن يطرح الاستقلال على السكان في استفتاء خلال سنوات.",
        "أجرت الصحيفة استفتاء بين قرائها على أفضل لاعب.",
    ],
)
def test_a_referendum_that_is_only_asked_for_is_none(text: str) -> None:
    assert "Referendum" not in kinds_in(proposals_for(text))


@pytest.mark.parametrize(
    ("text", "visited"),
    [
        ("وصل رئيس الوزراء الهندي ناريندرا مودي، الاثنين، إلى طوكيو في زيارة رسمية.", "japan"),
        ("غادر الرئيس الكيني وليام روتو باريس بعد زيارة استمرت يومين.", "france"),
        ("غادر الرئيس الكيني وليام روتو العاصمة الفرنسية بعد زيارة استمرت يومين.", "france"),
        ("توجه الرئيس البرازيلي لولا دا سيلفا إلى بكين لإجراء محادثات.", "china"),
        ("استقبل الرئيس المصري عبد الفتاح السيسي نظيره الكيني وليام روتو الذي يزور البلاد.", "egypt"),
        ("وصل إلى نواكشوط مساء أمس رئيس الحكومة الإسبانية بيدرو سانشيز، في زيارة رسمية.", "mauritania"),
    ],
)
def test_visits_are_told_by_coming_going_and_receiving(text: str, visited: str) -> None:
    assert [each["visitedPolity"] for each in stated(proposals_for(text), "OfficialVisit")] == [{visited}]


@pytest.mark.parametrize(
    "text",
    [
        "أُلغيت زيارة الرئيس الإيراني إبراهيم رئيسي إلى أنقرة.",
        "أُرجئت زيارة الرئيس الإيراني إبراهيم رئيسي إلى أنقرة.",
        "لم يزر الرئيس الكوبي ميغيل دياز كانيل واشنطن.",
        "زار اللاعب المصري محمد صلاح فرنسا.",
        "عاد الرئيس المالي عاصيمي غويتا إلى باماكو.",
    ],
)
def test_what_is_no_visit_is_left_out(text: str) -> None:
    assert "OfficialVisit" not in kinds_in(proposals_for(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ولم تعد المعاهدة سارية منذ 1978.", "Expiry"),
        ("وانقضت مدتها في 1978.", "Expiry"),
        ("وانتهت صلاحيتها سنة 1978.", "Expiry"),
        ("وجمّدت تشيلي مشاركتها فيها.", "Suspension"),
        ("ووضعت تشيلي المعاهدة قيد التعليق.", "Suspension"),
        ("وقررت تشيلي عدم تمديد المعاهدة.", "Termination"),
        ("وأبلغت تشيلي جارتها بعدم تجديد المعاهدة.", "Termination"),
        ("وأُبطل مفعولها عام 1978.", "Termination"),
        ("وأدخل البلدان تعديلات على المعاهدة في 1978.", "InstrumentEvent"),
        ("وسُجلت المعاهدة لدى الأمم المتحدة في 1950.", "InstrumentEvent"),
    ],
)
def test_what_becomes_of_an_instrument_is_told(text: str, kind: str) -> None:
    assert kinds_in(proposals_for(TREATY + text)) & TURNS == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "وسجلت المعاهدة نجاحا كبيرا.",
        "ولم تنته صلاحيتها في 1978.",
        "وأنهت المعاهدة حالة الحرب بينهما.",
        "وتدرس تشيلي إدخال تعديلات على المعاهدة.",
        "ووضعت تشيلي المعاهدة أمام البرلمان.",
    ],
)
def test_what_an_instrument_does_to_others_is_no_turn_of_its_own(text: str) -> None:
    assert not kinds_in(proposals_for(TREATY + text)) & TURNS


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وأثار انسحاب بيرو من المعاهدة قلق الجيران.", "Withdrawal"),
        ("وأدى تعليق تشيلي للمعاهدة إلى توتر.", "Suspension"),
        ("وأصدر رئيس تشيلي سلفادور أليندي مرسوما بالانسحاب من المعاهدة.", "Withdrawal"),
        ("ووقع رئيس تشيلي سلفادور أليندي قانونا بإلغاء المعاهدة.", "Termination"),
        ("وسحبت بيرو توقيعها على المعاهدة.", "Withdrawal"),
    ],
)
def test_a_turn_is_told_by_what_it_led_to_and_by_decree(text: str, kind: str) -> None:
    assert kinds_in(proposals_for(TREATY + text)) & TURNS == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "ووقع رئيس تشيلي سلفادور أليندي قانونا بتنفيذ المعاهدة.",
        "وأدى تأييد تشيلي للمعاهدة إلى ارتياح.",
        "وأثار احتمال انسحاب بيرو من المعاهدة قلق الجيران.",
        "ورفض البرلمان مرسوما بالانسحاب من المعاهدة.",
        "وألغت تشيلي الرسوم تنفيذا للمعاهدة.",
        "وعلقت بيرو الرحلات وفقا للمعاهدة.",
    ],
)
def test_what_leads_to_no_turn_tells_none(text: str) -> None:
    assert not kinds_in(proposals_for(TREATY + text)) & TURNS


def test_a_line_of_a_timeline_of_years_tells_what_has_happened() -> None:
    proposals = proposals_for("2001: الولايات المتحدة تنسحب من معاهدة الصواريخ المضادة للباليستية.")

    assert [each["participant"] for each in stated(proposals, "Withdrawal")] == [{"united-states"}]
