"""The list numbers Word prints but does not write: counted from the numbering definitions.

Source: ECMA-376 Part 1, 17.9 (numbering): an abstract list has levels; a list restarts a level
when a higher one moves on, and may override where a level starts.
"""

from dataclasses import dataclass, field

from lxml import etree

from corpus.readers.label import BULLET, Numbering, ordinal
from corpus.readers.word_xml import attribute, child_of, children_of, number_at

_NOT_PRINTED = "none"


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    numbering: str
    pattern: str


@dataclass(frozen=True, slots=True)
class _Definition:
    """A list as paragraphs name it: whose levels it has, and which it starts anew."""

    abstract: str
    levels: dict[int, _Level]
    restarts: frozenset[int]


@dataclass(slots=True)
class WordLists:
    """The lists of a document and how far each has been counted."""

    definitions: dict[str, _Definition]
    counted: dict[str, dict[int, int]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def label(self, list_id: str, depth: int) -> str:
        """The list's next label at that depth, with the space behind it; empty where none is printed."""
        definition = self.definitions.get(list_id)
        if definition is None or depth not in definition.levels:
            return ""
        counts = self.counted.setdefault(definition.abstract, {})
        if list_id not in self.seen:
            self.seen.add(list_id)
            for restarted in definition.restarts:
                counts.pop(restarted, None)
        counts[depth] = counts.get(depth, definition.levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return _printed(definition.levels, counts, depth)


def lists_of(numbering: etree._Element | None) -> WordLists:
    """The lists that ``word/numbering.xml`` defines."""
    if numbering is None:
        return WordLists({})
    abstracts = children_of(numbering, "abstractNum")
    levels_by_abstract = {attribute(a, "abstractNumId"): _levels_of(a) for a in abstracts}
    definitions = {}
    for instance in children_of(numbering, "num"):
        abstract = attribute(child_of(instance, "abstractNumId"), "val")
        overrides = children_of(instance, "lvlOverride")
        levels = dict(levels_by_abstract.get(abstract, {}))
        levels |= {_depth(o): _overridden(levels, o) for o in overrides if _depth(o) in levels}
        restarts = frozenset(_depth(o) for o in overrides if child_of(o, "startOverride") is not None)
        definitions[attribute(instance, "numId")] = _Definition(abstract, levels, restarts)
    return WordLists(definitions)


def _levels_of(abstract: etree._Element) -> dict[int, _Level]:
    return {_depth(level): _level_of(level) for level in children_of(abstract, "lvl")}


def _level_of(level: etree._Element) -> _Level:
    numbering = attribute(child_of(level, "numFmt"), "val") or Numbering.DECIMAL
    start = number_at(child_of(level, "start"), otherwise=0 if numbering == "none" else 1)
    return _Level(start, numbering, attribute(child_of(level, "lvlText"), "val"))


def _overridden(levels: dict[int, _Level], override: etree._Element) -> _Level:
    replaced = child_of(override, "lvl")
    level = _level_of(replaced) if replaced is not None else levels[_depth(override)]
    start = number_at(child_of(override, "startOverride"), otherwise=level.start)
    return _Level(start, level.numbering, level.pattern)


def _depth(level: etree._Element) -> int:
    written = attribute(level, "ilvl")
    return int(written) if written.isdecimal() and len(written) == 1 else 0


def _printed(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    if levels[depth].numbering == "bullet":
        return f"{BULLET} "
    label = levels[depth].pattern
    for above in range(depth + 1):
        if above in levels and f"%{above + 1}" in label:
            number = counts.get(above, levels[above].start)
            label = label.replace(f"%{above + 1}", _ordinal(number, levels[above].numbering))
    return f"{label} " if label.strip() else ""


def _ordinal(number: int, numbering: str) -> str:
    if numbering == _NOT_PRINTED:
        return ""
    known = numbering in set(Numbering)
    return ordinal(number, Numbering(numbering) if known else Numbering.DECIMAL)
