"""What an instrument lays down: lists, rights kept and lacking, deeds, territory, and to whom a duty is owed."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated

TREATY = "وقعت بيرو والإكوادور في 26 أكتوبر 1998 معاهدة سلام في برازيليا.\n"
BOTH = {"peru", "ecuador"}


@pytest.mark.parametrize(
    ("text", "kind", "who", "content"),
    [
        ("وتتيح المعاهدة للهند وبيرو استخدام النهر.", "Liberty", {"india", "peru"}, "استخدام النهر"),
        ("وألزمت المعاهدة ليما بدفع تعويض.", "Duty", {"peru"}, "دفع تعويض"),
        ("وتحتفظ بيرو بحق استخدام الميناء.", "ClaimRight", {"peru"}, "استخدام الميناء"),
        ("ولا تملك بيرو حق الانسحاب منها.", "Prohibition", {"peru"}, "الانسحاب منها"),
        ("وتمنع المعاهدة أي قوة أجنبية من دخول المنطقة.", "Prohibition", None, "دخول المنطقة"),
        ("وتمنع على السفن الحربية دخول النهر.", "Prohibition", None, "دخول النهر"),
        ("ويحق لمواطني الدول الأطراف الإقامة فيها.", "Liberty", None, "الإقامة فيها"),
        ("وكفلت لهم المعاهدة حق الاحتفاظ بأملاكهم.", "Liberty", None, "الاحتفاظ بأملاكهم"),
        ("ودفعت بيرو بموجبها مليون دولار.", "Duty", {"peru"}, "مليون دولار"),
        ("وأُجبرت بيرو بموجب المعاهدة على فتح موانئها.", "Duty", {"peru"}, "فتح موانئها"),
        ("وأخذت بيرو على عاتقها تمويل المشروع.", "Duty", {"peru"}, "تمويل المشروع"),
        ("ويترتب على بيرو تعديل دستورها.", "Duty", {"peru"}, "تعديل دستورها"),
        ("ويمتنعان عن استخدام القوة.", "Prohibition", BOTH, "استخدام القوة"),
        ("والمادة الثالثة تلزم الطرفين بتبادل المعلومات.", "Duty", BOTH, "تبادل المعلومات"),
        ("والمادة 5 تحظر على أي منهما نشر القوات.", "Prohibition", BOTH, "نشر القوات"),
        ("ومن أبرز ما تضمنته المعاهدة سحب القوات.", "Duty", BOTH, "سحب القوات"),
        ("كما تضمنت التزام بيرو باحترام الحدود.", "Duty", {"peru"}, "احترام الحدود"),
        ("ولأي من الطرفين إنهاء العمل بها.", "Power", BOTH, "إنهاء العمل بها"),
    ],
)
def test_a_position_is_found_with_whoever_bears_it(text: str, kind: str, who: set[str] | None, content: str) -> None:
    found = [each for each in stated(proposals_for(TREATY + text), kind) if each["contentAsReported"] == {content}]

    assert len(found) == 1
    assert (found[0].get("obligor") or found[0].get("bearer")) == who


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وتنازلت بيرو بموجبها للإكوادور عن ضفة النهر.", "ضفة النهر"),
        ("وتعترف المعاهدة بسيادة بيرو على الجزر.", "سيادة بيرو على الجزر"),
        ("وتنقل المعاهدة السيادة على الجزر إلى بيرو.", "السيادة على الجزر إلى بيرو"),
        ("وآلت بموجب المعاهدة ضفة النهر إلى بيرو.", "آلت بموجب المعاهدة ضفة النهر إلى بيرو"),
    ],
)
def test_what_an_instrument_brings_about_is_a_bare_provision(text: str, content: str) -> None:
    found = stated(proposals_for(TREATY + text), "Provision")

    assert {content} in [each.get("contentAsReported") for each in found]


@pytest.mark.parametrize(
    ("text", "predicate", "whom"),
    [
        ("وتعهدت بيرو بتسليم الأسرى إلى كيتو.", "obligee", {"ecuador"}),
        ("وتدفع بيرو بموجبها مليون دولار سنويا.", "obligee", {"ecuador"}),
        ("وتعهدت بيرو بموجبها بعدم مهاجمة الإكوادور.", "counterparty", {"ecuador"}),
        ("وتعهدت بيرو بموجبها بسحب قواتها من الإكوادور.", "obligee", None),
        ("ويتعهد البلدان بموجبها بحماية الأقليات.", "obligee", None),
    ],
)
def test_a_duty_is_owed_to_the_other_side_that_it_names(text: str, predicate: str, whom: set[str] | None) -> None:
    proposals = proposals_for(TREATY + text)
    (position,) = [*stated(proposals, "Duty"), *stated(proposals, "Prohibition")]

    assert position.get(predicate) == whom


LISTS = {
    "وينص الاتفاق على:\n- سحب القوات من الحدود.\n- عودة اللاجئين.\n- تبادل الأسرى.": 3,
    "وأبرز بنوده:\n• سحب القوات من الحدود\n• عودة اللاجئين\n• تبادل الأسرى": 3,
    "وتنص المعاهدة على ما يلي:\n1. سحب القوات من الحدود.\n2. عودة اللاجئين.": 2,
    "بم تُلزم المعاهدة طرفيها؟\n- سحب القوات من الحدود؛\n- عودة اللاجئين.": 2,
    "وتنص المعاهدة على الآتي: أولا، سحب القوات، وثانيا: عودة اللاجئين.": 2,
    "وتنص المعاهدة على ما يلي: سحب القوات، وإعادة الأسرى، ووقف الدعاية.": 3,
}


@pytest.mark.parametrize("text", LISTS)
def test_each_item_of_a_list_is_a_provision(text: str) -> None:
    duties = stated(proposals_for(TREATY + text), "Duty")

    assert len(duties) == LISTS[text]
    assert all(each["obligor"] == BOTH for each in duties)


def test_an_item_may_leave_the_side_named_before_it_free() -> None:
    text = "ومما ورد فيها:\n- تسحب بيرو قواتها؛\n- لها أن تبقي شرطتها عامين؛"

    (liberty,) = stated(proposals_for(TREATY + text), "Liberty")

    assert liberty["bearer"] == {"peru"}


def test_three_items_under_a_colon_are_no_headlines_of_other_articles() -> None:
    text = "وفي ما يلي أبرز بنود المعاهدة:\n- سحب القوات\n- عودة اللاجئين\n- تبادل الأسرى"

    assert len(stated(proposals_for(TREATY + text), "Duty")) == 3


@pytest.mark.parametrize(
    "text",
    [
        "أقر البرلمان الكويتي قانون العمل. ويلزم القانون الشركات بدفع الأجور. ولا يجوز فصل العامل دون إنذار.",
        "وقع المهاجم البرازيلي عقدا مع الهلال السعودي. ويلتزم النادي بموجب العقد بدفع 20 مليون يورو.",
        "أبرمت أرامكو السعودية اتفاقية مع توتال الفرنسية. وتلتزم الشركتان بتقاسم التكاليف. ويحق لكل طرف بيع حصته.",
        "أبرم ليفربول وبورتو اتفاق انتقال اللاعب البرتغالي. ويقضي الاتفاق بدفع 40 مليون يورو.",
        "على المدرب أن يمنح الشباب فرصة. هذا هو الميثاق غير المكتوب بين الجمهور والفريق المصري.",
        "طالبت مصر بأن تلتزم إثيوبيا بتشغيل السد وفق اتفاق ملزم.",
        "ولو وقعت الهند وباكستان مثل هذه المعاهدة لالتزمت كل منهما بسحب قواتها.",
        "تبحث فرنسا وألمانيا مشروع معاهدة جديدة. وينص المشروع على إنشاء جيش مشترك.",
        "قضت المحكمة البريطانية بأن على الحكومة دفع تعويضات. ويحظر الحكم ترحيل اللاجئين إلى رواندا.",
        "الزواج معاهدة بين قلبين، تلزم كلا الطرفين بالصدق وتمنح كل واحد منهما حق الحلم. قال الكاتب المصري.",
        "احتفظت إسرائيل بحق الرد. وحصلت مصر على دعم سوفيتي. ودفعت سوريا ثمنا باهظا.",
        "أعلنت وزارة التجارة المصرية قواعد جديدة:\n- حظر استيراد السيارات.\n- إلزام الشركات بالتسجيل.",
        "تحكي الرواية أن ملكا وقع معاهدة سرية مع فرنسا تلزم بلاده بالحياد، وأن روسيا تنازلت له عن جزيرة.",
        "وقال رئيس الاتحاد إن العقد «معاهدة شرف بين البرازيل وإيطاليا»، وهو يلزم المدرب بالحضور.",
        "وقال الوزير المصري إن أبرز النقاط هي:\n- عرض التماثيل في ثلاث قاعات.\n- فتح المتحف للطلاب.",
    ],
)
def test_what_only_looks_alike_lays_nothing_down(text: str) -> None:
    assert not kinds_in(proposals_for(text)) & {
        "Provision",
        "Duty",
        "Prohibition",
        "Liberty",
        "ClaimRight",
        "Power",
        "SigningEvent",
    }


@pytest.mark.parametrize(
    "text",
    [
        "وفازت بيرو على الإكوادور بهدفين. وحصلت بيرو على الميدالية الذهبية.",
        "وأعادت بيرو علاقاتها مع تشيلي.",
        "وقال الوزير إن النقاط الأساسية للمعرض هي:\n- عرض التماثيل في ثلاث قاعات.\n- فتح المتحف للطلاب.",
        "وأعادت المعاهدة الجدل إلى الصحف.",
    ],
)
def test_not_all_that_stands_beside_an_instrument_is_laid_down_by_it(text: str) -> None:
    assert not stated(proposals_for(TREATY + text), "Provision")
