"""Steps, recognitions, ruptures, terms and events are found whatever the order of their clause."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated

TREATY = "وقعت أستراليا والفلبين معاهدة دفاع في مانيلا عام 1951.\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وبعد ثلاثين عاما نفضت مانيلا يدها منها.", "Withdrawal"),
        ("والمعاهدة التي انسحبت منها أستراليا في تشرين الثاني 1990 لم تعد قائمة.", "Withdrawal"),
        ("ووقع الرئيس الفلبيني فرديناند ماركوس مرسوما يقضي بانسحاب بلاده من المعاهدة.", "Withdrawal"),
        ('وقررت أستراليا، مساء الثلاثاء 5 آذار 1985، التخلي "بأثر فوري" عن المعاهدة.', "Termination"),
        ("وأقدمت الفلبين على إلغاء المعاهدة في 1979.", "Termination"),
        ("وفي 2 مايو 1982 أعلنت مانيلا فسخها.", "Termination"),
        ("وفي عام 1984 سقطت رسميا المعاهدة.", "Termination"),
        (
            "وفي 1 آذار 1986، أي بعد أسابيع من الانتخابات، أعلن الرئيس الفلبيني فرديناند ماركوس المعاهدة باطلة.",
            "Termination",
        ),
        ("وأعلن رئيس الوزراء أن أستراليا تعدها لاغية من جانب واحد.", "Termination"),
        ("وباتت المعاهدة في حكم الملغاة.", "Termination"),
        ("وطوت أستراليا في العاشر من تشرين الثاني 1989 صفحة المعاهدة.", "Termination"),
        ("وجمدت مانيلا في 1985 العمل بها.", "Suspension"),
        ("وكانت أستراليا، في اليوم التالي للهجوم، قد علقت العمل بالمعاهدة.", "Suspension"),
        ("وهددت مانيلا بالرد، قبل أن تبلغ حكومتها أستراليا في الأول من شباط 1986 تعليق العمل بها.", "Suspension"),
        ("وجرى في سيدني، في 3 أيار 1971، تمديد المعاهدة.", "Extension"),
        ("وانتهت في 31 ديسمبر 1990 صلاحية المعاهدة.", "Expiry"),
        ("وانقضى أجل المعاهدة عام 1990.", "Expiry"),
        ("وغدت المعاهدة، بعد عام من التصديق، نافذة في آذار 1953.", "EntryIntoForce"),
        ("ثم دخلت طور النفاذ في مطلع يونيو 1952.", "EntryIntoForce"),
        ("ووضعت المعاهدة موضع التنفيذ عام 1952.", "EntryIntoForce"),
        ("وتبادل الطرفان وثائق التصديق في مانيلا في حزيران 1952.", "InstrumentEvent"),
        ("وحظيت المعاهدة بموافقة مجلس الشيوخ الفلبيني في حزيران 1952.", "DomesticApproval"),
        ("وجرت المصادقة على المعاهدة في مجلس الشيوخ الفلبيني في حزيران 1952.", "DomesticApproval"),
        ("وأودعت الفلبين لدى الأمم المتحدة وثائق التصديق على المعاهدة في 1953.", "Ratification"),
        ("وحددت مدة سريانها بعشرين عاما.", "TermClause"),
        ("وأعلنت مانيلا أن المعاهدة لم تعد قائمة.", "Termination"),
        ("واعتبرت أستراليا نفسها غير ملزمة بالمعاهدة.", "Termination"),
        ("وسرى مفعولها في العام التالي.", "EntryIntoForce"),
        ("واستأنفت الفلبين العمل بالمعاهدة في 1985.", "InstrumentEvent"),
        ("وأدخلت تعديلات على المعاهدة عام 1979.", "InstrumentEvent"),
        ("وهي مبرمة لمدة غير محدودة.", "TermClause"),
        ("ومدة المعاهدة عشر سنوات وتبقى سارية بعدها ما لم يخطر أحد الطرفين الآخر.", "ExtensionOption"),
        ("ومدتها عقدان، قابلان للتمديد خمسة أعوام.", "ExtensionOption"),
    ],
)
def test_what_becomes_of_a_treaty_is_found_in_any_order(text: str, kind: str) -> None:
    assert kind in kinds_in(proposals_for(TREATY + text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("انسحبت موريتانيا من الاتحاد، ثم اعترفت بالجمهورية العربية الصحراوية الديمقراطية عام 1984.", "RecognitionAct"),
        ("كانت كندا أولا، فأستراليا، ثم بريطانيا، قد انضمت إلى ركب المعترفين بدولة فلسطين.", "RecognitionAct"),
        (
            "قال رئيس الوزراء الأيرلندي سايمون هاريس، في كلمة مصورة، إن بلاده تعترف رسميا بدولة فلسطين.",
            "RecognitionAct",
        ),
        ("انتزعت كوسوفو اعتراف إسرائيل في 4 أيلول 2020.", "RecognitionAct"),
        ("سارعت إثيوبيا إلى الاعتراف بأرض الصومال.", "RecognitionAct"),
        ("استؤنفت العلاقات الدبلوماسية بين مصر وتركيا في تموز 2023.", "ResumptionOfRelations"),
        ("قطع المغرب علاقاته مع الجزائر في مارس 1976، قبل أن تستأنف في ماي 1988.", "ResumptionOfRelations"),
        ("بعد إقدام الرئيس الأميركي دوايت أيزنهاور على قطع العلاقات مع كوبا عام 1961.", "SeveranceOfRelations"),
        ("تأسست العلاقات الدبلوماسية بين الكويت واليابان في 8 ديسمبر 1961.", "DiplomaticRelation"),
        ("وبهذا تكون أول دولتين من مجموعة السبع تقدمان على الخطوة هما كندا وبريطانيا.", "InternationalMembership"),
        ("أخطرت فنزويلا منظمة الدول الأمريكية بانسحابها منها في 28 نيسان 2017.", "MembershipWithdrawal"),
        ("منذ الغزو الروسي لأوكرانيا في 24 شباط 2022 تغير كل شيء.", "ArmedConflict"),
        ("شنت إثيوبيا هجوما واسعا على إريتريا في أيار 2000.", "ArmedConflict"),
        ("دارت اشتباكات حدودية عنيفة بين قوات طاجيكستان وقيرغيزستان في أيلول 2022.", "ArmedConflict"),
        ("توجه وزير الخارجية المصري سامح شكري إلى أنقرة في زيارة رسمية.", "OfficialVisit"),
        ("يبدأ الرئيس الفرنسي إيمانويل ماكرون غدا زيارة دولة إلى المغرب.", "OfficialVisit"),
        ("أسفر استفتاء 23 يونيو 2016 عن خروج بريطانيا من الاتحاد الأوروبي.", "Referendum"),
        ("رفض الفرنسيون في استفتاء شعبي جرى في 29 مايو 2005 الدستور الأوروبي.", "Referendum"),
        ("غادر آخر جنودها البلاد في 22 ديسمبر 2023.", "Event"),
        ("اكتمل جلاء القوات البريطانية عن مصر في 18 حزيران 1956.", "Event"),
    ],
)
def test_what_states_do_to_each_other_is_found_in_any_order(text: str, kind: str) -> None:
    assert kind in kinds_in(proposals_for(text))


@pytest.mark.parametrize(
    ("text", "kind", "who", "property_"),
    [
        (
            "قطعت السعودية علاقاتها مع إيران في 3 يناير 2016، وتبعتها البحرين في اليوم التالي.",
            "SeveranceOfRelations",
            "bahrain",
            "participant",
        ),
        ("اعترفت باربادوس بفلسطين في 19 نيسان، وحذت جامايكا حذوها.", "RecognitionAct", "jamaica", "recognizer"),
        (
            TREATY + "وأعلنت مانيلا تعليق العمل بها، وردت أستراليا بالمثل في اليوم التالي.",
            "Suspension",
            "australia",
            "participant",
        ),
    ],
)
def test_who_does_the_same_does_it_in_an_event_of_its_own(text: str, kind: str, who: str, property_: str) -> None:
    events = stated(proposals_for(text), kind)

    assert len(events) == len(("the first", "the same again"))
    assert any(who in event[property_] for event in events)


def test_the_date_of_the_treaty_is_not_that_of_its_end() -> None:
    (expiry,) = stated(proposals_for(TREATY + "انتهت صلاحية المعاهدة المبرمة عام 1951 في نيسان 1990."), "Expiry")

    text = TREATY + "انتهت صلاحية المعاهدة المبرمة عام 1951 في نيسان 1990."
    (place,) = expiry["eventDate"]
    assert text[slice(*map(int, place.split(",")))] == "نيسان 1990"


def test_a_step_that_would_precede_the_signing_is_left_out() -> None:
    assert "Termination" not in kinds_in(proposals_for(TREATY + "وألغت أستراليا المعاهدة في 3 أيار 1940."))


@pytest.mark.parametrize(
    "text",
    [
        "هل انسحبت أستراليا من المعاهدة؟",
        "ولم تعلن أستراليا انسحابها من المعاهدة.",
        "ولوحت مانيلا بالانسحاب من المعاهدة.",
        "واستبعدت مانيلا إلغاء المعاهدة.",
        "ورفضت أستراليا تمديد المعاهدة.",
        "وأعلن الرئيس الفلبيني نيته الانسحاب من المعاهدة.",
        "وأنهى المدرب اتفاقه مع النادي.",
        "وما زالت الحرب الباردة بين الولايات المتحدة والاتحاد السوفياتي تلقي بظلها.",
        "واندلعت حرب تجارية بين الصين والولايات المتحدة.",
        "هل تذكر متى دخل العراق عصبة الأمم؟",
        "وقال الوزير إن بلاده لن تعترف بكوسوفو.",
    ],
)
def test_what_is_asked_refused_or_meant_otherwise_is_no_event(text: str) -> None:
    found = kinds_in(proposals_for(TREATY + text))

    assert not found & {
        "Withdrawal",
        "Termination",
        "Extension",
        "War",
        "ArmedConflict",
        "InternationalMembership",
        "RecognitionAct",
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وأعلنت مانيلا في 5 مايو 2001 انقضاء المعاهدة.", "Termination"),
        ("وطوت مانيلا عام 2003 صفحة المعاهدة.", "Termination"),
        ("وأصبحت المعاهدة ملزمة للبلدين منذ 1 مارس 1952.", "EntryIntoForce"),
        ("ومر الاتفاق في البرلمان الأسترالي في 12 ديسمبر 1951.", "DomesticApproval"),
        ("ووقع البلدان بالأحرف الأولى على الاتفاق في 7 مارس 1951.", "InstrumentEvent"),
        ("ولم تمض شهور حتى شنت اليابان هجوما على الفلبين.", "ArmedConflict"),
        ("وارتبطت أستراليا والصين بعلاقات دبلوماسية عام 1972.", "DiplomaticRelation"),
        ("وكان عمر المعاهدة عشرين عاما.", "TermClause"),
    ],
)
def test_a_step_is_found_by_what_it_is_called(text: str, kind: str) -> None:
    assert kind in kinds_in(proposals_for(TREATY + text))


def test_a_step_that_a_side_means_to_take_is_only_intended() -> None:
    (accession,) = stated(proposals_for(TREATY + "وتعتزم بريطانيا الانضمام إليها."), "Accession")

    assert accession["eventStatus"] == {"intended"}
    assert accession["participant"] == {"united-kingdom"}


def test_what_is_approved_of_both_is_an_approval_of_each() -> None:
    text = "ووقع البلدان في 4 مايو 1952 اتفاقية التجارة. وصوت البرلمان الأسترالي بالموافقة عليهما في 5 يونيو 1952."

    assert len(stated(proposals_for(TREATY + text), "DomesticApproval")) == len(("the treaty", "the agreement"))
