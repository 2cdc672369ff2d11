"""Relations, recognitions and memberships told by their clause, and what looks like them."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated

BONDS = {"SeveranceOfRelations", "ResumptionOfRelations", "RecognitionWithdrawal", "MembershipWithdrawal"}
STANDING = {"DiplomaticRelation", "InternationalMembership", "MembershipApplication"}


def participants(text: str, kind: str) -> list[set[str]]:
    return [each["participant"] for each in stated(proposals_for(text), kind)]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("أعلن وزير خارجية نيكاراغوا دينيس مونكادا أن بلاده قطعت علاقاتها مع الإكوادور.", {"nicaragua", "ecuador"}),
        ("أعلنت مالي أنها قطعت علاقاتها مع أوكرانيا بأثر فوري.", {"mali", "ukraine"}),
        ("أنهت باراغواي في عام 2019 علاقاتها الدبلوماسية مع تايوان.", {"paraguay", "taiwan"}),
        ("وتم قطع العلاقات الدبلوماسية بين تشاد والسودان في 2006.", {"chad", "sudan"}),
        ("كانت بنما قد قطعت علاقاتها بتايبيه في يونيو 2017.", {"panama", "taiwan"}),
        ("وظلت العلاقات مقطوعة بين الجزائر والمغرب منذ 2021.", {"algeria", "morocco"}),
    ],
)
def test_relations_are_severed_in_any_order_of_words(text: str, sides: set[str]) -> None:
    assert participants(text, "SeveranceOfRelations") == [sides]


@pytest.mark.parametrize(
    "text",
    [
        "استعادت بنغلاديش وباكستان علاقاتهما الدبلوماسية سنة 1974.",
        "أعيدت العلاقات الدبلوماسية بين بنغلاديش وباكستان عام 1974.",
        "أقامت بنغلاديش وباكستان علاقات دبلوماسية كاملة من جديد عام 1974.",
        "أعلن وزير خارجية بنغلاديش أن بلاده استأنفت علاقاتها مع باكستان.",
    ],
)
def test_relations_are_taken_up_again(text: str) -> None:
    assert participants(text, "ResumptionOfRelations") == [{"bangladesh", "pakistan"}]
    assert not stated(proposals_for(text), "DiplomaticRelation")


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("عدلت توفالو عن اعترافها بأبخازيا.", "RecognitionWithdrawal", {"tuvalu", "abkhazia"}),
        ("قررت ناورو سحب الاعتراف بأبخازيا.", "RecognitionWithdrawal", {"nauru", "abkhazia"}),
        ("تخلت الإكوادور عن عضويتها في أوبك سنة 2020.", "MembershipWithdrawal", {"ecuador", "opec"}),
        (
            "أنهت زيمبابوي عضويتها في الكومنولث عام 2003.",
            "MembershipWithdrawal",
            {"zimbabwe", "commonwealth-of-nations"},
        ),
        ("استقالت إسبانيا من عصبة الأمم سنة 1939.", "MembershipWithdrawal", {"spain", "league-of-nations"}),
    ],
)
def test_recognitions_and_seats_are_given_up(text: str, kind: str, sides: set[str]) -> None:
    assert participants(text, kind) == [sides]
    assert "RecognitionAct" not in kinds_in(proposals_for(text))


@pytest.mark.parametrize(
    "text",
    [
        "هددت بولندا بقطع علاقاتها مع بيلاروسيا.",
        "لم تقطع تركيا علاقاتها مع إسرائيل.",
        "طالب النواب بقطع العلاقات مع السويد.",
        "قطعت فرنسا علاقاتها التجارية مع شركة في تشاد.",
        "قطع اللاعب علاقته بناديه الإيطالي في فرنسا.",
        "تبحث سوريا وتركيا استئناف العلاقات بينهما.",
        "عادت العلاقات بين الشركتين في مصر وليبيا إلى طبيعتها.",
        "أعادت ليبيا النظر في علاقاتها مع مالطا.",
        "انسحب وفد كوبا من جلسة الأمم المتحدة.",
        "يطالب الحزب بسحب الاعتراف بكوسوفو.",
    ],
)
def test_bonds_that_no_deed_ends_or_resumes_are_left_out(text: str) -> None:
    assert not kinds_in(proposals_for(text)) & BONDS


@pytest.mark.parametrize(
    "text",
    [
        "تربط كوبا بفيتنام علاقات دبلوماسية منذ عام 1960.",
        "ويرتبط البلدان، كوبا وفيتنام، بعلاقات دبلوماسية منذ 1960.",
        "ويعود تاريخ العلاقات الدبلوماسية بين كوبا وفيتنام إلى عام 1960.",
        "مرت ستون سنة على إقامة العلاقات الدبلوماسية بين كوبا وفيتنام.",
        "تقيم كوبا علاقات دبلوماسية مع فيتنام.",
        "تحتفظ كوبا بعلاقات دبلوماسية كاملة مع فيتنام.",
        "رفعت كوبا وفيتنام مستوى علاقاتهما الدبلوماسية إلى مستوى السفارات.",
        "أرست كوبا وفيتنام علاقات دبلوماسية كاملة عام 1960.",
    ],
)
def test_relations_are_told_as_a_state_and_by_their_day(text: str) -> None:
    assert [each["relationMember"] for each in stated(proposals_for(text), "DiplomaticRelation")] == [
        {"cuba", "vietnam"}
    ]


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("نالت جزر سليمان عضوية الأمم المتحدة عام 1978.", "solomon-islands"),
        ("كولومبيا عضو في منظمة التعاون الاقتصادي والتنمية.", "colombia"),
        ("وتعد كندا عضوا مؤسسا في حلف شمال الأطلسي.", "canada"),
        ("وعادت غامبيا إلى الكومنولث في 2018.", "the-gambia"),
        ("استعادت غينيا عضويتها في الاتحاد الأفريقي.", "guinea"),
        ("تنتمي بيلاروسيا إلى منظمة معاهدة الأمن الجماعي.", "belarus"),
        ("منذ انضمام بولندا إلى الاتحاد الأوروبي عام 2004 ارتفع الدخل.", "poland"),
    ],
)
def test_members_are_told_by_their_seat(text: str, member: str) -> None:
    found = [each["member"] for each in stated(proposals_for(text), "InternationalMembership")]

    assert found in ([{member}], [{member.removeprefix("the-")}])


@pytest.mark.parametrize(
    "text",
    [
        "ولا تقيم بوتان علاقات دبلوماسية مع الصين.",
        "وبموجب الاتفاق تقيم بوتان علاقات دبلوماسية مع الصين.",
        "رفضت إندونيسيا إقامة علاقات دبلوماسية مع إسرائيل.",
        "ستقيم فيجي علاقات دبلوماسية مع زامبيا.",
        "لم تنضم سويسرا إلى الاتحاد الأوروبي.",
        "ليست سويسرا عضوا في الاتحاد الأوروبي.",
        "عاد المنتخب من فرنسا إلى الاتحاد الأفريقي.",
        "انضم لاعب كرواتيا إلى نادي برشلونة.",
    ],
)
def test_relations_and_seats_that_nobody_has_are_left_out(text: str) -> None:
    assert not kinds_in(proposals_for(text)) & STANDING
