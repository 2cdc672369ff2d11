"""Officials are recognised with office, owner and name, in whatever order they stand."""

from __future__ import annotations

import pytest

from mithaq.graph.extraction.facts.ledger import Name, Printed

from .conftest import proposals_for, stated


def offices(text: str) -> list[tuple[str, str]]:
    """Give each tenure as the holder's name and the office."""
    proposals = proposals_for(text)
    names: dict[object, str] = {}
    held: dict[object, dict[str, object]] = {}
    for claim in proposals.claims:
        if claim.predicate == "name" and isinstance(claim.object, Printed):
            names[claim.subject] = proposals.article.text[claim.object.begin : claim.object.end]
        if claim.predicate in ("holder", "heldOffice"):
            held.setdefault(claim.subject, {})[claim.predicate] = claim.object
    return [
        (names[each["holder"]], office.local)
        for each in held.values()
        if isinstance(office := each["heldOffice"], Name)
    ]


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("قال الرئيس الروسي فلاديمير بوتين إن بلاده ترفض.", "فلاديمير بوتين", "president-of-russia"),
        ("أكد الرئيس الفرنسي، إيمانويل ماكرون، أن الأمر انتهى.", "إيمانويل ماكرون", "president-of-france"),
        ("قال وزير دفاع كينيا عدن دوالي إن القوات باقية.", "عدن دوالي", "minister-of-defence-of-kenya"),
        (
            "صرح سيرغي لافروف، وزير الخارجية الروسي، بأن الأمر قيد البحث.",
            "سيرغي لافروف",
            "minister-of-foreign-affairs-of-russia",
        ),
        ("استقبل العاهل الأردني الملك عبد الله الثاني وفدا.", "عبد الله الثاني", "king-of-jordan"),
        ("قال رئيس الوزراء الإثيوبي آبي أحمد إن السد اكتمل.", "آبي أحمد", "prime-minister-of-ethiopia"),
        ("أعلنت المستشارة الألمانية السابقة أنغيلا ميركل ذلك.", "أنغيلا ميركل", "chancellor-of-germany"),
        (
            "قال رئيس مجلس النواب المغربي راشيد الطالبي العلمي كلمة.",
            "راشيد الطالبي العلمي",
            "speaker-of-parliament-of-morocco",
        ),
        (
            "قال الأمين العام للأمم المتحدة أنطونيو غوتيريش إن الوضع خطير.",
            "أنطونيو غوتيريش",
            "secretary-general-of-united-nations",
        ),
    ],
)
def test_an_official_is_recognised(text: str, name: str, office: str) -> None:
    assert (name, office) in offices(text)


def test_a_counterpart_holds_the_same_office_of_another_polity() -> None:
    found = offices("التقى وزير الخارجية الصيني وانغ يي ونظيره البرازيلي ماورو فييرا في جنيف.")

    assert ("ماورو فييرا", "minister-of-foreign-affairs-of-brazil") in found


def test_a_title_without_owner_gets_the_one_that_the_article_names_elsewhere() -> None:
    found = offices("استقبل الرئيس المصري وفدا. وقال الرئيس عبد الفتاح السيسي إن الحدود آمنة.")

    assert found == [("عبد الفتاح السيسي", "president-of-egypt")]


def test_a_title_at_a_distance_is_marked() -> None:
    proposals = proposals_for('قال "رئيس" أوسيتيا الجنوبية، إدوارد كوكويتي، إنه موافق على طلب روسيا.')

    assert [each["names"] for each in stated(proposals, "NameForm") if "quotedByAuthor" in each] == [
        {"president-of-south-ossetia"}
    ]


def test_a_family_name_alone_is_the_same_person() -> None:
    proposals = proposals_for("قال الرئيس الروسي فلاديمير بوتين إن بلاده ترفض. وأضاف بوتين أن روسيا ستنسحب.")

    assert len(stated(proposals, "Person")) == 1
    assert stated(proposals, "Person")[0]["name"] == {"فلاديمير بوتين", "بوتين"}


def test_two_persons_with_one_family_name_stay_two() -> None:
    proposals = proposals_for("التقى الرئيس الأميركي جورج بوش وزير الخارجية الكوبي بيدرو بوش.")

    assert len(stated(proposals, "Person")) == 2


@pytest.mark.parametrize("text", ["هذه المهمات الرئيسة لروسيا.", "رئيس النادي غادر.", "عقد المجلس الرئيس للشركة."])
def test_other_words_title_nobody(text: str) -> None:
    assert not stated(proposals_for(text), "HeadOfStateOffice")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "وقّع الرئيسان المصري عبد الفتاح السيسي والقبرصي نيكوس خريستودوليديس اتفاقية بشأن الغاز.",
            [("عبد الفتاح السيسي", "president-of-egypt"), ("نيكوس خريستودوليديس", "president-of-cyprus")],
        ),
        (
            "وقع رئيسا الوزراء اليوناني كيرياكوس ميتسوتاكيس والبلغاري كيريل بيتكوف مذكرة تفاهم.",
            [("كيرياكوس ميتسوتاكيس", "prime-minister-of-greece"), ("كيريل بيتكوف", "prime-minister-of-bulgaria")],
        ),
        (
            "التقى العاهلان الأردني عبد الله الثاني والبحريني حمد بن عيسى في المنامة.",
            [("عبد الله الثاني", "king-of-jordan"), ("حمد بن عيسى", "king-of-bahrain")],
        ),
    ],
)
def test_a_title_in_the_dual_is_held_by_both_who_are_named_after_it(text: str, held: list[tuple[str, str]]) -> None:
    assert offices(text) == held


def test_a_title_in_the_dual_is_no_title_of_one_office() -> None:
    proposals = proposals_for("وقع الرئيسان الكيني والصومالي معاهدة سلام في نيروبي.")

    assert all("officeTitle" not in each for each in stated(proposals, "HeadOfStateOffice"))


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("وصل رئيس كينيا وليام روتو ورئيس البرلمان موسيس كوريا إلى كمبالا.", "speaker-of-parliament-of-kenya"),
        ("وصل ملك الأردن عبد الله الثاني ورئيس الوزراء جعفر حسان إلى بغداد.", "prime-minister-of-jordan"),
        ("حضر الرئيس التركي رجب طيب أردوغان ووزير الخارجية هاكان فيدان.", "minister-of-foreign-affairs-of-turkey"),
    ],
)
def test_a_title_joined_to_another_has_its_owner(text: str, office: str) -> None:
    assert office in [each for _, each in offices(text)]


@pytest.mark.parametrize(
    ("text", "office", "body"),
    [
        ("قال رئيس مجلس النواب اللبناني نبيه بري كلمة.", "SpeakerOffice", "parliament-of-lebanon"),
        ("قال قائد القوات المسلحة الباكستانية عاصم منير كلمة.", "MilitaryPost", "armed-forces-of-pakistan"),
        ("أعلن القائد العام للجيش الليبي خليفة حفتر ذلك.", "MilitaryPost", "army-of-libya"),
        ("كان قائد الجيش السوداني عبد الفتاح البرهان هناك.", "MilitaryPost", "army-of-sudan"),
    ],
)
def test_a_speaker_belongs_to_the_parliament_and_a_commander_to_the_forces(text: str, office: str, body: str) -> None:
    assert [each["officeOf"] for each in stated(proposals_for(text), office)] == [{body}]


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "قال وزير الخارجية الهندي سوبرامانيام جايشانكار كلمة. أما نظيره السريلانكي سوريش صبري فرحب بها.",
            "سوريش صبري",
            "minister-of-foreign-affairs-of-sri-lanka",
        ),
        (
            "أعلنت أستراليا، على لسان وزيرة خارجيتها بيني وونغ، أن الأمر انتهى.",
            "بيني وونغ",
            "minister-of-foreign-affairs-of-australia",
        ),
        (
            "وصل رئيس الوزراء الإسباني بيدرو سانشيز ووزير دفاعه مارغاريتو روبلس إلى لشبونة.",
            "مارغاريتو روبلس",
            "minister-of-defence-of-spain",
        ),
        (
            "القاهرة - زار نائب وزير الخارجية حمدي لوزا أديس أبابا.",
            "حمدي لوزا",
            "deputy-minister-of-foreign-affairs-of-egypt",
        ),
        ("قال رئيس الوزراء التركي في ذلك الحين رجب طيب أردوغان كلمة.", "رجب طيب أردوغان", "prime-minister-of-turkey"),
    ],
)
def test_an_office_is_settled_by_what_stands_around_it(text: str, name: str, office: str) -> None:
    assert (name, office) in offices(text)


def test_a_bare_title_shows_its_holder_in_office() -> None:
    proposals = proposals_for(
        "قال الرئيس الكيني وليام روتو والرئيس الصومالي حسن شيخ محمود كلمة. "
        "ثم وقع الرئيسان الكيني والصومالي معاهدة سلام."
    )

    attested = [claim.object for claim in proposals.claims if claim.predicate == "attestedAt"]
    signings = [each for each in attested if isinstance(each, Name) and each.local.startswith("signing")]
    assert len(signings) == len(("kenya", "somalia"))
