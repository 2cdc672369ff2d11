"""What is invented once for all: lands that seek recognition, organisations, news agencies, names of bases.

States are real, and nothing that articles tell of them is. So what states of the world contest is left out, and
recognition, separation and war are told of lands that do not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .states import Thing
from .vocabulary import M

if TYPE_CHECKING:
    from pyoxigraph import NamedNode


@dataclass(frozen=True, slots=True)
class Land:
    """An invented land, and the invented union that it has been a part of."""

    slug: str
    polity: Thing
    union: Thing

    @property
    def node(self) -> NamedNode:
        """The IRI of the land."""
        return self.polity.node


def _polity(slug: str, arabic: str, english: str) -> Thing:
    return Thing.of(M.Polity, slug, arabic, english)


_PLAINS: Final = _polity("union-of-the-plains", "اتحاد السهول", "Union of the Plains")
_ISLES: Final = _polity("union-of-the-isles", "اتحاد الجزر البعيدة", "Union of the Far Isles")
_PEAKS: Final = _polity("union-of-the-peaks", "اتحاد القمم", "Union of the Peaks")

LANDS: Final = tuple(
    Land(slug, _polity(slug, arabic, english), union)
    for slug, arabic, english, union in (
        ("palmland", "أرض النخيل", "Palmland", _PLAINS),
        ("reedland", "أرض القصب", "Reedland", _PLAINS),
        ("wheatland", "أرض القمح", "Wheatland", _PLAINS),
        ("east-meadow", "المرج الشرقي", "East Meadow", _PLAINS),
        ("west-meadow", "المرج الغربي", "West Meadow", _PLAINS),
        ("saltmarsh", "سبخة الملح", "Saltmarsh", _PLAINS),
        ("pearl-isle", "جزيرة اللؤلؤ", "Pearl Isle", _ISLES),
        ("coral-isle", "جزيرة المرجان", "Coral Isle", _ISLES),
        ("gull-isle", "جزيرة النوارس", "Gull Isle", _ISLES),
        ("amber-isle", "جزيرة الكهرمان", "Amber Isle", _ISLES),
        ("mist-isle", "جزيرة الضباب", "Mist Isle", _ISLES),
        ("turtle-isle", "جزيرة السلاحف", "Turtle Isle", _ISLES),
        ("eagle-peak", "قمة العقاب", "Eagle Peak", _PEAKS),
        ("cedar-slope", "سفح الأرز", "Cedar Slope", _PEAKS),
        ("juniper-slope", "سفح العرعر", "Juniper Slope", _PEAKS),
        ("snow-valley", "وادي الثلج", "Snow Valley", _PEAKS),
        ("falcon-valley", "وادي الصقور", "Falcon Valley", _PEAKS),
        ("almond-valley", "وادي اللوز", "Almond Valley", _PEAKS),
    )
)

ORGANIZATIONS: Final = tuple(
    Thing.of(M.InternationalOrganization, f"{slug}-{theme}", f"{words} {matter}", f"{name} {of}")
    for slug, words, name in (
        ("organization", "منظمة", "Organization"),
        ("league", "رابطة", "League"),
        ("council", "مجلس", "Council"),
    )
    for theme, matter, of in (
        ("ports", "موانئ البحار السبعة", "of the Ports of the Seven Seas"),
        ("grain", "منتجي الحبوب", "of Grain Producers"),
        ("steppe", "دول السهوب", "of the Steppe States"),
        ("rivers", "أحواض الأنهار", "of River Basins"),
        ("observatories", "المراصد الفلكية", "of Observatories"),
        ("railways", "السكك الحديدية العابرة", "of Transit Railways"),
        ("peacekeeping", "حفظ السلام الإقليمي", "of Regional Peacekeeping"),
        ("copper", "مصدري النحاس", "of Copper Exporters"),
    )
)

AGENCIES: Final = tuple(
    Thing.of(M.NewsAgency, f"agency-{slug}", f"وكالة {words} للأنباء", f"{name} News Agency")
    for slug, words, name in (
        ("horizon", "الأفق", "Horizon"),
        ("sail", "الشراع", "Sail"),
        ("beacon", "المنارة", "Beacon"),
        ("echo", "الصدى", "Echo"),
        ("caravan", "القافلة", "Caravan"),
        ("meridian", "الهاجرة", "Meridian"),
        ("compass", "البوصلة", "Compass"),
        ("lantern", "الفانوس", "Lantern"),
        ("courier", "الساعي", "Courier"),
        ("pigeon", "الحمام الزاجل", "Carrier Pigeon"),
        ("dawn", "الفجر الجديد", "New Dawn"),
        ("bridge", "الجسر", "Bridge"),
    )
)

BASES: Final = (
    ("eagle", "العقاب", "Eagle"),
    ("anchor", "المرساة", "Anchor"),
    ("north-star", "نجمة الشمال", "North Star"),
    ("shield", "الدرع", "Shield"),
    ("lighthouse", "الفنار", "Lighthouse"),
    ("thunder", "الرعد", "Thunder"),
)
