"""The evidence rules as a table: their names, how grave they are, and what they say in both languages.

What each rule tests stands in the module of rules under the same name.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from .findings import Severity
from .languages import Text
from .namespaces import RULES

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Rule:
    """An evidence rule: its message is filled with what was found, its advice says what to do."""

    name: str
    severity: Severity
    message: Text
    advice: Text

    @property
    def iri(self) -> str:
        """The IRI that reports name the rule by."""
        return RULES + self.name


_RULES: Final = (
    Rule(
        "something-stated",
        Severity.INFO,
        Text(
            en="The file states nothing: there was no fact to judge.",
            ar="الملف لا يذكر شيئًا: لم تكن فيه حقيقة يُحكم عليها.",
        ),
        Text(
            en="If it should hold facts, look whether it is the right file and was saved whole.",
            ar="إن كان ينبغي أن يحوي حقائق، فتحقق من أنه الملف الصحيح وأنه حُفظ كاملًا.",
        ),
    ),
    Rule(
        "known-article",
        Severity.VIOLATION,
        Text(
            en="The text of the article {article} is not known, so nothing can be taken from it.",
            ar="نص المقال {article} غير معروف، فلا يمكن أن يُؤخذ منه شيء.",
        ),
        Text(
            en="Put the article's text beside its facts as NAME.txt, or correct the article's name in the graph IRI.",
            ar="ضع نص المقال بجوار حقائقه باسم NAME.txt، أو صحّح اسم المقال في معرّف الرسم.",
        ),
    ),
    Rule(
        "graph-is-span",
        Severity.VIOLATION,
        Text(
            en="The graph {graph} is not a span of an article.",
            ar="الرسم {graph} ليس مقطعًا من مقال.",
        ),
        Text(
            en="Write each fact in the graph of the words that state it: <NAME#char=BEGIN,END> {{ … }}.",
            ar="اكتب كل حقيقة في رسم الكلمات التي تنص عليها: <NAME#char=BEGIN,END> {{ … }}.",
        ),
    ),
    Rule(
        "reserved-graph",
        Severity.VIOLATION,
        Text(
            en="The graph {graph} is written by the build alone.",
            ar="الرسم {graph} لا يكتبه إلا البناء نفسه.",
        ),
        Text(
            en="Take this statement out of the file, or put it in the graph of the words that state it.",
            ar="احذف هذه العبارة من الملف، أو ضعها في رسم الكلمات التي تنص عليها.",
        ),
    ),
    Rule(
        "protected",
        Severity.VIOLATION,
        Text(
            en="This statement cannot be taken out: the build brings it, or it follows from others.",
            ar="لا يمكن حذف هذه العبارة: فهي مما يأتي به البناء، أو مما يترتب على عبارات أخرى.",
        ),
        Text(
            en="Take out what it follows from, in the graph of the words that state it, or build anew.",
            ar="احذف ما تترتب عليه من رسم الكلمات التي تنص عليه، أو أعد البناء.",
        ),
    ),
    Rule(
        "evidence-missing",
        Severity.VIOLATION,
        Text(
            en="The fact names no evidence: it stands in no graph.",
            ar="لا دليل على هذه الحقيقة: فهي ليست في أي رسم.",
        ),
        Text(
            en="Put it in the graph of the words that state it: <NAME#char=BEGIN,END> {{ … }}.",
            ar="ضعها في رسم الكلمات التي تنص عليها: <NAME#char=BEGIN,END> {{ … }}.",
        ),
    ),
    Rule(
        "evidence-needed-to-add",
        Severity.INFO,
        Text(
            en="{count} facts name no evidence. They were judged by the shapes, but cannot be added as they are.",
            ar="عدد الحقائق التي لا دليل عليها: {count}. لقد حُكم عليها بالأشكال، لكن لا يمكن إضافتها كما هي.",
        ),
        Text(
            en="To add them, write them as TriG, each in the graph of the words that state it.",
            ar="لإضافتها اكتبها بصيغة TriG، كل حقيقة في رسم الكلمات التي تنص عليها.",
        ),
    ),
    Rule(
        "no-axioms",
        Severity.VIOLATION,
        Text(
            en="{term} says something of the vocabulary itself, not of what the article speaks of.",
            ar="{term} يقول شيئًا عن المفردات نفسها، لا عما يتكلم عنه المقال.",
        ),
        Text(
            en="Leave it out: classes and properties are defined in the ontology, and facts are about individuals. "
            "In the place of owl:AllDifferent say owl:differentFrom.",
            ar="احذفه: الأصناف والخصائص تُعرَّف في الأنطولوجيا، والحقائق عن الأفراد. "
            "وقل owl:differentFrom مكان owl:AllDifferent.",
        ),
    ),
    Rule(
        "own-article",
        Severity.VIOLATION,
        Text(
            en="The file of the article {own} speaks for the article {article}.",
            ar="ملف المقال {own} يتكلم باسم المقال {article}.",
        ),
        Text(
            en="Move this statement to the file of the article that states it.",
            ar="انقل هذه العبارة إلى ملف المقال الذي ينص عليها.",
        ),
    ),
    Rule(
        "article-graph-describes-article",
        Severity.VIOLATION,
        Text(
            en="The graph of the article {article} speaks of {subject}, which is not part of the article.",
            ar="رسم المقال {article} يتكلم عن {subject}، وهو ليس جزءًا من المقال.",
        ),
        Text(
            en="The article's own graph describes the article and its spans; put facts in the graph of a span.",
            ar="رسم المقال يصف المقال ومقاطعه فقط؛ ضع الحقائق في رسم أحد المقاطع.",
        ),
    ),
    Rule(
        "article-checksum",
        Severity.VIOLATION,
        Text(
            en="{property} of the article is {found}, but its text has {expected}.",
            ar="قيمة {property} للمقال هي {found}، أما نصه ففيه {expected}.",
        ),
        Text(
            en="Leave text, length and checksum to the build, or restore the text that the spans were taken from.",
            ar="اترك النص والطول والبصمة للبناء، أو أعد النص الذي أُخذت منه المقاطع.",
        ),
    ),
    Rule(
        "span-declared",
        Severity.VIOLATION,
        Text(
            en="The span {span} is not described in the graph of its article.",
            ar="المقطع {span} غير موصوف في رسم مقاله.",
        ),
        Text(
            en="Describe it in the article's graph: a mithaq:TextSpan with inArticle, begin, end, exact and sentence.",
            ar="صِفه في رسم المقال بأنه mithaq:TextSpan واذكر له inArticle و begin و end و exact و sentence.",
        ),
    ),
    Rule(
        "span-complete",
        Severity.VIOLATION,
        Text(
            en="The span {span} has this many values of {property}: {count}. It needs one.",
            ar="للمقطع {span} من {property} عدد القيم: {count}؛ والمطلوب قيمة واحدة.",
        ),
        Text(
            en="State begin, end, exact, inArticle and sentence once each; only a span over two sentences names both.",
            ar="اذكر كلا من begin و end و exact و inArticle و sentence مرة؛ ولا يذكر جملتين إلا مقطع ممتد عليهما.",
        ),
    ),
    Rule(
        "span-offsets",
        Severity.VIOLATION,
        Text(
            en="The span {span} says {property} {found}, but its IRI says {expected}.",
            ar="المقطع {span} يقول إن {property} هو {found}، أما معرّفه فيقول {expected}.",
        ),
        Text(
            en="Make the offsets in the description and in the IRI the same; the text at both tells which is right.",
            ar="اجعل الموضعين في الوصف والمعرّف متطابقين؛ والنص عند كل منهما يدل على الصحيح.",
        ),
    ),
    Rule(
        "span-bounds",
        Severity.VIOLATION,
        Text(
            en="The span {span} does not fit the text of {length} characters: 0 ≤ begin < end ≤ length must hold.",
            ar="المقطع {span} لا يقع في النص الذي طوله {length} حرفًا: يجب أن يكون 0 ≤ begin < end ≤ length.",
        ),
        Text(
            en="Count in Unicode code points of the untouched text, from 0, the end not included.",
            ar="عُدّ برموز يونيكود في النص كما هو، ابتداءً من 0، والنهاية غير داخلة.",
        ),
    ),
    Rule(
        "span-exact",
        Severity.VIOLATION,
        Text(
            en="The span {span} quotes «{found}», but the article says «{expected}» there.",
            ar="المقطع {span} يقتبس «{found}»، أما المقال فيقول هناك «{expected}».",
        ),
        Text(
            en="Copy the words from the article, letter for letter, and let the offsets point to them.{elsewhere_en}",
            ar="انسخ الكلمات من المقال حرفًا بحرف واجعل الموضع يدل عليها.{elsewhere_ar}",
        ),
    ),
    Rule(
        "span-sentence",
        Severity.VIOLATION,
        Text(
            en="The span {span} does not lie within its sentence {sentence}.",
            ar="المقطع {span} لا يقع داخل جملته {sentence}.",
        ),
        Text(
            en="Name the sentence of the same article that encloses the span, and describe it as a mithaq:Sentence.",
            ar="اذكر جملة المقال نفسه التي تحيط مواضعها بالمقطع، وصِفها بأنها mithaq:Sentence.",
        ),
    ),
    Rule(
        "printed-in-span",
        Severity.VIOLATION,
        Text(
            en="{property} is «{found}», which the words of the evidence do not contain: «{quote}».",
            ar="قيمة {property} هي «{found}»، وليست في كلمات الدليل: «{quote}».",
        ),
        Text(
            en="Copy the wording from the span letter for letter, or put the fact in the graph of the span with it.",
            ar="انسخ اللفظ من المقطع حرفًا بحرف، أو ضع الحقيقة في رسم المقطع الذي طُبع فيه.",
        ),
    ),
    Rule(
        "boilerplate-grounds-nothing",
        Severity.VIOLATION,
        Text(
            en="The span {span} is the headline of another article printed on the page, and grounds a fact or a date.",
            ar="المقطع {span} عنوان مقال آخر مطبوع في الصفحة، وقد بُنيت عليه حقيقة أو تاريخ.",
        ),
        Text(
            en="Take the fact from the article's own sentences, or leave it out.",
            ar="خذ الحقيقة من جمل المقال نفسه، أو اتركها.",
        ),
    ),
    Rule(
        "reference-sourced",
        Severity.VIOLATION,
        Text(
            en="{subject} stands in the reference graph without a dcterms:source.",
            ar="يرد {subject} في رسم المراجع من دون dcterms:source.",
        ),
        Text(
            en="Say where this is known from: add dcterms:source to the same subject in the reference graph.",
            ar="بيّن من أين عُرف هذا: أضف dcterms:source إلى الموضوع نفسه في رسم المراجع.",
        ),
    ),
    Rule(
        "term-defined",
        Severity.VIOLATION,
        Text(
            en="The ontology defines no {term}.",
            ar="لا تُعرّف الأنطولوجيا المصطلح {term}.",
        ),
        Text(
            en="Use a term of the ontology.{nearest_en}",
            ar="استعمل مصطلحًا من الأنطولوجيا.{nearest_ar}",
        ),
    ),
    Rule(
        "source-of-article",
        Severity.VIOLATION,
        Text(
            en="The file of sources speaks of {subject}, which is no article of the folder nor part of one.",
            ar="ملف المصادر يتكلم عن {subject}، وليس مقالًا في المجلد ولا جزءًا منه.",
        ),
        Text(
            en="Let every subject be the article's IRI, or the IRI with a fragment such as #source.",
            ar="اجعل كل موضوع معرّف المقال، أو معرّفه متبوعًا بجزء مثل #source.",
        ),
    ),
    Rule(
        "consistent",
        Severity.VIOLATION,
        Text(
            en="The facts contradict the ontology: {problem_en}",
            ar="الحقائق تناقض الأنطولوجيا: {problem_ar}",
        ),
        Text(
            en="One of the statements involved is wrong: look for a thing given two types that exclude each other.",
            ar="إحدى العبارات المعنية خاطئة: ابحث عن شيء أُعطي صنفين متنافيين.",
        ),
    ),
    Rule(
        "default-graph-is-merge",
        Severity.VIOLATION,
        Text(
            en="The default graph is not the merge of the named graphs: {problem_en}",
            ar="الرسم الأصلي ليس دمج الرسوم المسماة: {problem_ar}",
        ),
        Text(
            en="The store was changed by other means; build it again.",
            ar="لقد غُيّر المخزن بوسيلة أخرى؛ ابنه من جديد.",
        ),
    ),
    Rule(
        "inferred-apart",
        Severity.VIOLATION,
        Text(
            en="The inferred fact also stands in another graph: {graph}.",
            ar="الحقيقة المستنتجة ترد أيضًا في رسم آخر: {graph}.",
        ),
        Text(
            en="The store was changed by other means; build it again.",
            ar="لقد غُيّر المخزن بوسيلة أخرى؛ ابنه من جديد.",
        ),
    ),
    Rule(
        "closure-exact",
        Severity.VIOLATION,
        Text(
            en="The inferred graph is not what follows from the facts: {problem_en}",
            ar="رسم المستنتجات ليس ما يلزم عن الحقائق: {problem_ar}",
        ),
        Text(
            en="The store was changed by other means; build it again.",
            ar="لقد غُيّر المخزن بوسيلة أخرى؛ ابنه من جديد.",
        ),
    ),
    Rule(
        "no-blank-nodes",
        Severity.VIOLATION,
        Text(
            en="The statement holds a blank node, which no evidence can be asked for.",
            ar="في العبارة عقدة مجهولة لا يمكن السؤال عن دليلها.",
        ),
        Text(
            en="The store was changed by other means; build it again.",
            ar="لقد غُيّر المخزن بوسيلة أخرى؛ ابنه من جديد.",
        ),
    ),
)

RULE_TABLE: Final[Mapping[str, Rule]] = MappingProxyType({rule.name: rule for rule in _RULES})
