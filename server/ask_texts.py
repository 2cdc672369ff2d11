"""What the pages for asking, searching and seeing say, in both languages; scripts read the same phrases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mithaq.graph import Language


@dataclass(frozen=True)
class AskTexts:
    """Every phrase of these pages in one language; ``{…}`` is filled in."""

    title: str
    editor_hint: str
    run_keys: str
    cancel: str
    cancelled: str
    share: str
    shared: str
    running: str
    seconds: str
    questions: str
    questions_hint: str
    new_query: str
    close_query: str
    queries: str
    untitled: str
    views: str
    table: str
    picture: str
    timeline: str
    chart: str
    raw: str
    sort_by: str
    no_picture: str
    no_timeline: str
    no_chart: str
    picture_of: str
    save_picture: str
    limited: str
    unreachable: str
    search: str
    check: str
    see: str
    as_table: str
    left_out: str
    nobody_named: str
    closer: str
    farther: str
    whole: str
    search_hint: str
    search_button: str
    found_nothing: str
    found_more: str
    no_scripts: str


ASK_TEXTS: Mapping[Language, AskTexts] = {
    "en": AskTexts(
        title="Ask",
        editor_hint="Ctrl+Space completes prefixes, classes, properties and entities by a name in either language.",
        run_keys="Ctrl+Enter",
        cancel="Cancel",
        cancelled="Cancelled.",
        share="Copy a link",
        shared="The link is copied.",
        running="Asking…",
        seconds="{seconds} s",
        questions="Questions to start from",
        questions_hint="Each opens its query and the answer.",
        new_query="New query",
        close_query="Close {name}",
        queries="Your queries, kept in this browser",
        untitled="Query {number}",
        views="Ways to see the result",
        table="Table",
        picture="Graph",
        timeline="Timeline",
        chart="Chart",
        raw="Raw",
        sort_by="Sort by {column}",
        no_picture="No row connects two things. Ask for two columns of things, or CONSTRUCT triples.",
        no_timeline="No column holds dates (xsd:date or xsd:gYear).",
        no_chart="No column holds numbers.",
        picture_of="Picture of the result; the table holds the same.",
        save_picture="Save as SVG",
        limited="The first {shown} of {count} rows; download the result to have all.",
        unreachable="The service cannot be reached.",
        search="Search",
        check="Check",
        see="See",
        as_table="The same as a table, with the words",
        nobody_named="nobody named",
        closer="Closer",
        farther="Farther",
        whole="Show all",
        left_out="What has the most to show; {count} more do not fit into a picture.",
        search_hint="A state, a person, a treaty, an office … in Arabic or English, any part of the name.",
        search_button="Search",
        found_nothing="Nothing of this name.",
        found_more="There is more: write a longer part of the name.",
        no_scripts=(
            "The editor and the pictures are not installed: their scripts are bundled when Mithaq is installed with "
            "access to the network. All else works."
        ),
    ),
    "ar": AskTexts(
        title="اسأل",
        editor_hint="Ctrl+Space يكمل البادئات والأصناف والخصائص والكيانات بأسمائها بأي من اللغتين.",
        run_keys="Ctrl+Enter",
        cancel="إلغاء",
        cancelled="أُلغي.",
        share="انسخ رابطًا",
        shared="نُسخ الرابط.",
        running="جارٍ السؤال…",
        seconds="{seconds} ث",
        questions="أسئلة تبدأ بها",
        questions_hint="يفتح كل سؤال استعلامه وجوابه.",
        new_query="استعلام جديد",
        close_query="أغلق {name}",
        queries="استعلاماتك، محفوظة في هذا المتصفح",
        untitled="استعلام {number}",
        views="طرق عرض النتيجة",
        table="جدول",
        picture="شبكة",
        timeline="خط زمني",
        chart="رسم بياني",
        raw="النص الخام",
        sort_by="رتّب حسب {column}",
        no_picture="لا يربط أي صف بين شيئين. اطلب عمودين من الأشياء أو ثلاثيات بـ CONSTRUCT.",
        no_timeline="لا عمود فيه تواريخ (xsd:date أو xsd:gYear).",
        no_chart="لا عمود فيه أعداد.",
        picture_of="صورة للنتيجة، وفي الجدول المحتوى نفسه.",
        save_picture="احفظ بصيغة SVG",
        limited="أول {shown} من {count} صفًّا؛ نزّل النتيجة لتحصل على الكل.",
        unreachable="تعذّر الوصول إلى الخدمة.",
        search="بحث",
        check="تحقّق",
        see="شاهد",
        as_table="الشيء نفسه في جدول، مع الكلمات",
        nobody_named="غير مسمّى",
        closer="تقريب",
        farther="إبعاد",
        whole="إظهار الكل",
        left_out="هنا أكثرها صلاتٍ؛ ولا تتسع الصورة لما تبقى وعدده {count}.",
        search_hint="دولة أو شخص أو معاهدة أو منصب… بالعربية أو الإنجليزية، بأي جزء من الاسم.",
        search_button="ابحث",
        found_nothing="لا شيء بهذا الاسم.",
        found_more="هناك المزيد: اكتب جزءًا أطول من الاسم.",
        no_scripts=("المحرّر والصور غير مثبتة: تُحزم برامجها حين يُثبَّت «ميثاق» مع اتصال بالشبكة. وكل ما سوى ذلك يعمل."),
    ),
}
