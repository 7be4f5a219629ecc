"""What axe-core finds on a page as it stands, wide in light and narrow in dark, or in all four."""

import json
from collections.abc import Iterable, Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

LOOKS = ((1440, "light"), (320, "dark"))
ALL_LOOKS = (*LOOKS, (1440, "dark"), (320, "light"))
OPTIONS = json.dumps(
    {
        "resultTypes": ["violations"],
        "rules": {"target-size": {"enabled": True}},  # WCAG 2.2, which axe leaves out unless asked
    }
)


def findings(page: Page, looks: Iterable[tuple[int, str]] = LOOKS) -> list[str]:
    """Every violation at these widths and in these schemes, with the element and what is wrong with it."""
    page.evaluate(Axe().axe_script)
    return [found for width, scheme in looks for found in _found(page, width, scheme)]


def _found(page: Page, width: int, scheme: str) -> Iterator[str]:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    for violation in page.evaluate(f"axe.run({OPTIONS})")["violations"]:
        for node in violation["nodes"][:3]:
            yield f"{width} {scheme} {violation['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
