"""Notices damaged and generated at length: what the suite samples, for `tests.stress.run`.

Every damaged file must end in a record or in a refusal of one line, within 30 s; every generated
notice must say what was written.
"""

import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from corpus.contract import contract_of
from corpus.errors import Refusal
from corpus.parse import parse_record
from corpus.readers.reader import read_source
from tests.corpus.readers.making import ROOT
from tests.corpus.readers.test_mutations import MAKERS, MUTATIONS
from tests.notices.wide_writer import WIDE_LANGUAGES, write_wide
from tests.notices.writer import LANGUAGES, random_facts, write

FILES_A_FORMAT = 1000
NOTICES = 10_000
SLOWEST_SECONDS = 30.0
RECORD = ROOT / "corpus" / "records" / "cm-5563-1-25-rev-1.nl.txt"


def damaged(_: Path) -> Counter[str]:
    """A thousand files of every format, damaged one by one, read and parsed."""
    counts, text = Counter[str](), RECORD.read_text("utf-8")
    for suffix, maker in MAKERS.items():
        whole = maker(text)
        for seed in range(FILES_A_FORMAT):
            random, data = Random(f"{suffix} {seed}"), bytearray(whole)
            for _ in range(random.choice((1, 1, 1, 4))):
                random.choice(MUTATIONS)(data, random)
            counts[f"{suffix}: {_end_of(bytes(data), f'damaged.{suffix}')}"] += 1
    return counts


def _end_of(data: bytes, name: str) -> str:
    started = time.monotonic()
    try:
        contract_of(parse_record(read_source(data, name)))
        end = "survived, read"
    except Refusal as refusal:
        end = "survived, refused" if "\n" not in str(refusal) else "REFUSED IN MANY LINES"
    return end if time.monotonic() - started < SLOWEST_SECONDS else "HUNG"


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = contract_of(parse_record(read_source(text.encode(), "generated.txt")))
    return found


def generated(_: Path) -> Counter[str]:
    """Ten thousand generated notices of all languages and forms."""
    counts = Counter[str]()
    each = NOTICES // (len(LANGUAGES) + len(WIDE_LANGUAGES))
    for language in LANGUAGES:
        random = Random(f"long {language}")
        for _ in range(each):
            facts = random_facts(random, language)
            act = _read(write(facts, random))["acts"][0]
            is_same = (act["against"], act["abstained"]) == (list(facts.against), list(facts.abstained))
            counts[
                "survived, as written"
                if is_same and act["adopted"] is facts.adopted
                else f"OTHERWISE {language}"
            ] += 1
    for language in WIDE_LANGUAGES:
        random = Random(f"long wide {language}")
        for _ in range(each):
            text, expected = write_wide(random, language)
            written: Any = expected["acts"]
            acts = [{k: a[k] for k in e} for a, e in zip(_read(text)["acts"], written, strict=False)]
            counts["survived, as written" if acts == written else f"OTHERWISE {language}"] += 1
    return counts
