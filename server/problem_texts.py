"""What a page says of a request that cannot be answered, by its status, in both languages."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from mithaq.graph import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

_OTHERWISE: Final = Text(en="This cannot be answered", ar="لا يمكن الرد على هذا الطلب")
_HEADINGS: Final[Mapping[int, Text]] = {
    HTTPStatus.BAD_REQUEST: Text(en="The request is malformed", ar="الطلب غير سليم الصياغة"),
    HTTPStatus.UNAUTHORIZED: Text(en="A token is needed", ar="يلزم رمز دخول"),
    HTTPStatus.FORBIDDEN: Text(en="This is not allowed", ar="هذا غير مسموح به"),
    HTTPStatus.NOT_FOUND: Text(en="There is nothing here", ar="لا شيء هنا"),
    HTTPStatus.METHOD_NOT_ALLOWED: Text(en="This cannot be done here", ar="لا يمكن فعل هذا هنا"),
    HTTPStatus.NOT_ACCEPTABLE: Text(en="There is no such format", ar="لا توجد صيغة كهذه"),
    HTTPStatus.CONFLICT: Text(en="Refused: nothing changed", ar="مرفوض: لم يتغير شيء"),
    HTTPStatus.PRECONDITION_FAILED: Text(en="The graph has moved on", ar="تغيّر الرسم منذ ذلك"),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Text(en="This is too large", ar="هذا أكبر من المسموح به"),
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: Text(en="This format is not understood", ar="هذه الصيغة غير مفهومة"),
    HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE: Text(en="There are no such rows", ar="لا توجد صفوف كهذه"),
    HTTPStatus.TOO_MANY_REQUESTS: Text(en="Too many requests", ar="طلبات كثيرة جدًّا"),
    HTTPStatus.INTERNAL_SERVER_ERROR: Text(en="The service failed to answer", ar="تعذّر على الخدمة الرد"),
    HTTPStatus.SERVICE_UNAVAILABLE: Text(
        en="Not now: try again, or ask for less", ar="ليس الآن: أعد المحاولة أو اطلب أقل"
    ),
}


def heading_of(status: int) -> Text:
    """Give the heading of the page about a problem.

    >>> heading_of(404).said_in("en"), heading_of(418).said_in("en")
    ('There is nothing here', 'This cannot be answered')
    """
    return _HEADINGS.get(status, _OTHERWISE)
