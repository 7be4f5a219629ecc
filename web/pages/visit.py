"""One visit of a page: what it is served from, and in which language."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Request, Response

from assistant.procedures.library import Library
from web.pages.rendering import rendered
from web.pages.speech import LANGUAGE_NAMES, chosen_language
from web.serving import Here, Pinned, note_snapshot


class Visit:
    """A request for a page, over one snapshot, by a reader of one language."""

    def __init__(self, request: Request, assistant: Pinned, here: Here) -> None:
        self.request = request
        self.assistant = assistant
        self.here = here
        self.language = chosen_language(
            request.query_params.get("lang", ""), request.headers.get("Accept-Language", "")
        )

    @property
    def library(self) -> Library:
        """The records of the snapshot."""
        return self.assistant.library

    def note_snapshot(self) -> None:
        """Name what the page is of, so that it is not sent twice; raises NotModified where it would be."""
        staff = "w" if self.here.settings.write_tokens else ""
        note_snapshot(self.request, self.assistant, f"{self.language}{staff}")

    def page(self, template: str, **values: object) -> Response:
        """The page a template makes of these values, with the frame that every page has."""
        response = rendered(template, {**self._frame(), **values}, language=self.language)
        response.headers["Content-Language"] = self.language
        response.headers["Vary"] = "Accept-Language"
        return response

    def _frame(self) -> dict[str, object]:
        return {
            "snapshot": self.assistant.snapshot_id.removeprefix("sha256:"),
            "path": self.request.url.path,
            "switches": [(code, name, self._address_in(code)) for code, name in LANGUAGE_NAMES.items()],
            "lang_chosen": self.request.query_params.get("lang", "") == self.language,
            "origin": str(self.request.base_url).rstrip("/"),
            "staff_may_write": bool(self.here.settings.write_tokens),
        }

    def address(self, path: str, **fields: str) -> str:
        """An address of ours, in the language that was chosen for this page."""
        chosen = {"lang": self.language} if self.request.query_params.get("lang") == self.language else {}
        return f"{path}?{urlencode({**fields, **chosen}, errors='replace')}"

    def _address_in(self, language: str) -> str:
        """This page in another language."""
        kept = [(k, v) for k, v in self.request.query_params.multi_items() if k != "lang"]
        query = urlencode([*kept, ("lang", language)], errors="replace")
        return f"{self.request.url.path}?{query}"


Visiting = Annotated[Visit, Depends()]


async def fresh_visit(visit: Visiting) -> Visit:
    """A visit of a page that tells of the records; raises NotModified where the visitor has it already."""
    visit.note_snapshot()
    return visit


FreshVisiting = Annotated[Visit, Depends(fresh_visit)]
