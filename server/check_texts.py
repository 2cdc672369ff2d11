"""What the page for checking facts says, in both languages; its script reads the same phrases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mithaq.graph import Language


@dataclass(frozen=True)
class CheckTexts:
    """Every phrase of this page in one language; ``{…}`` is filled in."""

    title: str
    introduction: str
    facts: str
    file: str
    file_button: str
    syntax: str
    check: str
    checking: str
    drop: str
    article: str
    article_hint: str
    name: str
    text: str
    findings: str
    go_to_line: str
    sentence: str
    malformed: str
    follows: str
    nothing_follows: str
    add: str
    add_hint: str
    token: str
    added: str
    already: str
    unreachable: str


CHECK_TEXTS: Mapping[Language, CheckTexts] = {
    "en": CheckTexts(
        title="Check",
        introduction=(
            "Paste facts in Turtle or TriG. They are judged in the context of the graph, by its shapes and by the "
            "articles' own words, and nothing is stored."
        ),
        facts="Facts",
        file="A file of facts",
        file_button="Check the file",
        syntax="Syntax",
        check="Check",
        checking="Judging…",
        drop="You can drop a file here.",
        article="The text of a new article",
        article_hint="Only where the facts are about an article that the graph does not hold yet.",
        name="Name of the article",
        text="Text, exactly as it was printed",
        findings="Findings: {count}",
        go_to_line="Go to line {line}",
        sentence="Sentence",
        malformed="This cannot be read",
        follows="What would follow",
        nothing_follows="Nothing new follows.",
        add="Add to the graph",
        add_hint="They are judged once more, and added as a whole or not at all. It takes a token that may write.",
        token="Token",  # noqa: S106 - the word
        added="Added, as revision {number}.",
        already="Nothing changed: the graph holds all of it already.",
        unreachable="The service cannot be reached.",
    ),
    "ar": CheckTexts(
        title="تحقّق",
        introduction=(
            "الصق معلومات بصيغة Turtle أو TriG. يُحكم عليها في سياق الرسم البياني، بقواعده وبكلمات المقالات نفسها، "
            "ولا يُخزَّن شيء."
        ),
        facts="المعلومات",
        file="ملف معلومات",
        file_button="تحقّق من الملف",
        syntax="الصيغة",
        check="تحقّق",
        checking="جارٍ الحكم…",
        drop="لك أن تُفلت ملفًا هنا.",
        article="نص مقال جديد",
        article_hint="فقط إن كانت المعلومات عن مقال ليس في الرسم البياني بعد.",
        name="اسم المقال",
        text="النص كما طُبع بالضبط",
        findings="عدد الملاحظات: {count}",
        go_to_line="إلى السطر {line}",
        sentence="الجملة",
        malformed="تتعذّر قراءة هذا",
        follows="ما الذي سيلزم عنها",
        nothing_follows="لا يلزم عنها جديد.",
        add="أضف إلى الرسم البياني",
        add_hint="يُحكم عليها مرة أخرى، وتُضاف كلها أو لا يُضاف شيء. تحتاج إلى رمز دخول يتيح الكتابة.",
        token="رمز الدخول",  # noqa: S106 - the word
        added="أُضيفت، وهي المراجعة {number}.",
        already="لم يتغير شيء: الرسم يحوي كل ذلك من قبل.",
        unreachable="تعذّر الوصول إلى الخدمة.",
    ),
}
