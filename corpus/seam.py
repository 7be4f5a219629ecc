"""Lines that belong apart and stand in one: a subject with the body after it, a whole notice in one line.

Knows by which words a part begins where no line break says so. What it cannot tell apart stays
together.
"""

import re
from collections.abc import Iterator

from corpus.lexicon import Lexicon
from corpus.member_state import find_states
from corpus.mention import is_list_glue
from corpus.moment import dates_in
from corpus.reading import ReadingView
from corpus.references import documents_in
from corpus.sentence import sentences_in
from corpus.text import Span

_CAPITAL_NEXT = re.compile(r"\s+[\"'(]*(?=[A-ZÀ-ÞΑ-ΩА-Я\u0100-\u017f])")
_AFTER_TAIL = re.compile(
    r"(?:\s[^.;:\n]{0,40}?\d/\d\d)?\s+(?P<body>(?:\(?1[.)]\s+)?[\"'(]*[A-ZÀ-ÞΑ-ΩА-Я\u0100-\u017f])"
)
_STOP = re.compile(r"[.!?](?=\s|$)")
_BETWEEN_PARTS = re.compile(r"[.!?:]\s[^a-zß-ÿ]*$")
_DASH = re.compile(r"\s[-–—]\s|^[-–—]")
_SHORTEST_BODY = 30
_LONGEST_HEADER = 1500
_LONGEST_SUBJECT = 6000
_AUTHORS_REACH = 160
_NEAR = 30
_DATE_REACH = 40
_LONGEST_SENTENCE = 3000
_HEADER_REACH = 200
_FEWEST_SIGNS = 500


def parts_of(view: ReadingView, line: Span, lexicon: Lexicon) -> Iterator[Span]:
    """The parts of a line of the view, in order; the whole line where nothing shows a seam."""
    cuts = sorted({*_subject_label(view, line, lexicon), *_body(view, line, lexicon)})
    cuts += [*_statements(view, line, lexicon), *_further_notices(view, line, lexicon)]
    starts = [line.start, *(cut for cut in sorted(set(cuts)) if line.start < cut < line.end)]
    for start, end in zip(starts, [*starts[1:], line.end], strict=True):
        yield Span(start, end)


def _subject_label(view: ReadingView, line: Span, lexicon: Lexicon) -> Iterator[int]:
    """The label "Subject:" after a header that stands in the same line."""
    reach = min(line.end, line.start + _LONGEST_HEADER)
    for label in lexicon.heading.subject.finditer(view.folded, line.start, reach):
        is_label = re.match(r"\s*:", view.text[label.end() : label.end() + 3]) is not None
        if label.start() > line.start and is_label and documents_in(view.folded[line.start : label.start()]):
            yield label.start()
            return


def _further_notices(view: ReadingView, line: Span, lexicon: Lexicon) -> Iterator[int]:
    """The subjects of further notices in a long line: behind the number of another document."""
    for label in lexicon.heading.subject.finditer(view.folded, line.start + _FEWEST_SIGNS, line.end):
        is_label = (
            view.text[label.start()].isupper() and view.text[label.end() : label.end() + 2].lstrip()[:1]
        )
        if is_label == ":" and documents_in(view.folded[label.start() - _HEADER_REACH : label.start()]):
            yield label.start()


def _body(view: ReadingView, line: Span, lexicon: Lexicon) -> Iterator[int]:
    """Where the body begins after a subject: behind "– End of the written procedure", or at a line end."""
    start = next(_subject_label(view, line, lexicon), line.start)
    if not _is_subject(view, start, lexicon):
        return
    words = lexicon.procedure
    reach = min(line.end, start + _LONGEST_SUBJECT)
    tails = [*words.written.finditer(view.folded, start, reach)]
    behind = (words.end.match(view.folded, tail.end() + 1, reach) for tail in tails)
    tails += [t for t in behind if t]
    tails += [t for t in words.end.finditer(view.folded, start, reach) if _is_after_dash(view, t.start())]
    for tail in sorted(tails, key=lambda tail: tail.end()):
        following = _AFTER_TAIL.match(view.text, tail.end(), line.end)
        is_long = line.end - tail.end() > _SHORTEST_BODY
        if following and is_long and _is_tail(view, start, tail.end(), lexicon):
            yield following.start("body")
            return
    for place in range(start, min(reach, line.end - _SHORTEST_BODY)):
        is_line_end = view.starts[place] == view.ends[place] and view.text[place] == " "
        if is_line_end and _begins(view, place + 1, lexicon) and _reports(view, place + 1, line.end, lexicon):
            yield place + 1
            return


def _begins(view: ReadingView, place: int, lexicon: Lexicon) -> bool:
    """Whether a sentence can begin here: with a capital, or with a date that has its year first."""
    if not view.text[place].isdigit():
        return view.text[place].isupper()
    days = dates_in(view.folded[place : place + _DATE_REACH], lexicon)
    return bool(days) and days[0].start == 0


def _is_subject(view: ReadingView, start: int, lexicon: Lexicon) -> bool:
    label = lexicon.heading.subject.match(view.folded, start)
    is_label = label is not None and view.text[label.end() :][:2].lstrip()[:1] == ":"
    return is_label or view.text[start] in "–—-"


def _is_after_dash(view: ReadingView, place: int) -> bool:
    return re.search(r"[-–—]\s*$", view.text[max(0, place - 3) : place]) is not None


def _is_tail(view: ReadingView, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether words say what became of a procedure: after the last dash, with "end of" or "result of"."""
    dashes = [dash.end() for dash in _DASH.finditer(view.text, start, end)]
    words = lexicon.procedure
    tail = view.folded[dashes[-1] if dashes else start : end]
    said = (words.end, words.closed, words.extended, words.withdrawn, words.no_result)
    return any(pattern.search(tail) for pattern in said)


def _reports(view: ReadingView, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a sentence tells how the procedure ran or how delegations voted."""
    reach = min(end, start + _LONGEST_SENTENCE)
    if _STOP.search(view.text, start, reach) is None:
        return False
    first = sentences_in(view.text[start:reach], view.folded[start:reach], lexicon)[0]
    sentence = view.folded[start : start + first[1]]
    words, vote = lexicon.procedure, lexicon.vote
    runs = (words.opened, words.closed, words.extended)
    if words.written.search(sentence) and any(pattern.search(sentence) for pattern in runs):
        return True
    voters = vote.all.search(sentence) or vote.delegation.search(sentence)
    stances = lexicon.stances.values()
    return bool(voters) and any(s.verb.search(sentence) or s.noun.search(sentence) for s in stances)


def _statements(view: ReadingView, line: Span, lexicon: Lexicon) -> Iterator[int]:
    """Headings of statements in a long line: "… annexed. Statement by Poland Poland cannot accept …"."""
    if len(line) < _FEWEST_SIGNS:
        return
    for word in lexicon.heading.statement.finditer(view.folded, line.start, line.end):
        before = view.text[max(line.start, word.start() - _AUTHORS_REACH) : word.start()]
        is_first = _BETWEEN_PARTS.search(before)
        end = _end_of_authors(view, word.end(), line.end, lexicon)
        if is_first and view.text[word.start()].isupper() and end is not None:
            yield from (word.start(), end)


def _end_of_authors(view: ReadingView, start: int, limit: int, lexicon: Lexicon) -> int | None:
    """Where the first sentence begins after the authors of a statement."""
    text = view.text[start : min(limit, start + _AUTHORS_REACH)]
    folded = view.folded[start : start + len(text)]
    commission = lexicon.speaker.commission.search(folded)
    end = commission.end() if commission and commission.start() < _NEAR else 0
    for mention in find_states(text, lexicon.language):
        gap = folded[end : mention.span.start]
        is_next = is_list_glue(gap, lexicon) if end else len(gap) < _NEAR
        if not is_next or (end and gap.strip() == ""):
            break
        end = mention.span.end
    following = _CAPITAL_NEXT.match(text, end) if end else None
    return start + following.end() if following else None
