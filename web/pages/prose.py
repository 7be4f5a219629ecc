"""The pages that tell of the product: what it is, how good it is, who can use it, what went wrong."""

from pathlib import Path

from fastapi import APIRouter, Response

from assistant.answer import EvidenceKind
from web.pages.markdown import Line, read_markdown
from web.pages.visit import FreshVisiting
from web.problem import TYPE_BY_STATUS

router = APIRouter(include_in_schema=False)
_QUALITY = Path(__file__).parents[2] / "docs" / "quality.md"


@router.get("/about")
async def about(visit: FreshVisiting) -> Response:
    """What the product is and is not, its method, its licence, what it keeps."""
    return visit.page("about.html", kinds=tuple(EvidenceKind))


@router.get("/about/problems")
async def problems(visit: FreshVisiting) -> Response:
    """The kinds of problem that requests can meet."""
    return visit.page("problems.html", kinds=TYPE_BY_STATUS)


@router.get("/accessibility")
async def accessibility(visit: FreshVisiting) -> Response:
    """Who can use the pages, how that is tested, and what is known not to work."""
    return visit.page("accessibility.html")


@router.get("/quality")
async def quality(visit: FreshVisiting) -> Response:
    """The last measured scores, as written down with the code."""
    return visit.page("quality.html", lines=quality_lines())


def quality_lines() -> tuple[Line, ...]:
    """The report on quality; empty where none was written down."""
    return read_markdown(_QUALITY.read_text("utf-8")) if _QUALITY.is_file() else ()
