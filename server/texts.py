"""What the pages say, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mithaq.graph import Language


@dataclass(frozen=True)
class PageTexts:
    """Every phrase of the pages in one language; ``{…}`` is filled in."""

    name: str
    tagline: str
    introduction: str
    other_language: str
    dark: str
    light: str
    skip: str
    examples: str
    examples_hint: str
    size: str
    articles: str
    sentences: str
    spans: str
    facts: str
    inferred: str
    revision: str
    read_articles: str
    article: str
    publisher: str
    not_known: str
    ask: str
    query: str
    run: str
    prefixes_hint: str
    result: str
    row_count: str
    first_rows: str
    no_rows: str
    yes: str
    no: str
    download: str
    query_failed: str
    at_line: str
    programs: str
    programs_hint: str
    endpoint: str
    validation: str
    adding: str
    evidence: str
    looking_up: str
    requests: str
    dataset: str
    health: str
    subject: str
    predicate: str
    object: str


TEXTS: Mapping[Language, PageTexts] = {
    "en": PageTexts(
        name="Mithaq",
        tagline="States, treaties and obligations, each fact with the sentence that says it",
        introduction=(
            "Mithaq turns Arabic news articles into a knowledge graph. Every fact that is taken from an article stands "
            "in a graph named after the exact piece of text that states it, so each answer leads back to its sentence."
        ),
        other_language="العربية",
        dark="Dark",
        light="Light",
        skip="Skip to the content",
        examples="Three questions to start with",
        examples_hint="Each opens its answer and the query behind it, which you can change.",
        size="The graph",
        articles="Articles",
        sentences="Sentences",
        spans="Quoted spans",
        facts="Facts with evidence",
        inferred="Inferred triples",
        revision="Revision",
        read_articles="The articles",
        article="Article",
        publisher="Printed by",
        not_known="not known",
        ask="Ask your own question",
        query="SPARQL query",
        run="Run",
        prefixes_hint="The prefixes mithaq:, id:, article: and the usual ones (rdfs:, skos:, …) need no declaration.",
        result="Result",
        row_count="Rows: {count}",
        first_rows="The first {shown} of {count} rows; download the result to see all.",
        no_rows="The graph holds no answer: the articles do not state it.",
        yes="Yes",
        no="No",
        download="Download",
        query_failed="The query cannot be answered",
        at_line="Line {line}, column {column}",
        programs="For programs",
        programs_hint="The same graph speaks standard protocols:",
        endpoint="SPARQL 1.1 endpoint (GET and POST)",
        validation="judges new facts and stores nothing (POST)",
        adding="gives the facts out (GET), adds what conforms (POST), retracts (DELETE); changes need a token",
        evidence="lead a triple back to the words of the articles",
        looking_up="lead every name of the graph to what it says of it, as a page or as data",
        requests="describes every request (OpenAPI 3.1)",
        dataset="describes the dataset (VoID, DCAT)",
        health="tells whether the service is well",
        subject="subject",
        predicate="predicate",
        object="object",
    ),
    "ar": PageTexts(
        name="ميثاق",
        tagline="دول ومعاهدات والتزامات، ومع كل معلومة الجملة التي تقولها",
        introduction=(
            "يحوّل «ميثاق» المقالات الإخبارية العربية إلى رسم بياني معرفي. كل معلومة مأخوذة من مقال تقف في رسم فرعي "
            "يحمل اسم المقطع النصي الذي يذكرها بالضبط، فكل جواب يعود بك إلى جملته."
        ),
        other_language="English",
        dark="داكن",
        light="فاتح",
        skip="انتقل إلى المحتوى",
        examples="ثلاثة أسئلة للبداية",
        examples_hint="يفتح كل سؤال جوابه والاستعلام الذي وراءه، ولك أن تعدّله.",
        size="الرسم البياني",
        articles="المقالات",
        sentences="الجمل",
        spans="المقاطع المقتبسة",
        facts="معلومات بأدلتها",
        inferred="الثلاثيات المستنتجة",
        revision="المراجعة",
        read_articles="المقالات",
        article="المقال",
        publisher="نشره",
        not_known="غير معروف",
        ask="اطرح سؤالك",
        query="استعلام SPARQL",
        run="نفّذ",
        prefixes_hint=(
            "لا حاجة إلى إعلان البادئات \u2066mithaq:\u2069 و\u2066id:\u2069 و\u2066article:\u2069 "
            "ولا البادئات المعتادة مثل \u2066rdfs:\u2069."
        ),
        result="النتيجة",
        row_count="عدد الصفوف: {count}",
        first_rows="أول {shown} من {count} صفًّا؛ نزّل النتيجة لترى الكل.",
        no_rows="لا جواب في الرسم البياني: المقالات لا تذكر ذلك.",
        yes="نعم",
        no="لا",
        download="تنزيل",
        query_failed="تعذّرت الإجابة عن الاستعلام",
        at_line="السطر {line}، العمود {column}",
        programs="للبرامج",
        programs_hint="الرسم البياني نفسه متاح عبر البروتوكولات المعيارية:",
        endpoint="نقطة استعلام SPARQL 1.1 (بطريقتي GET و POST)",
        validation="يحكم على معلومات جديدة ولا يخزن شيئًا (بطريقة POST)",
        adding="يعطي المعلومات (GET)، ويضيف ما يطابق منها (POST)، ويسحبها (DELETE)؛ والتغيير يحتاج إلى رمز دخول",
        evidence="يعيدان الثلاثية إلى كلمات المقالات",
        looking_up="يقود كل اسم في الرسم إلى ما يقوله الرسم عنه، صفحةً أو بيانات",
        requests="يصف كل الطلبات (OpenAPI 3.1)",
        dataset="يصف مجموعة البيانات (VoID وDCAT)",
        health="يخبر عن سلامة الخدمة",
        subject="الموضوع",
        predicate="الخاصية",
        object="القيمة",
    ),
}
