"""How treaties are concluded and what they lay down, where sides, days and instruments are named in other ways."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated


@pytest.mark.parametrize(
    "text",
    [
        "المعاهدة التي أبرمها البلدان، مصر وبريطانيا، سنة 1936 حملت توقيع رئيس الوزراء المصري مصطفى النحاس.",
        "خطّ وزيرا الخارجية الهندي والباكستاني توقيعيهما على اتفاقية المياه في كراتشي عام 1960.",
        "ذيّل الرئيسان التونسي والليبي الاتفاق بتوقيعيهما عام 1974.",
        "تعود الاتفاقية المبرمة بين السودان وإثيوبيا إلى عام 1902.",
        "تم إبرام معاهدة صداقة بين الاتحاد السوفيتي والعراق في بغداد عام 1972.",
        "اتفاقية الحدود بين النرويج والسويد، الموقعة في 12 ديسمبر 1905، ما زالت قائمة.",
        "استمرت معاهدة الدفاع بين فيجي وأستراليا التي وقعت في 12 ديسمبر 2005 عشرة أعوام.",
        "في الخامس من مارس 1999، وبعد محادثات طويلة في جنيف، وقعت بيرو والإكوادور معاهدة سلام.",
        "اجتمع في مدريد في 14 نونبر 1975 الرئيس البرتغالي كوستا غوميش والإسباني كارلوس أرياس، وأبرما اتفاقية.",
    ],
)
def test_a_signing_is_found_and_dated_however_it_is_told(text: str) -> None:
    signings = stated(proposals_for(text), "SigningEvent")

    assert len(signings) == 1
    assert signings[0]["eventDate"]


def test_a_sentence_of_place_and_time_alone_says_when_the_last_treaty_was_signed() -> None:
    proposals = proposals_for(
        "سقطت معاهدة الحد من الصواريخ. وُقعت في جنيف، في 8 مارس 1987، "
        "وعليها إمضاء الرئيس الأمريكي رونالد ريغان والزعيم السوفياتي ميخائيل غورباتشوف."
    )

    assert stated(proposals, "BilateralTreaty")[0]["party"] == {"united-states", "soviet-union"}
    assert stated(proposals, "BilateralTreaty")[0]["titleAsReported"] == {"معاهدة الحد من الصواريخ"}


@pytest.mark.parametrize(
    "text",
    [
        "وقعت الحرب بين العراق وإيران عام 1980.",
        "وضع الوزير المصري اسمه على قائمة المرشحين في سوريا.",
        "حملت الرسالة توقيع وزير الخارجية المصري سامح شكري.",
        "يحمل المشروع توقيع المهندسة العراقية زها حديد.",
        "لم توقع إيران الاتفاقية مع فرنسا، ومن بنودها وقف التخصيب.",
        "أوجبت المحكمة دفع تعويض للمتضررين في مصر.",
        "أعلن الفنان توقيع اتفاقية مع شركة إنتاج في دبي.",
    ],
)
def test_other_names_and_signatures_are_no_signing_and_no_duty(text: str) -> None:
    assert kinds_in(proposals_for(text)).isdisjoint({"SigningEvent", "Signature", "Duty", "Provision"})


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("وقعت مصر وليبيا اتفاق الجزائر عام 1990.", "اتفاق الجزائر"),
        ("أبرمت الأردن وإسرائيل معاهدة وادي عربة عام 1994.", "معاهدة وادي عربة"),
        ("وقعت تركيا وأذربيجان إعلان شوشا.", "إعلان شوشا"),
        ("وقعت روسيا وإيران معاهدة شراكة مؤلفة من 47 مادة.", "معاهدة شراكة"),
        ("وقعت كندا واليابان اتفاقية القضاء على التلوث الموقعة في كيبك.", "اتفاقية القضاء على التلوث"),
    ],
)
def test_a_title_ends_where_its_words_end(text: str, title: str) -> None:
    proposals = proposals_for(text)

    kinds = ("BilateralTreaty", "Agreement", "InternationalInstrument")
    titles = {each for kind in kinds for facts in stated(proposals, kind) for each in facts["titleAsReported"]}
    assert titles == {title}


def test_two_names_are_one_treaty() -> None:
    proposals = proposals_for("وقعت بلغاريا ورومانيا معاهدة السلام المعروفة بمعاهدة كرايوفا عام 1940.")

    assert len(stated(proposals, "BilateralTreaty")) == 1


def test_a_treaty_that_binds_two_others_is_another_one() -> None:
    proposals = proposals_for(
        "وقعت روسيا معاهدة صداقة مع إيران. وعلى خلاف المعاهدة التي تربط موسكو ببيونغ يانغ، لا تتضمن دفاعا مشتركا."
    )

    assert {frozenset(each["party"]) for each in stated(proposals, "BilateralTreaty")} == {
        frozenset({"russia", "iran"}),
        frozenset({"russia", "north-korea"}),
    }


@pytest.mark.parametrize(
    ("words", "earliest"),
    [
        ("في حزيران من العام التالي", "1976-06-01"),
        ("في أبريل الموالي", "1976-04-01"),
        ("بعد ثلاثة أيام", "1975-06-16"),
        ("بعد شهرين", "1975-08-01"),
        ("في الشهر نفسه", "1975-06-01"),
        ("في اليوم الموالي", "1975-06-14"),
        ("في 2 أيلول", "1975-09-02"),
    ],
)
def test_a_date_is_resolved_by_the_one_before_it(words: str, earliest: str) -> None:
    proposals = proposals_for(
        f"وقعت إيران والعراق معاهدة حدود في 13 حزيران 1975. وصادق البرلمان العراقي على المعاهدة {words}."
    )

    later = [each for each in stated(proposals, "DateExpression") if each["dateBasis"] == {"corpusStatement"}]
    assert [each["earliest"] for each in later] == [{earliest}]


@pytest.mark.parametrize(
    ("text", "kind", "bearers"),
    [
        ("وحظرت على القوتين العظميين نشر الصواريخ.", "Prohibition", {"india", "pakistan"}),
        ("وأوجبت تدمير الألغام.", "Duty", {"india", "pakistan"}),
        ("ومن بنودها امتناع الطرفين عن التهديد بالقوة.", "Prohibition", {"india", "pakistan"}),
        ("وتنص مادتها الرابعة على أن يقدم كل طرف مساعدة للآخر.", "Duty", {"india", "pakistan"}),
        ("ويلتزم الجانبان بمقتضاها بتقاسم المياه.", "Duty", {"india", "pakistan"}),
        ("ويحق لكل طرف الانسحاب منها.", "Power", {"india", "pakistan"}),
        ("وتحظر على كل طرف، إذا تعرض الآخر لعدوان، أن يساعد المعتدي.", "Prohibition", {"india", "pakistan"}),
        ("ولا يجوز لأي من الطرفين نقل المياه.", "Prohibition", {"india", "pakistan"}),
    ],
)
def test_the_sides_of_the_treaty_at_hand_bear_what_it_lays_down(text: str, kind: str, bearers: set[str]) -> None:
    facts = stated(proposals_for(f"وقعت الهند وباكستان معاهدة مياه عام 1960. {text}"), kind)

    assert len(facts) == 1
    assert facts[0].get("obligor", facts[0].get("bearer")) == bearers


def test_what_is_laid_down_beside_has_its_own_bearer() -> None:
    proposals = proposals_for(
        "وقعت ليبيا وإيطاليا معاهدة الصداقة. وتعهدت إيطاليا فيها بدفع خمسة مليارات دولار، على أن تمنع ليبيا الهجرة."
    )

    assert [each["obligor"] for each in stated(proposals, "Duty")] == [{"italy"}, {"libya"}]


def test_a_condition_in_front_is_not_what_is_laid_down() -> None:
    proposals = proposals_for(
        "وقعت الهند وباكستان معاهدة. وتحظر المعاهدة على كل طرف، إذا تعرض الآخر لعدوان، أن يساعد المعتدي."
    )

    assert stated(proposals, "Condition")[0]["conditionText"] == {"إذا تعرض الآخر لعدوان"}
    assert stated(proposals, "Prohibition")[0]["contentAsReported"] == {"أن يساعد المعتدي"}


def test_the_second_of_two_protocols_has_its_own_provision() -> None:
    proposals = proposals_for(
        "وقعت أرمينيا وتركيا بروتوكولين عام 2009. نص أولهما على إقامة علاقات دبلوماسية، وثانيهما على فتح الحدود."
    )

    assert [len(each["hasProvision"]) for each in stated(proposals, "InternationalInstrument")] == [1, 1]


def test_the_first_and_the_second_are_the_sides_in_their_order() -> None:
    proposals = proposals_for("وقعت بغداد ودمشق مذكرة تفاهم أمنية تلتزم بموجبها الأولى بتزويد الثانية بالوقود.")

    assert stated(proposals, "Duty")[0]["obligor"] == {"iraq"}


def test_a_signing_in_the_present_on_a_day_to_come_is_planned() -> None:
    proposals = proposals_for("يوقع الرئيسان المصري والسوداني غدا اتفاقية المياه.")

    assert stated(proposals, "SigningEvent")[0]["eventStatus"] == {"planned"}
    assert "Signature" not in kinds_in(proposals)


@pytest.mark.parametrize(
    "text",
    [
        "وجلس الرئيس المصري أنور السادات ورئيس الوزراء الإسرائيلي مناحيم بيغن ليوقعا معاهدة السلام في 26 مارس 1979.",
        "ومهر رئيسا مصر وإسرائيل بتوقيعيهما معاهدة السلام في 26 مارس 1979.",
        "وخاضت مصر وإسرائيل حربا قبل أن توقعا معاهدة السلام في 26 مارس 1979.",
        "وأفضت المباحثات إلى توقيع معاهدة السلام بين مصر وإسرائيل في 26 مارس 1979.",
        "وسبق ذلك توقيع مصر معاهدة السلام مع إسرائيل في 26 مارس 1979.",
    ],
)
def test_a_signing_is_found_without_a_verb_of_signing_at_its_head(text: str) -> None:
    (signing,) = stated(proposals_for(text), "SigningEvent")

    assert signing["eventDate"]


def test_what_must_come_before_something_has_not_been_signed() -> None:
    assert not stated(proposals_for("ولن تنسحب القوات قبل أن يوقع الطرفان اتفاقية سلام."), "SigningEvent")


def test_a_signer_signs_for_the_side_named_before_him() -> None:
    text = (
        "وقعت مصر والسودان اتفاقية مياه في القاهرة عام 1959. "
        "ووقع عن الجانب المصري زكريا محيي الدين وعن الجانب السوداني اللواء محمد طلعت."
    )

    signatures = stated(proposals_for(text), "Signature")

    assert {side for each in signatures for side in each["onBehalfOf"]} == {"egypt", "sudan"}
