"""Each kind of fact is found in sentences of many wordings, with who and when."""

from __future__ import annotations

from datetime import date

import pytest

from .conftest import kinds_in, proposals_for, stated


@pytest.mark.parametrize(
    "text",
    [
        "وقعت روسيا معاهدة صداقة مع الصين.",
        "وقّعت كل من روسيا والصين أمس الاثنين معاهدة صداقة.",
        "روسيا والصين قد وقعتا، في 8 مارس 2015، معاهدة صداقة وتعاون.",
        "أبرمت تركيا وليبيا مذكرة تفاهم بشأن المناطق البحرية.",
        "تم التوقيع على اتفاقية دفاع مشترك بين مصر وسوريا في القاهرة.",
        "وُقّعت في نيروبي اتفاقية سلام بين السودان وجنوب السودان.",
        "شهد الرئيس حفل توقيع اتفاقية تجارة حرة بين الصين وباكستان.",
    ],
)
def test_a_signing_is_found_with_its_parties(text: str) -> None:
    proposals = proposals_for(text)

    signing = stated(proposals, "SigningEvent")
    parties = {claim.object for claim in proposals.claims if claim.predicate == "party"}
    assert len(signing) == 1
    assert signing[0]["eventStatus"] == {"occurred"}
    assert len(parties) == 2


def test_signers_sign_in_their_office_for_their_polity() -> None:
    proposals = proposals_for(
        "وقع وزير الخارجية العراقي هوشيار زيباري والسفير الأميركي رايان كروكر اتفاقية أمنية في بغداد."
    )

    assert {frozenset(each["onBehalfOf"]) for each in stated(proposals, "Signature")} == {
        frozenset({"iraq"}),
        frozenset({"united-states"}),
    }
    assert stated(proposals, "SigningEvent")[0]["eventPlace"] == {"baghdad"}


def test_two_treaties_with_two_others_are_one_with_each() -> None:
    proposals = proposals_for("وقعت روسيا معاهدتي صداقة مع أبخازيا وأوسيتيا الجنوبية.")

    assert {frozenset(each["party"]) for each in stated(proposals, "BilateralTreaty")} == {
        frozenset({"russia", "abkhazia"}),
        frozenset({"russia", "south-ossetia"}),
    }


def test_a_bare_treaty_refers_back_to_the_one_that_is_named() -> None:
    proposals = proposals_for("وقعت روسيا معاهدة صداقة مع الصين عام 2001. وتنص المعاهدة على عدم الاعتداء.")

    assert len(stated(proposals, "BilateralTreaty")) == 1
    assert stated(proposals, "Prohibition")[0]["actionType"] == {"nonAggression"}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("صادق البرلمان التركي على اتفاقية التعاون العسكري بين تركيا وقطر.", "DomesticApproval", "occurred"),
        ("صادق الرئيس الروسي فلاديمير بوتين على معاهدة التحالف بين روسيا وأبخازيا.", "Ratification", "occurred"),
        ("دخلت معاهدة الصداقة بين الصين واليابان حيز التنفيذ في 23 أكتوبر 1978.", "EntryIntoForce", "occurred"),
        ("ستدخل معاهدة الصداقة بين الصين واليابان حيز التنفيذ العام المقبل.", "EntryIntoForce", "planned"),
        ("مددت روسيا معاهدة الصداقة بين روسيا والصين.", "Extension", "occurred"),
        ("ألغت مصر معاهدة الصداقة بين مصر وبريطانيا عام 1951.", "Termination", "occurred"),
        ("انسحبت كندا من معاهدة المناخ بين كندا وفرنسا.", "Withdrawal", "occurred"),
        ("علقت روسيا العمل بمعاهدة القوات التقليدية بين روسيا وبولندا.", "Suspension", "occurred"),
    ],
)
def test_a_step_in_the_life_of_an_instrument_is_found(text: str, kind: str, status: str) -> None:
    assert stated(proposals_for(text), kind)[0]["eventStatus"] == {status}


@pytest.mark.parametrize(
    "text",
    [
        "اعترفت النرويج رسميا بدولة فلسطين في 28 مايو 2024.",
        "النرويج التي اعترفت بفلسطين ترفض الضم.",
        "أعلنت فلسطين استقلالها، وكانت النرويج أول دولة تعترف بها.",
    ],
)
def test_a_recognition_is_found(text: str) -> None:
    act = stated(proposals_for(text), "RecognitionAct")[0]

    assert (act["recognizer"], act["recognized"]) == ({"norway"}, {"palestine"})


def test_mutual_recognition_is_two_acts() -> None:
    acts = stated(proposals_for("أقامت كوسوفو وإسرائيل علاقات دبلوماسية بينهما وتبادلتا الاعتراف."), "RecognitionAct")

    assert {(*each["recognizer"], *each["recognized"]) for each in acts} == {("kosovo", "israel"), ("israel", "kosovo")}


def test_relations_are_made_and_broken() -> None:
    made = proposals_for("أقامت هندوراس والصين علاقات دبلوماسية على مستوى السفارات.")
    broken = proposals_for("قطعت هندوراس علاقاتها الدبلوماسية مع تايوان في 26 مارس 2023.")

    assert stated(made, "DiplomaticRelation")[0]["relationMember"] == {"honduras", "china"}
    assert stated(broken, "SeveranceOfRelations")[0]["participant"] == {"honduras", "taiwan"}
    assert "DiplomaticRelation" not in kinds_in(broken)


@pytest.mark.parametrize(
    ("words", "duration"),
    [
        ("25 سنة", "P25Y"),
        ("عشرة أعوام", "P10Y"),
        ("خمس وعشرين سنة", "P25Y"),
        ("عامين", "P2Y"),
        ("18 شهرا", "P18M"),
        ("٩٩ عاما", "P99Y"),
    ],
)
def test_a_term_is_read_in_digits_and_in_words(words: str, duration: str) -> None:
    term = stated(proposals_for(f"وقعت روسيا معاهدة صداقة مع الصين لمدة {words}."), "TermClause")[0]

    assert term["termLength"] == {duration}
    assert term["lengthAsReported"] == {words}


def test_an_option_to_extend_names_its_term() -> None:
    proposals = proposals_for("وقعت روسيا معاهدة مع الصين لمدة 10 أعوام، مع إمكانية تمديدها لمدة 5 أعوام أخرى.")

    assert stated(proposals, "ExtensionOption")[0]["extensionLength"] == {"P5Y"}


@pytest.mark.parametrize(
    ("text", "kind", "bearer"),
    [
        ("وتلتزم الصين بموجب المعاهدة بتقديم العون لروسيا.", "Duty", {"china"}),
        ("وتلزم المعاهدة الطرفين بالتشاور في الأزمات.", "Duty", {"china", "russia"}),
        ("وتتيح المعاهدة لروسيا إقامة قاعدة عسكرية في الصين.", "Liberty", {"russia"}),
        ("وتحظر المعاهدة على الصين نشر الصواريخ.", "Prohibition", {"china"}),
        ("وتقضي المعاهدة بتشكيل قوة مشتركة.", "Duty", {"china", "russia"}),
    ],
)
def test_a_position_is_found_with_its_bearer(text: str, kind: str, bearer: set[str]) -> None:
    position = stated(proposals_for(f"وقعت روسيا معاهدة صداقة مع الصين. {text}"), kind)[0]

    assert position.get("obligor", position.get("bearer")) == bearer


def test_an_attack_that_counts_as_an_attack_is_a_rule_and_no_duty() -> None:
    proposals = proposals_for(
        "وقعت روسيا معاهدة مع الصين. وجاء في المعاهدة أن أي هجوم على أحد الطرفين يعتبر هجوما على الآخر."
    )

    assert stated(proposals, "ConstitutiveRule")[0]["countsAs"] == {"هجوما على الآخر"}
    assert "Duty" not in kinds_in(proposals)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قال الرئيس الروسي فلاديمير بوتين إن الصين طلبت التأجيل.", "Claim"),
        ("أعرب الرئيس الروسي فلاديمير بوتين عن أمله في انضمام الصين.", "HopeStatement"),
        ("اتهم الرئيس الروسي فلاديمير بوتين أوكرانيا بالهجوم على بلاده.", "Accusation"),
        ("حذر الرئيس الروسي فلاديمير بوتين من أن أوكرانيا ستواجه عواقب.", "Warning"),
        ("توقع الرئيس الروسي فلاديمير بوتين أن تنضم الصين قريبا.", "Prediction"),
        ("أكد الرئيس الروسي فلاديمير بوتين أن روسيا لن تسمح بذلك لأوكرانيا.", "Commitment"),
        ("اعتبر الرئيس الروسي فلاديمير بوتين أن الاتفاق مع الصين مهم.", "Evaluation"),
    ],
)
def test_a_statement_is_of_its_kind(text: str, kind: str) -> None:
    proposals = proposals_for(text)

    assert kind in kinds_in(proposals)
    assert {"SigningEvent", "InternationalMembership"}.isdisjoint(kinds_in(proposals))


def test_a_relay_is_not_the_speaker() -> None:
    proposals = proposals_for("نقلت وكالة رويترز عن الرئيس الروسي فلاديمير بوتين قوله إن الصين تنوي تقديم طلب.")

    act = next(each for each in (*stated(proposals, "Claim"), *stated(proposals, "IntentionStatement")))
    assert act["reportedBy"] == {"reuters"}
    assert act["speaker"] != act["reportedBy"]


def test_visits_referendums_and_wars_are_found() -> None:
    visit = proposals_for("قام الرئيس الصيني شي جين بينغ بزيارة رسمية إلى روسيا في 20 مارس 2023.")
    vote = proposals_for("وجرى استفتاء على الاستقلال في يناير 2011 في السودان.")
    war = proposals_for("اندلعت الحرب بين العراق وإيران في 22 سبتمبر 1980.")

    assert stated(visit, "OfficialVisit")[0]["visitedPolity"] == {"russia"}
    assert stated(vote, "Referendum")[0]["eventStatus"] == {"occurred"}
    assert len(stated(war, "ConflictSide")) == 2


def test_relative_dates_are_open_without_the_day_of_publication() -> None:
    text = "وقعت روسيا الأربعاء الماضي معاهدة صداقة مع الصين."

    open_date = stated(proposals_for(text), "DateExpression")[0]
    resolved = stated(proposals_for(text, date(2024, 5, 24)), "DateExpression")[0]

    assert open_date["dateBasis"] == {"unresolved"}
    assert resolved["earliest"] == {"2024-05-22"}


@pytest.mark.parametrize(
    "text",
    [
        "انسحبت الولايات المتحدة من معاهدة القوى النووية المتوسطة المدى.",
        "أعلن الرئيس الأمريكي دونالد ترامب انسحاب بلاده من الاتفاق النووي مع إيران.",
        "دخل انسحاب الولايات المتحدة من اتفاقية باريس حيز التنفيذ.",
    ],
)
def test_a_withdrawal_is_no_entry_into_force(text: str) -> None:
    kinds = kinds_in(proposals_for(text))

    assert "Withdrawal" in kinds
    assert "EntryIntoForce" not in kinds


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت النرويج اعترافها رسميا بالدولة الفلسطينية.",
        "أصدرت تركيا بيانا اعترفت فيه بجمهورية شمال قبرص التركية.",
        "وأصبحت غواتيمالا ثاني دولة في المنطقة تعترف رسميا بكوسوفو.",
    ],
)
def test_a_recognition_in_other_words(text: str) -> None:
    assert len(stated(proposals_for(text), "RecognitionAct")) == 1
