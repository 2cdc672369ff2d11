"""What the pages of things and articles say, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mithaq.graph import Language


@dataclass(frozen=True)
class ReadTexts:
    """Every phrase of these pages in one language; ``{…}`` is filled in."""

    names: str
    words: str
    stated: str
    stated_hint: str
    inferred: str
    inferred_hint: str
    why: str
    mentions: str
    neighbourhood: str
    neighbourhood_hint: str
    curated: str
    from_ontology: str
    from_article: str
    elsewhere: str
    article_text: str
    article_facts: str
    article_hint: str
    no_facts: str
    to_the_text: str
    to_the_facts: str
    is_a: str
    sources: str
    contents: str
    hierarchy: str
    used: str
    ontology: str
    shapes: str
    kinds: Mapping[str, str]


READ_TEXTS: Mapping[Language, ReadTexts] = {
    "en": ReadTexts(
        names="Names",
        words="The words",
        stated="What is stated of it",
        stated_hint="Each statement with the words of the article that say it; they lead to their place in the text.",
        inferred="What follows from that",
        inferred_hint="No article says this in so many words; it follows from what is stated.",
        why="why?",
        mentions="Where it is spoken of",
        neighbourhood="Its neighbourhood as a picture",
        neighbourhood_hint="What it is connected with; the statements on this page say the same.",
        curated="added by the editors",
        from_ontology="from the ontology",
        from_article="about the article",
        elsewhere="in {graph}",
        article_text="The text",
        article_facts="The facts",
        article_hint="Marked words state facts; the number after them leads to the facts, and the facts' quote back.",
        no_facts="Nothing was taken from this article.",
        to_the_text="To these words in the text",
        to_the_facts="To the facts of these words",
        is_a="is a",
        sources="sources of what the editors added",
        contents="Contents",
        hierarchy="What is a kind of what",
        used="Used",
        ontology="The vocabulary",
        shapes="The shapes: what facts are held to",
        kinds={
            "owl:Class": "Classes",
            "owl:ObjectProperty": "Properties between things",
            "owl:DatatypeProperty": "Properties with values",
            "owl:AnnotationProperty": "Names and notes",
            "skos:ConceptScheme": "Lists of codes",
            "skos:Concept": "Codes",
            "sh:NodeShape": "Shapes of things",
            "sh:PropertyShape": "Shapes of properties",
            "rdfs:subClassOf": "a kind of",
            "rdfs:subPropertyOf": "a case of",
            "rdfs:domain": "said of",
            "rdfs:range": "its value is",
            "owl:inverseOf": "inverse of",
            "skos:inScheme": "in the list",
            "skos:broader": "narrower than",
            "sh:targetClass": "judges",
            "sh:targetSubjectsOf": "judges what has",
            "sh:targetObjectsOf": "judges values of",
            "sh:path": "on",
            "sh:property": "asks",
            "sh:severity": "severity",
        },
    ),
    "ar": ReadTexts(
        names="الأسماء",
        words="الكلمات",
        stated="ما يُذكر عنه",
        stated_hint="مع كل معلومة كلمات المقال التي تقولها، والكلمات تقود إلى موضعها في النص.",
        inferred="ما يلزم عن ذلك",
        inferred_hint="لا يقول أي مقال هذا بنصه؛ بل يلزم عما هو مذكور.",
        why="لماذا؟",
        mentions="أين يُذكر",
        neighbourhood="ما حوله في صورة",
        neighbourhood_hint="ما يرتبط به؛ والمعلومات في هذه الصفحة تقول الشيء نفسه.",
        curated="أضافه المحررون",
        from_ontology="من المصطلحات",
        from_article="عن المقال",
        elsewhere="في {graph}",
        article_text="النص",
        article_facts="المعلومات",
        article_hint="الكلمات المعلَّمة تذكر معلومات؛ الرقم الذي بعدها يقود إلى المعلومات، واقتباس المعلومات يعود إليها.",
        no_facts="لم يُؤخذ شيء من هذا المقال.",
        to_the_text="إلى هذه الكلمات في النص",
        to_the_facts="إلى معلومات هذه الكلمات",
        is_a="هو",
        sources="مصادر ما أضافه المحررون",
        contents="المحتويات",
        hierarchy="أيها نوع من أيها",
        used="استعمالاته",
        ontology="المصطلحات",
        shapes="القواعد التي تُلزَم بها المعلومات",
        kinds={
            "owl:Class": "الأصناف",
            "owl:ObjectProperty": "خصائص بين الأشياء",
            "owl:DatatypeProperty": "خصائص ذات قيم",
            "owl:AnnotationProperty": "أسماء وملاحظات",
            "skos:ConceptScheme": "قوائم الرموز",
            "skos:Concept": "الرموز",
            "sh:NodeShape": "قواعد الأشياء",
            "sh:PropertyShape": "قواعد الخصائص",
            "rdfs:subClassOf": "نوع من",
            "rdfs:subPropertyOf": "حالة من",
            "rdfs:domain": "تقال عن",
            "rdfs:range": "قيمتها",
            "owl:inverseOf": "عكس",
            "skos:inScheme": "في القائمة",
            "skos:broader": "أخص من",
            "sh:targetClass": "يحكم على",
            "sh:targetSubjectsOf": "يحكم على ما له",
            "sh:targetObjectsOf": "يحكم على قيم",
            "sh:path": "في",
            "sh:property": "يطلب",
            "sh:severity": "الشدة",
        },
    ),
}
