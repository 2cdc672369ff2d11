"""What histories, timelines and interviews tell in other words: signings, entry into force, provisions, speech."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("معاهدة موسكو التي أُجبرت فنلندا على توقيعها في 12 آذار 1940 لم تعمّر طويلا.", {"finland"}),
        (
            (
                "ووضع وزيرا الخارجية الكيني موسى مادافادي والأوغندي جيجي أودونغو توقيعيهما، في نيروبي، "
                "على اتفاقية ترسيم الحدود في 3 مايو 2010."
            ),
            {"kenya", "uganda"},
        ),
        (
            (
                "في 4 حزيران 1878 ذُيّلت اتفاقية قبرص، في إسطنبول، بإمضاء السفير البريطاني أوستن لايارد "
                "وإمضاءات مندوبي فرنسا وإيطاليا."
            ),
            {"france", "italy", "united-kingdom"},
        ),
        (
            "أمضى الرئيس التونسي قيس سعيد مع الرئيس الجزائري عبد المجيد تبون، أمس، اتفاقية صيد في 3 ماي 2021.",
            {"tunisia", "algeria"},
        ),
    ],
)
def test_whoever_put_his_name_under_a_treaty_signed_it(text: str, parties: set[str]) -> None:
    proposals = proposals_for(text)

    assert len(stated(proposals, "SigningEvent")) == 1
    assert stated(proposals, "SigningEvent")[0]["eventDate"]
    named = [each["party"] for kind in ("Treaty", "BilateralTreaty", "Agreement") for each in stated(proposals, kind)]
    assert named == [parties]


TIMELINE = "البرازيل والأرجنتين في محطات\n"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (
            (
                "17 مايو 1980: الرئيس البرازيلي جواو فيغيريدو والرئيس الأرجنتيني خورخي فيديلا "
                "يوقعان في بوينس آيرس اتفاق التعاون النووي."
            ),
            "SigningEvent",
        ),
        (
            (
                "30 نوفمبر 1985: وزير الخارجية البرازيلي أولافو سيتوبال ووزير الخارجية الأرجنتيني دانتي كابوتو "
                "يضعان توقيعيهما على «إعلان إيغواسو»."
            ),
            "SigningEvent",
        ),
        ("18 يوليو 1991: فيينا تشهد توقيع الاتفاق الثنائي بين البرازيل والأرجنتين.", "SigningEvent"),
        ("5 مايو 1998: البرازيل تعلن عزمها الانضمام إلى معاهدة عدم الانتشار.", "IntentionStatement"),
    ],
)
def test_a_timeline_tells_in_the_present(line: str, kind: str) -> None:
    facts = stated(proposals_for(TIMELINE + line), kind)

    assert len(facts) == 1
    assert facts[0].keys() & {"eventDate", "statementDate"}


def test_the_day_of_a_line_is_that_of_its_further_sentences() -> None:
    proposals = proposals_for(
        TIMELINE
        + "3 يونيو 1986: البرازيل والأرجنتين توقعان اتفاق التجارة. وفي القاعة نفسها البلدان يبرمان بروتوكول الطاقة."
    )

    days = [each["eventDate"] for each in stated(proposals, "SigningEvent")]
    assert len(days) == 2
    assert days[0] == days[1]


def test_a_parliament_passes_a_treaty_in_a_timeline() -> None:
    proposals = proposals_for(
        TIMELINE
        + "3 مايو 2011: البرازيل والأرجنتين توقعان معاهدة تعاون.\n4 يونيو 2012: مجلس الشيوخ الأرجنتيني يقر المعاهدة."
    )

    assert len(stated(proposals, "DomesticApproval")) == 1
    assert kinds_in(proposals).isdisjoint({"Liberty", "Duty"})


LAID = "وقعت كينيا وأوغندا اتفاقية الحدود عام 1990. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("لكنها لم تصبح نافذة إلا في 16 شباط 1995.", "EntryIntoForce"),
        ("ثم صارت سارية المفعول في 16 شباط 1995.", "EntryIntoForce"),
        ("وأودعت تشاد صك تصديقها عليها في 3 أيار 2011.", "Ratification"),
        ("وأودع لبنان وثيقة انضمامه إلى الاتفاقية في 3 أيار 2011.", "Accession"),
        ("وأعلنت أوغندا، في خطوة مفاجئة، انسحابها في 4 تموز 2019.", "Withdrawal"),
        ("وأعلن البلدان أن الاتفاقية لم تعد قائمة.", "Termination"),
    ],
)
def test_steps_of_a_treaty_are_told_in_many_words(text: str, kind: str) -> None:
    assert len(stated(proposals_for(LAID + text), kind)) == 1


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("تنازلت أوغندا بموجبها عن كل حق لها في الجزيرة.", "Provision", "كل حق لها في الجزيرة"),
        ("ولا يجوز بمقتضاها أن ترابط قوات أجنبية في الإقليم.", "Prohibition", "ترابط قوات أجنبية في الإقليم"),
        ("ولأوغندا، إن كانت متضررة، أن تطلب التحكيم.", "Liberty", "تطلب التحكيم"),
        ("وأوجبت على أوغندا أن تسلم المطلوبين.", "Duty", "تسلم المطلوبين"),
        ("ويبقى لكل طرف أن ينسحب منها بإشعار مدته عام.", "Power", "ينسحب منها"),
    ],
)
def test_what_a_treaty_lays_down_is_found_in_idioms(text: str, kind: str, content: str) -> None:
    facts = stated(proposals_for(LAID + text), kind)

    assert [each["contentAsReported"] for each in facts if "contentAsReported" in each] == [{content}]


@pytest.mark.parametrize(
    "title",
    [
        "بيان الدوحة المشترك",
        "النظام الأساسي للمحكمة الجنائية الدولية",
        "بروتوكول 20 مارس 1956",
        "معاهدة 1936",
        "اتفاقية تبادل الأسرى",
    ],
)
def test_instruments_are_called_by_place_day_and_institution(title: str) -> None:
    proposals = proposals_for(f"وقعت مصر وبريطانيا {title} في القاهرة.")

    titles = [claim for claim in proposals.claims if claim.predicate == "titleAsReported"]
    assert [proposals.article.text[each.object.begin : each.object.end] for each in titles] == [title]  # type: ignore[union-attr]


def test_a_treaty_is_called_after_the_place_where_it_was_signed() -> None:
    proposals = proposals_for(
        "معاهدة سيفر التي أُرغمت تركيا على توقيعها في 10 آب 1920 لم تعش. "
        "وفي 24 تموز 1923 وقعت تركيا وبريطانيا المعاهدة الجديدة في لوزان. ودخلت معاهدة لوزان حيز التنفيذ عام 1924."
    )

    assert len(stated(proposals, "SigningEvent")) == 2
    assert len(stated(proposals, "Treaty")) + len(stated(proposals, "BilateralTreaty")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "أصدر الاتحاد بيانا ثانيا عن المباراة في تونس.",
        "قانون العمل الجديد في مصر وثيقة من عشرة فصول.",
        "درس الطالب القانون الدولي في فرنسا وبريطانيا وإيطاليا.",
        "أسقط الشعب النظام في تونس ومصر وليبيا.",
        "وضع المدرب المصري توقيعه على القميص في المغرب.",
    ],
)
def test_what_only_looks_like_an_instrument_is_none(text: str) -> None:
    assert kinds_in(proposals_for(text)).isdisjoint(
        {"SigningEvent", "Treaty", "InternationalInstrument", "Withdrawal", "Duty"}
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقّع رئيس الحكومة المغربية سعد الدين العثماني اتفاقية مع إسبانيا.", "سعد الدين العثماني"),
        ("التقى رئيس الوزراء العراقي محمد شياع السوداني الرئيس التركي.", "محمد شياع السوداني"),
    ],
)
def test_a_family_name_may_look_like_an_adjective(text: str, name: str) -> None:
    assert name in {word for each in stated(proposals_for(text), "Person") for word in each["name"]}


def test_whoever_is_interviewed_says_what_no_one_else_says() -> None:
    proposals = proposals_for(
        "أستاذة في القانون الدولي لـ«الأفق»: لا انسحاب بلا مهلة\n"
        "وقعت كينيا وأوغندا وتنزانيا اتفاقية عام 1999.\n"
        "ثم مضت أعوام. وسألناها عن ذلك.\n"
        "وأعربت عن أملها في أن تعود أوغندا إلى الاتفاقية."
    )

    speakers = {
        each
        for kind in ("Claim", "Evaluation", "HopeStatement")
        for facts in stated(proposals, kind)
        for each in facts["speaker"]
    }
    assert len(speakers) == 1
    assert stated(proposals, "HopeStatement")


def test_who_signs_on_a_later_day_signs_by_himself() -> None:
    proposals = proposals_for(
        TIMELINE
        + "15 سبتمبر 2019: الرئيس البرازيلي جايير بولسونارو والرئيس الأرجنتيني ماوريسيو ماكري يوقعان «إعلان ليما».\n"
        "6 يناير 2021: وزير العدل الكيني موسى كامو يضع توقيعه على «إعلان ليما»."
    )

    assert len(stated(proposals, "InternationalInstrument")) == 1
    assert [len(each["eventDate"]) for each in stated(proposals, "SigningEvent")] == [1, 1]


def test_a_title_in_the_dual_and_each_adjective_after_it_name_offices() -> None:
    proposals = proposals_for("وقّع الرئيسان الكيني وليام روتو والأوغندي يوري موسيفيني اتفاقية عام 2022.")

    forms = [each["names"] for each in stated(proposals, "NameForm")]
    assert forms == [{"president-of-kenya", "president-of-uganda"}, {"president-of-kenya"}, {"president-of-uganda"}]


def test_troops_that_go_elsewhere_leave_no_treaty() -> None:
    text = "وقعت كينيا والصومال اتفاقية تعاون عام 2010. وأعلنت كينيا انسحابها إلى ما وراء النهر."

    assert "Withdrawal" not in kinds_in(proposals_for(text))
