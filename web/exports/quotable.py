"""An answer to be quoted elsewhere: with its citations, their stable keys, and its own reference."""

import json
import re
from hashlib import sha256

from markupsafe import escape

from assistant.answer import Answer

_AUTHOR = "Rollcall"
_BIBTEX_SPECIAL = re.compile(r"([&%$#_{}~^\\])")
_ID_LENGTH = 12


def plain(answer: Answer, origin: str) -> str:
    """The answer as plain text, citations as footnotes with their keys."""
    notes = [f"[{c.n}] {c.key}: “{_line(c.quote)}” {origin}{c.url}" for c in answer.citations]
    return "\n".join([answer.question, "", answer.text, "", *notes, "", reference(answer, origin), ""])


def markdown(answer: Answer, origin: str) -> str:
    """The answer in Markdown, footnotes labelled by keys that do not collide when two are pasted together."""
    key_by_n = {c.n: _label(c.record, c.start, c.end) for c in answer.citations}
    sentences = [
        f"{_plain_markdown(claim.text)}{''.join(f'[^{key_by_n[n]}]' for n in claim.citations)}"
        for claim in answer.claims
    ] or [_plain_markdown(line) for line in answer.text.split("\n")]
    notes = [
        f"[^{key_by_n[c.n]}]: [{_plain_markdown(c.key)}]({origin}{c.url}): “{_plain_markdown(c.quote)}”"
        for c in answer.citations
    ]
    heading = f"**{_plain_markdown(answer.question)}**"
    source = _plain_markdown(reference(answer, origin))
    return "\n\n".join([heading, *sentences, *notes, source]) + "\n"


def html(answer: Answer, origin: str) -> str:
    """The answer as an HTML fragment: paragraphs and a list of sources."""
    link_by_n = {c.n: f'<a href="{escape(origin + c.url)}">[{c.n}]</a>' for c in answer.citations}
    sentences = [
        f"<p>{escape(claim.text)} {''.join(link_by_n[n] for n in claim.citations)}</p>"
        for claim in answer.claims
    ] or [f"<p>{escape(line)}</p>" for line in answer.text.split("\n")]
    notes = [
        f'<li value="{c.n}"><a href="{escape(origin + c.url)}">{escape(c.key)}</a>: '
        f'<q lang="{escape(c.language)}">{escape(_line(c.quote))}</q></li>'
        for c in answer.citations
    ]
    head = f"<p><strong>{escape(answer.question)}</strong></p>"
    return "\n".join(
        [head, *sentences, "<ol>", *notes, "</ol>", f"<p>{escape(reference(answer, origin))}</p>", ""]
    )


def reference(answer: Answer, origin: str) -> str:
    """How to cite the answer itself."""
    return f"{_AUTHOR}, “{_line(answer.question)}”, snapshot {_snapshot(answer)}, {origin}{answer.permalink}"


def bibtex(answer: Answer, origin: str) -> str:
    """The reference as a BibTeX entry."""
    fields = {
        "author": f"{{{_AUTHOR}}}",
        "title": f"{{{_for_bibtex(_line(answer.question))}}}",
        "note": f"{{Answer from snapshot {_snapshot(answer)}}}",
        "url": f"{{{origin}{answer.permalink}}}",
        "language": f"{{{answer.language}}}",
    }
    lines = [f"  {name} = {value}," for name, value in fields.items()]
    return "\n".join([f"@misc{{rollcall-{_key(answer)},", *lines, "}", ""])


def csl_json(answer: Answer, origin: str) -> str:
    """The reference as CSL-JSON."""
    item = {
        "id": f"rollcall-{_key(answer)}",
        "type": "webpage",
        "title": answer.question,
        "author": [{"literal": _AUTHOR}],
        "version": _snapshot(answer),
        "URL": origin + answer.permalink,
        "language": answer.language,
    }
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


def linked_data(answer: Answer) -> dict[str, object]:
    """The question and its answer as schema.org's QAPage."""
    return {
        "@context": "https://schema.org",
        "@type": "QAPage",
        "inLanguage": answer.language,
        "mainEntity": {
            "@type": "Question",
            "name": answer.question,
            "text": answer.question,
            "answerCount": 1,
            "acceptedAnswer": {"@type": "Answer", "text": answer.text, "url": answer.permalink},
        },
        "isBasedOn": [{"@type": "Quotation", "text": c.quote, "url": c.url} for c in answer.citations],
    }


def _snapshot(answer: Answer) -> str:
    return answer.snapshot.removeprefix("sha256:")[:_ID_LENGTH]


def _key(answer: Answer) -> str:
    return sha256(answer.permalink.encode("utf-8", "replace")).hexdigest()[:_ID_LENGTH]


def _label(record: str, start: int, end: int) -> str:
    return f"{record}-{start}-{end}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _for_bibtex(text: str) -> str:
    return _BIBTEX_SPECIAL.sub(r"\\\1", text.replace("\\", "/"))


def _plain_markdown(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", _line(text))
