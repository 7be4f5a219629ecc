"""WordprocessingML by its local names: children and attributes, whichever of Word's namespaces.

Source: ECMA-376 Part 1; strict and transitional documents differ only in the namespace.
"""

from lxml import etree


def tag_of(element: etree._Element) -> str:
    """The local name of an element; empty for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children_of(element: etree._Element | None, tag: str) -> list[etree._Element]:
    """The children of that name, in order."""
    return [] if element is None else [inner for inner in element if tag_of(inner) == tag]


def child_of(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child of that name, and the first of that name in it, and so on."""
    for tag in path:
        element = next(iter(children_of(element, tag)), None)
    return element


def attribute(element: etree._Element | None, name: str) -> str:
    """The attribute of that local name; empty where there is none."""
    if element is None:
        return ""
    return next(
        (str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), ""
    )


def number_at(element: etree._Element | None, *, otherwise: int) -> int:
    """The ``val`` of an element as a number of up to four figures."""
    written = attribute(element, "val")
    return int(written) if written.isdecimal() and len(written) < 5 else otherwise


def is_on(element: etree._Element | None) -> bool:
    """Whether a toggle such as ``vanish`` is present and not switched off."""
    return element is not None and attribute(element, "val") not in {"0", "false", "off"}
