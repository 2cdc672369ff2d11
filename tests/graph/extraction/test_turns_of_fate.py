"""Handovers, judgments, gestures, movements of forces and fights, and what looks like them."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated

WARS = {"War", "ArmedConflict"}


def sides(text: str) -> list[set[str]]:
    """Give the members of all sides of each war or fight."""
    proposals = proposals_for(text)
    fights = [each for kind in WARS for each in stated(proposals, kind)]
    members = [next(iter(each["sideMember"])) for each in stated(proposals, "ConflictSide")]
    return [set(members) for _ in fights]


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ("سلّمت بريطانيا هونغ كونغ إلى الصين في 30 يونيو 1997.", {"united-kingdom", "china"}),
        ("وقامت إسبانيا بتسليم مدينة سيدي إفني إلى المغرب في 30 يونيو 1969.", {"spain", "morocco"}),
        ("قضت محكمة العدل الدولية في 16 آذار 2001 بأحقية قطر في الزبارة.", {"international-court-of-justice"}),
        ("وأصدرت المحكمة الجنائية الدولية في 21 تشرين الثاني 2024 مذكرتي توقيف.", {"international-criminal-court"}),
        ("استعادت بغداد السيطرة على كركوك في 16 أكتوبر 2017.", {"iraq"}),
        ("علق الاتحاد الأفريقي عضوية النيجر في أغسطس 2023.", {"african-union", "niger"}),
        ("جرى تبادل السفراء بين القاهرة وتل أبيب في فبراير 1980.", {"egypt", "israel"}),
        ("نقلت غواتيمالا سفارتها إلى القدس في 16 مايو 2018.", {"guatemala"}),
        ("نالت جيبوتي استقلالها عن فرنسا في 27 يونيو 1977.", {"djibouti", "france"}),
    ],
)
def test_turns_of_fate_are_events_with_their_participants(text: str, participants: set[str]) -> None:
    assert [each["participant"] for each in stated(proposals_for(text), "Event")] == [participants]


@pytest.mark.parametrize(
    "text",
    [
        "سحبت روسيا قواتها من سوريا في مارس 2016.",
        "أكملت القوات الأميركية انسحابها من أفغانستان في 30 آب 2021.",
        "وغادر آخر الجنود الفرنسيين السنغال في 17 يوليو 2025.",
        "أرسلت تركيا قوات إلى ليبيا في يناير 2020.",
        "نشرت ألمانيا لواء مدرعا في ليتوانيا في مايو 2025.",
    ],
)
def test_movements_of_forces_are_events_with_their_day(text: str) -> None:
    assert ["eventDate" in each for each in stated(proposals_for(text), "Event")] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "تسلمت مصر قرضا من الصين في مارس 2019.",
        "تسلم الرئيس الفرنسي إيمانويل ماكرون جائزة في 2019.",
        "سلمت فرنسا المتهم إلى بلجيكا في 2016.",
        "استعادت تونس عافيتها في 2015.",
        "حكمت محكمة في روسيا بسجن لاعب في 2022.",
        "نقلت الشركة مقرها إلى دبي في 2021.",
        "علق الاتحاد الأفريقي لكرة القدم عضوية كينيا في 2022.",
        "هدد الاتحاد الأفريقي بتعليق عضوية غينيا.",
        "لم تسلم إسبانيا مدينة سبتة إلى المغرب في 1956.",
        "انتشرت قوات الأمن في تونس في 14 يناير 2015.",
        "لم تنسحب القوات الروسية من مولدوفا في عام 2003.",
        "غادر لاعبو فرنسا قطر في 19 ديسمبر 2022.",
    ],
)
def test_what_is_no_turn_of_fate_is_left_out(text: str) -> None:
    assert "Event" not in kinds_in(proposals_for(text))


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("تخوض روسيا وأوكرانيا حربا منذ فبراير 2022.", {"russia", "ukraine"}),
        ("بدأت روسيا غزو أوكرانيا في 24 فبراير 2022.", {"russia", "ukraine"}),
        ("وبدأت روسيا غزوها لأوكرانيا في 24 فبراير 2022.", {"russia", "ukraine"}),
        ("اجتاحت القوات العراقية الكويت سنة 1990.", {"iraq", "kuwait"}),
        ("وخسرت الأرجنتين الحرب أمام بريطانيا عام 1982.", {"argentina", "united-kingdom"}),
        ("تواجهت الهند وباكستان في حرب عام 1971.", {"india", "pakistan"}),
        ("ودارت بين مالي وبوركينا فاسو حرب قصيرة عام 1985.", {"mali", "burkina-faso"}),
        ("خاضت بيرو ثلاث حروب ضد الإكوادور.", {"peru", "ecuador"}),
        ("تجدد القتال بين السودان وجنوب السودان في 2012.", {"sudan", "south-sudan"}),
        ("قصفت إسرائيل إيران في يونيو 2025.", {"israel", "iran"}),
        ("النزاع المسلح بين الحكومة الكولومبية وحركة فارك دام نصف قرن.", {"colombia", "farc"}),
    ],
)
def test_who_fights_whom_is_told_in_any_words(text: str, both: set[str]) -> None:
    assert sides(text) in ([both], [both | {f"government-of-{name}" for name in both}]) or sides(text) == [
        {name.replace("colombia", "government-of-colombia") for name in both}
    ]


@pytest.mark.parametrize(
    "text", ["انتهى الخلاف بعد الحرب الأهلية في موزمبيق.", "بعد الحرب الأهلية اللبنانية أعيد البناء."]
)
def test_a_civil_war_may_be_taken_for_known(text: str) -> None:
    assert len(stated(proposals_for(text), "War")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "كسبت إيطاليا الحرب أمام البرازيل في نهائي الكأس.",
        "قصفت كرواتيا مرمى فرنسا بثلاثة أهداف.",
        "احتلت بلجيكا المركز الثالث.",
        "هزمت اليابان ألمانيا في كأس العالم.",
        "تخوض مصر والجزائر مباراة ودية.",
        "اجتاح الوباء إيطاليا في 2020.",
        "عُرض فيلم عن الحرب بين بريطانيا والأرجنتين.",
        "حذرت الأمم المتحدة من حرب بين إثيوبيا وإريتريا.",
        "الحرب التجارية بين الصين والولايات المتحدة مستمرة.",
    ],
)
def test_games_films_and_fears_are_no_wars(text: str) -> None:
    assert not kinds_in(proposals_for(text)) & WARS


TOLD = {
    "Event",
    "War",
    "ArmedConflict",
    "Referendum",
    "OfficialVisit",
    "MilitaryBase",
    "MilitaryFormation",
    "RecognitionAct",
    "SeveranceOfRelations",
    "ResumptionOfRelations",
    "MembershipWithdrawal",
    "InternationalMembership",
    "Termination",
}


@pytest.mark.parametrize(
    "text",
    [
        "فاز المنتخب المغربي على نظيره الإسباني بركلات الترجيح في قطر في 6 ديسمبر 2022.",
        "واحتلت كرواتيا المركز الثالث.",
        "وأنهى ميسي علاقته مع باريس سان جيرمان في يونيو 2023.",
        "استعادت أسعار النفط عافيتها في لندن.",
        "وخفضت السعودية إنتاجها في يوليو 2023، ورفعت روسيا صادراتها إلى الهند.",
        "وتعد الهند عضوا فاعلا في السوق.",
        "أطلقت فرنسا قمرا صناعيا في 2020 من قاعدة كورو.",
        "ونقلت الصواريخ الهندية ثلاثة أقمار.",
        "ضربت موجة حر إسبانيا واجتاحت الحرائق اليونان في أغسطس 2021.",
        "وأرسلت ألمانيا طائرات إطفاء إلى تركيا.",
        "قصفت كرواتيا مرمى كندا بأربعة أهداف.",
        "وهزمت اليابان ألمانيا في كأس العالم.",
        "وخسرت فرنسا أمام الأرجنتين في 18 ديسمبر 2022.",
        "يزور آلاف السياح الصينيين تايلاند سنويا.",
        "وزار الممثل المصري عادل إمام لبنان عام 2005.",
        "حصلت الباحثة الأردنية على جائزة في 2019 من اليونسكو.",
        "وانضمت إلى جامعة في كندا.",
        "أعلنت شركة تويوتا اليابانية إنهاء عقدها مع مورد صيني.",
        "وألغت الشركة الاتفاق في 2022.",
        "قضت محكمة في الكويت بحبس متهم في 12 مارس 2021.",
        "وأصدرت محكمة النقض في مصر حكما في 2018.",
        "توفي المخرج الفرنسي جان لوك غودار في سويسرا في 13 سبتمبر 2022.",
        "وتناولت أفلامه الحرب بين فرنسا والجزائر.",
        "سلمت إيطاليا كأس البطولة إلى فرنسا في 2021.",
        "واستعادت إنجلترا اللقب في 2022.",
        "انتشر الجيش في شوارع العاصمة البيروفية في 2022 لحفظ الأمن بعد الفيضانات.",
        "رفع علم قطر في حفل الافتتاح في 20 نوفمبر 2022.",
        "نظمت صحيفة إسبانية استفتاء على أفضل لاعب في أوروبا عام 2020.",
        "وصوت الجمهور في الاستفتاء لصالح ميسي.",
        "سحبت هولندا قرعة التصفيات في 2021.",
        "وغادر المنتخب الهولندي قطر في ديسمبر 2022.",
        "وصل فريق الأهلي المصري إلى المغرب في 3 مايو 2022.",
        "وغادر لاعبو الوداد تونس.",
        "ارتفع علم اليونان فوق القرية الأولمبية في 26 يوليو 2024 في باريس.",
        "رفعت تركيا أسعار الفائدة في 2023.",
        "وأنهت سويسرا الموسم عضوا في الاتحاد الأوروبي للعبة.",
    ],
)
def test_sport_weather_trade_and_arts_tell_no_facts_of_states(text: str) -> None:
    assert not kinds_in(proposals_for(text)) & TOLD
