"""What the description of the dataset says of it, in both languages."""

from __future__ import annotations

from typing import Final

from mithaq.graph import Text

TITLE: Final = Text(en="Mithaq: states, treaties and obligations", ar="ميثاق: الدول والمعاهدات والالتزامات")
DESCRIPTION: Final = Text(
    en=(
        "A knowledge graph taken from Arabic news articles. Every triple that comes from an article stands in a graph "
        "named by the span of text that says it."
    ),
    ar=(
        "رسم معرفي مأخوذ من مقالات إخبارية عربية، كل ثلاثية فيه من مقال تقف في رسم فرعي يحمل اسم المقطع النصي "
        "الذي يقولها."
    ),
)
KEYWORDS: Final = (
    Text(en="treaties", ar="المعاهدات"),
    Text(en="obligations", ar="الالتزامات"),
    Text(en="recognition of states", ar="الاعتراف بالدول"),
    Text(en="provenance", ar="مصادر المعلومات"),
)
