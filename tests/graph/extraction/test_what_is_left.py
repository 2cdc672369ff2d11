"""What states leave, suspend, invade, hand over and visit, and what only looks like it."""

from __future__ import annotations

import pytest

from .conftest import proposals_for, stated


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت غانا أنها سحبت اعترافها باستقلال كوسوفو.",
        "أعلنت ناورو أنها تسحب اعترافها بتايوان.",
        "اعترافها بكوسوفو قررت سيراليون سحبه عام 2020.",
        "وكانت توغو بين الدول التي سحبت اعترافها بكوسوفو.",
        "قالت بابوا غينيا الجديدة إنها تراجعت عن اعترافها بتايوان.",
    ],
)
def test_a_recognition_that_is_taken_back_is_no_recognition(text: str) -> None:
    assert not stated(proposals_for(text), "RecognitionAct")


def test_who_is_recognized_is_who_the_recognition_before_was_of() -> None:
    found = stated(proposals_for("سحبت غانا اعترافها بكوسوفو، بينما اعترفت بها كينيا."), "RecognitionAct")
    assert [(each["recognizer"], each["recognized"]) for each in found] == [({"kenya"}, {"kosovo"})]


def test_two_that_are_recognized_after_a_date_are_both_related_to() -> None:
    proposals = proposals_for(
        "اعترفت كندا، الاثنين 25 سبتمبر 2023، بجزر كوك ونيوي دولتين، وأقامت معهما علاقات دبلوماسية."
    )
    assert {each for found in stated(proposals, "RecognitionAct") for each in found["recognized"]} == {
        "cook-islands",
        "niue",
    }
    assert len(stated(proposals, "DiplomaticRelation")) == 2


def test_relations_with_them_need_somebody_they_can_be() -> None:
    assert not stated(proposals_for("رحبت كندا بالقرار، وأقامت معها علاقات دبلوماسية."), "DiplomaticRelation")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("غزا العراق الكويت في 2 آب 1990.", "ArmedConflict"),
        ("اجتاحت إسرائيل لبنان في حزيران 1982.", "ArmedConflict"),
        ("شنت روسيا فجر 24 فبراير 2022 هجوما واسعا على أوكرانيا.", "ArmedConflict"),
        ("تجدد القتال بين الجيشين البيروفي والإكوادوري في كانون الثاني 1995.", "ArmedConflict"),
        ("بدأت روسيا غزو أوكرانيا في 24 شباط 2022، واستمرت الحرب أعواما.", "War"),
    ],
)
def test_an_invasion_is_a_war_only_where_the_text_says_so(text: str, kind: str) -> None:
    proposals = proposals_for(text)
    assert len(stated(proposals, kind)) == 1
    assert not stated(proposals, "War" if kind == "ArmedConflict" else "ArmedConflict")


@pytest.mark.parametrize(
    "text",
    [
        "اندلع الجدل بين الجمهورين البرازيلي والأرجنتيني قبل المباراة.",
        "حذرت روسيا من أن يتجدد القتال بين الجيشين الأرميني والأذربيجاني.",
        "غزت الصين روسيا بمنتجاتها الرخيصة.",
        "شنت تركيا في 5 مايو 2020 هجوما لاذعا على فرنسا.",
        "تصاعد الصراع بين الهند وباكستان على كأس آسيا.",
    ],
)
def test_what_nobody_fought_is_no_conflict(text: str) -> None:
    proposals = proposals_for(text)
    assert not stated(proposals, "ArmedConflict")
    assert not stated(proposals, "War")


def test_fire_that_ceases_neither_suspends_nor_ratifies_what_is_signed_with_it() -> None:
    proposals = proposals_for("وافق البلدان على وقف إطلاق النار، ووقعت بيرو والإكوادور في برازيليا «إعلان إيتاماراتي».")
    assert not stated(proposals, "Suspension")
    assert not stated(proposals, "Ratification")
    assert len(stated(proposals, "SigningEvent")) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("علقت روسيا مشاركتها في اتفاق الحبوب في 17 تموز 2023.", "Suspension"),
        ("انسحبت أستراليا من اتفاق الأسماك في آذار 2011.", "Withdrawal"),
    ],
)
def test_an_accord_stays_with_its_step_where_one_polity_takes_it(text: str, kind: str) -> None:
    proposals = proposals_for(text)
    assert len(stated(proposals, kind)) == 1
    assert len(stated(proposals, "Agreement")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "علق الأهلي مشاركته في اتفاق البث التلفزيوني.",
        "علقت شركة بوينغ العمل باتفاق النقابة.",
        "نفت روسيا أن تكون علقت مشاركتها في اتفاق الحبوب.",
        "قضت محكمة العدل الأوروبية في 4 أكتوبر 2024 بإلغاء اتفاقي الصيد مع المغرب.",
    ],
)
def test_what_clubs_firms_and_courts_do_to_an_accord_is_no_step(text: str) -> None:
    proposals = proposals_for(text)
    assert not any(stated(proposals, kind) for kind in ("Suspension", "Termination", "Withdrawal"))


def test_a_time_reckoned_from_an_exchange_is_no_exchange() -> None:
    text = "تدفع فرنسا بموجب معاهدة الشراء مع إسبانيا الثمن خلال عشرة أشهر من تبادل وثائق التصديق."
    assert not stated(proposals_for(text), "InstrumentEvent")


def test_two_bases_in_one_construction_are_both_held() -> None:
    found = stated(proposals_for("تشغل الولايات المتحدة قاعدتي العديد والسيلية في قطر."), "MilitaryBase")
    assert {each for base in found for each in base.get("operator", ())} == {"united-states"}
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        "طورت كندا قاعدتي بيانات وخرائط في تونس.",
        "أغلقت فرنسا معسكر كاليه للاجئين.",
        "تسلم المنتخب المصري معسكر التدريب.",
        "استعاد المغرب قاعدة جماهيرية واسعة في فرنسا.",
        "تسلم الجيش اللبناني طائرات من الولايات المتحدة.",
    ],
)
def test_data_camps_and_gifts_are_no_bases_that_change_hands(text: str) -> None:
    proposals = proposals_for(text)
    assert not stated(proposals, "MilitaryBase")
    assert not stated(proposals, "Event")


def test_a_base_is_taken_over_by_an_army() -> None:
    proposals = proposals_for("تسلمت القوات الأفغانية قاعدة باغرام الجوية من الأميركيين.")
    assert len(stated(proposals, "Event")) == 1


def test_a_mission_known_by_name_leaves() -> None:
    proposals = proposals_for("تم سحب بعثة «يوناميد» من السودان في 31 كانون الأول 2020.")
    assert len(stated(proposals, "Event")) == 1


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("انضمت مصر وإثيوبيا إلى مجموعة «بريكس» في يناير 2024.", {"egypt", "ethiopia"}),
        ("أصبحت تيمور الشرقية العضو الحادي عشر في رابطة «آسيان».", {"timor-leste"}),
        ("2017: المغرب يعود إلى الاتحاد الأفريقي", {"morocco"}),
        ("تأسس مجلس التعاون لدول الخليج العربية عام 1981، ويضم ست دول هي قطر والكويت.", {"qatar", "kuwait"}),
        ("عقدت جامعة الدول العربية جلسة، وتضم القائمة ثلاث دول هي مصر وتونس والأردن.", set()),
        ("انضمت كينيا إلى بعثة أميصوم عام 2012.", set()),
        ("يعود المغرب إلى الاتحاد الأفريقي إذا قبلت شروطه.", set()),
        ("عاد المغرب إلى البنك الدولي طلبا لقرض.", set()),
    ],
)
def test_members_are_those_of_organizations_that_states_join(text: str, members: set[str]) -> None:
    found = stated(proposals_for(text), "InternationalMembership")
    assert {each for membership in found for each in membership["member"]} == members


@pytest.mark.parametrize(
    ("text", "visited"),
    [
        ("وكان الملك فيصل قد قام بجولة أفريقية عام 1966 شملت السودان والمغرب وتونس.", {"sudan", "morocco", "tunisia"}),
        ("عاد وزير الدفاع الكويتي إلى البلاد بعد زيارة رسمية لباكستان.", {"pakistan"}),
        ("عقب زيارته لبيروت، انتقل وزير الخارجية المصري بدر عبد العاطي إلى دمشق.", {"lebanon"}),
        ("شرع الرئيس الجزائري عبد المجيد تبون في زيارة رسمية إلى سلطنة عمان.", {"oman"}),
        ("ألغى وزير الخارجية الفرنسي جولة شملت لبنان وسوريا.", set()),
        ("خلال زيارته إلى الأردن، قال الملك عبد الله الثاني إن بلاده ترحب به.", set()),
        ("قام اللاعب المصري بجولة شملت قطر وتونس.", set()),
    ],
)
def test_tours_and_ended_visits_are_visits(text: str, visited: set[str]) -> None:
    found = stated(proposals_for(text), "OfficialVisit")
    assert {each for visit in found for each in visit["visitedPolity"]} == visited


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("قاطعت المعارضة الغينية استفتاء 21 سبتمبر 2025.", 1),
        ("خسر الانفصاليون في اسكتلندا استفتاء أيلول 2014.", 1),
        ("صوّت البريطانيون في 23 يونيو 2016 لصالح خروج بلادهم من الاتحاد الأوروبي.", 1),
        ("صوت الدنماركيون، الأربعاء، بأغلبية كبيرة لصالح الانضمام إلى سياسة الدفاع الأوروبية.", 1),
        ("صوت النواب البريطانيون لصالح خروج بلادهم من الاتحاد الأوروبي.", 0),
        ("صوت البريطانيون لصالح حزب العمال في الانتخابات.", 0),
        ("قاطعت المعارضة استفتاء الصحيفة في 3 أيار 2021.", 0),
        ("الأتراك يقولون لا للعنف.", 0),
        ("صوت المصريون بنسبة كبيرة لصالح البقاء في صدارة التصنيف.", 0),
        ("صوت اللبنانيون لصالح الوحدة في حفل الغناء.", 0),
    ],
)
def test_a_people_votes_in_a_referendum_and_a_parliament_does_not(text: str, held: int) -> None:
    assert len(stated(proposals_for(text), "Referendum")) == held


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("سلمت أرمينيا أذربيجان أربع قرى حدودية في 24 مايو 2024.", 1),
        ("عادت هونغ كونغ إلى السيادة الصينية في الأول من يوليو 1997.", 1),
        ("غيرت مقدونيا اسمها رسميا إلى «مقدونيا الشمالية» في 12 شباط 2019.", 1),
        ("رفعت الولايات المتحدة السودان من قائمة الدول الراعية للإرهاب في 14 كانون الأول 2020.", 1),
        ("فتحت السعودية أجواءها ومنافذها أمام قطر مساء 4 يناير 2021.", 1),
        ("منذ قطع العلاقات في آب 2021، أغلقت الجزائر مجالها الجوي أمام الطائرات المغربية.", 0),
        ("نفت أرمينيا أن تكون سلمت أذربيجان أربع قرى في 24 أيار 2024.", 0),
        ("سلمت فرنسا لبنان شحنة أدوية في 3 أيار 2021.", 0),
        ("فتحت تركيا حدودها أمام السياح الألمان في 3 أيار 2021.", 0),
        ("رفعت السعودية مصر من قائمة الدول المحظورة سياحيا في 3 أيار 2021.", 0),
        ("قد ترفع الولايات المتحدة سوريا من قائمة الدول الراعية للإرهاب عام 2025.", 0),
    ],
)
def test_turns_between_two_states_are_told_with_their_day(text: str, count: int) -> None:
    assert len(stated(proposals_for(text), "Event")) == count


def test_who_only_says_that_a_state_was_recognized_does_not_recognize_it() -> None:
    text = "قال وزير الخارجية الإسباني خوسيه مانويل ألباريس إن بلاده اعترفت بفلسطين لأن السلام يقوم على دولتين."
    assert not stated(proposals_for(text), "RecognitionAct")
