"""What the pages about articles say, their list and their comparison, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mithaq.graph import Language


@dataclass(frozen=True)
class ArticleTexts:
    """Every phrase of these pages in one language; ``{…}`` is filled in."""

    hint: str
    found: str
    none: str
    none_of_these_words: str
    all: str
    pages: str
    before: str
    after: str
    page_of: str
    this_article: str
    aside: str
    compare: str
    compare_hint: str
    compare_this: str
    first: str
    second: str
    which: str
    both_say: str
    they_differ: str
    only_says: str
    nothing: str
    more: str
    all_as_query: str


ARTICLE_TEXTS: Mapping[Language, ArticleTexts] = {
    "en": ArticleTexts(
        hint="Words of the headline or of the publisher's name",
        found="Articles: {count}",
        none="There is no article in this graph yet.",
        none_of_these_words="No article has these words: {words}",
        all="All {count} articles",
        pages="Pages of the list",
        before="Previous",
        after="Next",
        page_of="Page {page} of {pages}",
        this_article="this article",
        aside="Printed around the article; nothing is taken from it.",
        compare="Compare",
        compare_hint="Two articles' accounts side by side: what both say, where they differ, what only one says.",
        compare_this="Compare it with another article",
        first="One article",
        second="The other article",
        which="Which of these?",
        both_say="Both say",
        they_differ="They differ on",
        only_says="Only this one says:",
        nothing="Nothing.",
        more="and {count} more",
        all_as_query="All of them, as a query",
    ),
    "ar": ArticleTexts(
        hint="كلمات من العنوان أو من اسم الناشر",
        found="عدد المقالات: {count}",
        none="لا مقال في هذا الرسم البياني بعد.",
        none_of_these_words="لا مقال فيه هذه الكلمات: {words}",
        all="كل المقالات وعددها {count}",
        pages="صفحات القائمة",
        before="السابق",
        after="التالي",
        page_of="صفحة {page} من {pages}",
        this_article="هذا المقال",
        aside="مطبوع حول المقال، ولا يؤخذ منه شيء.",
        compare="قارن",
        compare_hint="روايتا مقالين جنبًا إلى جنب: ما يقوله كلاهما، وما يختلفان فيه، وما يقوله أحدهما وحده.",
        compare_this="قارنه بمقال آخر",
        first="المقال الأول",
        second="المقال الثاني",
        which="أيّ هذه تقصد؟",
        both_say="كلاهما يقول",
        they_differ="يختلفان في",
        only_says="يقوله هذا وحده:",
        nothing="لا شيء.",
        more="وغيرها، وعدده {count}",
        all_as_query="كلها في استعلام",
    ),
}
