"""What a paragraph gets from its style: the list it belongs to, and whether it shows.

Source: ECMA-376 Part 1, 17.7 (styles); a style inherits from the one it is based on.
"""

from dataclasses import dataclass

from lxml import etree

from corpus.readers.word_xml import attribute, child_of, children_of, is_on, number_at

_SMALLEST_HALF_POINTS = 2


@dataclass(frozen=True, slots=True)
class ListPlace:
    """A paragraph's list and how deep in it the paragraph stands."""

    list_id: str
    depth: int


@dataclass(frozen=True, slots=True)
class WordStyles:
    """The styles of a document by their ids."""

    style_by_id: dict[str, etree._Element]

    def list_place(self, properties: etree._Element | None) -> ListPlace | None:
        """Where the paragraph stands in a list: by its own word, else by its style's."""
        own = child_of(properties, "numPr")
        styles = self._with_ancestors(attribute(child_of(properties, "pStyle"), "val"))
        inherited = [child_of(style, "pPr", "numPr") for style in styles]
        written = [place for place in (own, *inherited) if place is not None]
        list_id = next((i for place in written if (i := attribute(child_of(place, "numId"), "val"))), "")
        if not list_id or list_id == "0":
            return None
        depths = (child_of(place, "ilvl") for place in written)
        return ListPlace(list_id, next((number_at(d, otherwise=0) for d in depths if d is not None), 0))

    def is_hidden(self, run_properties: etree._Element | None, *, paragraph: str = "") -> bool:
        """Whether a run does not show, by its own word or by a style's; ``paragraph`` is its paragraph's."""
        return is_on(self._said(run_properties, "vanish", paragraph))

    def is_unseen(self, run_properties: etree._Element | None, *, paragraph: str, ground: str) -> bool:
        """Whether a run is too small to see, or white on a white ground ("" where nothing shades it)."""
        size = attribute(self._said(run_properties, "sz", paragraph), "val")
        if size.isdecimal() and int(size) <= _SMALLEST_HALF_POINTS:
            return True
        colour = attribute(self._said(run_properties, "color", paragraph), "val").upper()
        shade = attribute(child_of(run_properties, "shd"), "fill") or ground
        is_marked = child_of(run_properties, "highlight") is not None
        return _is_white(colour) and not is_marked and (not shade or _is_white(shade.upper()))

    def _said(self, run_properties: etree._Element | None, tag: str, paragraph: str) -> etree._Element | None:
        """What a run says of itself, or its style, its paragraph's style, or what these are based on."""
        own = child_of(run_properties, tag)
        if own is not None:
            return own
        of_run = self._with_ancestors(attribute(child_of(run_properties, "rStyle"), "val"))
        styles = [*of_run, *self._with_ancestors(paragraph)]
        inherited = (child_of(style, "rPr", tag) for style in styles)
        return next((each for each in inherited if each is not None), None)

    def _with_ancestors(self, style_id: str) -> list[etree._Element]:
        found: dict[str, etree._Element] = {}
        while style_id in self.style_by_id and style_id not in found:
            found[style_id] = self.style_by_id[style_id]
            style_id = attribute(child_of(found[style_id], "basedOn"), "val")
        return list(found.values())


def _is_white(colour: str) -> bool:
    return len(colour) == 6 and all(colour[n] == "F" for n in (0, 2, 4))


def styles_of(styles: etree._Element | None) -> WordStyles:
    """The styles that ``word/styles.xml`` defines."""
    return WordStyles({attribute(style, "styleId"): style for style in children_of(styles, "style")})
