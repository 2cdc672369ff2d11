"""What the pages about reports, evidence and single things say, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mithaq.graph import Language


@dataclass(frozen=True)
class DocumentTexts:
    """Every phrase of these pages in one language; ``{…}`` is filled in."""

    report: str
    conforms: str
    does_not_conform: str
    refused: str
    committed: str
    unchanged: str
    violation: str
    warning: str
    info: str
    fact: str
    rule: str
    guidance: str
    words: str
    line: str
    first_findings: str
    evidence: str
    explanation: str
    inferred: str
    stated_in: str
    sentence: str
    said_by: str
    relayed_by: str
    translation: str
    follows_by: str
    from_these: str
    statements: str
    data: str


DOCUMENT_TEXTS: Mapping[Language, DocumentTexts] = {
    "en": DocumentTexts(
        report="Report",
        conforms="The facts conform.",
        does_not_conform="The facts do not conform.",
        refused="Refused: nothing changed.",
        committed="Added, as revision {number}.",
        unchanged="Nothing changed: the graph holds all of it already.",
        violation="Violation",
        warning="Warning",
        info="Note",
        fact="Fact",
        rule="Rule",
        guidance="Guidance",
        words="Words",
        line="Line",
        first_findings="The first {shown} of {count} findings.",
        evidence="The words behind it",
        explanation="Why it holds",
        inferred="inferred from other facts",
        stated_in="stated in",
        sentence="Sentence",
        said_by="Said by",
        relayed_by="Relayed by",
        translation="In English",
        follows_by="follows by",
        from_these="from these",
        statements="What the graph says of it",
        data="As data",
    ),
    "ar": DocumentTexts(
        report="التقرير",
        conforms="المعلومات مطابقة.",
        does_not_conform="المعلومات غير مطابقة.",
        refused="مرفوض: لم يتغير شيء.",
        committed="أُضيفت، وهي المراجعة {number}.",
        unchanged="لم يتغير شيء: الرسم يحوي كل ذلك من قبل.",
        violation="مخالفة",
        warning="تحذير",
        info="ملاحظة",
        fact="المعلومة",
        rule="القاعدة",
        guidance="إرشاد",
        words="الكلمات",
        line="السطر",
        first_findings="أول {shown} من {count} ملاحظة.",
        evidence="الكلمات التي تقولها",
        explanation="لماذا تصح",
        inferred="مستنتجة من معلومات أخرى",
        stated_in="مذكورة في",
        sentence="الجملة",
        said_by="القائل",
        relayed_by="الناقل",
        translation="بالإنجليزية",
        follows_by="تلزم بالقاعدة",
        from_these="من هذه",
        statements="ما يقوله الرسم عنه",
        data="كبيانات",
    ),
}
