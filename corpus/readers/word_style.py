"""What a paragraph gets from its style: the list it belongs to, and whether it shows.

Source: ECMA-376 Part 1, 17.7 (styles); a style inherits from the one it is based on.
"""

from dataclasses import dataclass

from lxml import etree

from corpus.readers.word_xml import attribute, child_of, children_of, is_on, number_at


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

    def is_hidden(self, run_properties: etree._Element | None) -> bool:
        """Whether a run does not show, by its own word or by its style's."""
        own = child_of(run_properties, "vanish")
        if own is not None:
            return is_on(own)
        styles = self._with_ancestors(attribute(child_of(run_properties, "rStyle"), "val"))
        return any(is_on(child_of(style, "rPr", "vanish")) for style in styles)

    def _with_ancestors(self, style_id: str) -> list[etree._Element]:
        found: dict[str, etree._Element] = {}
        while style_id in self.style_by_id and style_id not in found:
            found[style_id] = self.style_by_id[style_id]
            style_id = attribute(child_of(found[style_id], "basedOn"), "val")
        return list(found.values())


def styles_of(styles: etree._Element | None) -> WordStyles:
    """The styles that ``word/styles.xml`` defines."""
    return WordStyles({attribute(style, "styleId"): style for style in children_of(styles, "style")})
