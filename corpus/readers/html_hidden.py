"""Which elements of a page do not show: by their own style, the page's style sheet, or their colour.

Knows the declarations that hide, and words in the colour of the ground they stand on. Refuses to lay
a page out: where one element covers another is not known.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden"
    r"|(?:font-size|opacity)\s*:\s*(?:0(?:\.0*)?|[01](?:\.\d+)?px)(?:px|pt|em|rem|%)?\s*(?:;|!|$)"
    r"|font\s*:\s*(?:\w+\s+)*0(?:px|pt|em|rem)?\b|(?<![\w-])color\s*:\s*transparent"
    r"|text-indent\s*:\s*-\d{3,}|(?<![\w-])(?:left|top|margin-left|margin-top)\s*:\s*-\d{3,}"
    r"|transform\s*:\s*scale\(\s*0|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*(?:inset\((?:50|100)%|circle\(0)",
    re.IGNORECASE,
)
_NO_ROOM = re.compile(r"(?<![\w-])(?:max-)?(?:height|width)\s*:\s*0(?:px|pt|em)?\s*(?:[;!]|$)", re.IGNORECASE)
_STRIKING = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_CUT_OFF = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_COLOUR = re.compile(r"(?<![\w-])color\s*:\s*([^;!]+)", re.IGNORECASE)
_GROUND = re.compile(r"background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_PICTURE = re.compile(r"url\(|gradient", re.IGNORECASE)
_NUMBERS = re.compile(r"(\d+(?:\.\d+)?)(%?)")
_RULE = re.compile(r"([^{}@;]+)\{([^{}]*)\}")
_NAMED = {"white": (255, 255, 255), "black": (0, 0, 0), "snow": (255, 250, 250), "ivory": (255, 255, 240)}
_WHITE = _NAMED["white"]
_ALIKE = 24
_DEEPEST = 100
Colour = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hiding:
    """What a page's style sheets declare of its elements."""

    declared: dict[int, str] = field(default_factory=dict)

    def hides(self, node: LexborNode) -> bool:
        """Whether an element, and all in it, does not show."""
        style = self._style(node)
        is_squeezed = _NO_ROOM.search(style) is not None and _CUT_OFF.search(style) is not None
        if "hidden" in node.attributes or _HIDING.search(style) or is_squeezed:
            return True
        return self._is_in_its_grounds_colour(node, style)

    def strikes(self, node: LexborNode) -> bool:
        """Whether an element is struck through."""
        return _STRIKING.search(self._style(node)) is not None

    def _style(self, node: LexborNode) -> str:
        own = node.attributes
        legacy = f"color:{own['color']};" if own.get("color") and node.tag == "font" else ""
        ground = f"background-color:{own['bgcolor']};" if own.get("bgcolor") else ""
        return f"{self.declared.get(node.mem_id, '')};{legacy}{ground}{own.get('style') or ''}"

    def _is_in_its_grounds_colour(self, node: LexborNode, style: str) -> bool:
        said = _COLOUR.findall(style)
        colour = _colour(said[-1]) if said else None
        ground = self._ground(node, style) if colour else None
        if colour is None or ground is None:
            return False
        return all(abs(a - b) <= _ALIKE for a, b in zip(colour, ground, strict=True))

    def _ground(self, node: LexborNode, style: str) -> Colour | None:
        """The colour behind an element: its own, or of what it stands in; None where that is a picture."""
        at: LexborNode | None = node
        for _ in range(_DEEPEST):
            if at is None:
                break
            said = _GROUND.findall(style)
            if said and "transparent" not in said[-1] and "none" not in said[-1]:
                return None if _PICTURE.search(said[-1]) else _colour(said[-1])
            at = at.parent
            style = self._style(at) if at is not None and at.attributes is not None else ""
        return _WHITE


def hiding_of(tree: LexborHTMLParser) -> Hiding:
    """What the style sheets in a page declare."""
    declared: dict[int, str] = {}
    for sheet in tree.css("style"):
        for selector, declarations in _RULE.findall(sheet.text()):
            for place in _selected(tree, selector.strip()):
                declared[place] = f"{declared.get(place, '')};{declarations}"
    return Hiding(declared)


def _selected(tree: LexborHTMLParser, selector: str) -> Iterator[int]:
    try:
        yield from {node.mem_id for node in tree.css(selector)}
    except SelectolaxError:
        return


def _colour(written: str) -> Colour | None:
    """Red, green and blue of a colour; None where it is written otherwise."""
    text = written.strip().lower()
    word = text.split()[0] if text else ""
    if word in _NAMED:
        return _NAMED[word]
    if re.fullmatch(r"#[0-9a-f]{3,8}", word):
        digits = word[1:] if len(word) > 5 else "".join(d * 2 for d in word[1:])
        return tuple(int(digits[n : n + 2], 16) for n in (0, 2, 4))
    numbers = _NUMBERS.findall(text)
    if text.startswith("rgb") and len(numbers) >= 3:
        return tuple(round(float(n) * (2.55 if percent else 1)) for n, percent in numbers[:3])
    return _WHITE if text.startswith("hsl") and re.search(r",?\s*100%\s*\)?$", text) else None
