"""A long list in pages: what is asked for, what there is, and where it goes on."""

from collections.abc import Callable, Sequence
from typing import Annotated, TypeVar
from urllib.parse import urlencode

from fastapi import Depends, Query, Request

T = TypeVar("T")


class Paging:
    """Which part of a list a client wants."""

    def __init__(
        self,
        limit: Annotated[int, Query(ge=1, le=500, description="How many at most")] = 50,
        offset: Annotated[int, Query(ge=0, le=10**9, description="How many to leave out first")] = 0,
    ) -> None:
        self.limit = limit
        self.offset = offset

    def page_of(
        self, request: Request, items: Sequence[T], document: Callable[[T], object]
    ) -> dict[str, object]:
        """The page of a list that is at hand as a whole."""
        shown = [document(item) for item in items[self.offset : self.offset + self.limit]]
        return {**self.frame(request, len(items)), "items": shown}

    def open_page(self, request: Request, found: Sequence[object]) -> dict[str, object]:
        """A page of a list whose length is not known; ``found`` holds one more where it goes on."""
        goes_on = len(found) > self.limit
        frame = self.frame(request, self.offset + self.limit + 1 if goes_on else 0)
        return {**{k: v for k, v in frame.items() if k != "total"}, "items": list(found[: self.limit])}

    def frame(self, request: Request, total: int) -> dict[str, object]:
        """The page's numbers, and the address of the next one."""
        after = self.offset + self.limit
        kept = [(name, value) for name, value in request.query_params.multi_items() if name != "offset"]
        following = f"{request.url.path}?{urlencode([*kept, ('offset', after)])}" if after < total else None
        return {"total": total, "limit": self.limit, "offset": self.offset, "next": following}


Page = Annotated[Paging, Depends()]
