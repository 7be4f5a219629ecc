"""Templates: every value escaped, every word in the page's language, every number by its conventions."""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from urllib.parse import urlencode

from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from fastapi import Response
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context, select_autoescape
from jinja2.filters import make_attrgetter
from jinja2.runtime import Context
from markupsafe import Markup

from assistant.understanding.subject import policy
from corpus.member_state import name_of
from web.pages import outward, vocabulary
from web.pages.alphabet import alphabetical
from web.pages.comparison import topic_name
from web.pages.speech import DEFAULT, LANGUAGE_NAMES, translations

_LOCALES = {"en": "en_GB", "pt": "pt_PT"}
_WORD = re.compile(r"(\w+)")
_SPEAKERS = ("Council", "Commission")


@cache
def environment(language: str = DEFAULT) -> Environment:
    """The templates in one language."""
    made = Environment(
        loader=PackageLoader("web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    words = translations(language)
    made.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    made.globals.update(
        language=language,
        language_names=LANGUAGE_NAMES,
        term=term,
        link=link,
        source_link=source_link,
        highlighted=highlighted,
    )
    made.filters.update(
        state=state,
        by_state_name=by_state_name,
        speakers=speakers,
        day=day,
        moment=moment,
        number=number,
        jsonld=jsonld,
        topic=topic,
        matter=matter,
        bound=bound,
        language_name=language_name,
        eli=outward.eli_of,
        register=outward.register_address_of,
    )
    return made


def rendered(
    template: str,
    values: Mapping[str, object],
    *,
    language: str = DEFAULT,
    media_type: str = "text/html",
) -> Response:
    """A page from its template."""
    text = environment(language).get_template(template).render(values)
    return Response(text.encode("utf-8", "replace"), media_type=media_type)


@pass_context
def link(context: Context, path: str, fragment: str = "", **fields: object) -> str:
    """An address of ours, in the language that was chosen for this page."""
    chosen = {"lang": context["language"]} if context.get("lang_chosen") else {}
    query = urlencode(
        {k: v for k, v in {**fields, **chosen}.items() if v not in (None, "")}, errors="replace"
    )
    return path + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")


@pass_context
def source_link(context: Context, record: str, start: int, end: int) -> str:
    """The address of a record's page with these characters marked."""
    return link(context, f"/records/{record}", f"c{start}-{end}", c=f"{start}-{end}")


@pass_context
def topic(context: Context, key: str) -> str:
    """What a topic of statements is called."""
    return topic_name(key, str(context["language"]))


@pass_context
def term(context: Context, kind: str, key: object) -> str:
    """The word of the vocabulary for a key of that kind; the key itself where there is none."""
    word = vocabulary.TERMS.get(f"{kind}.{key}")
    return translations(str(context["language"])).gettext(word) if word else str(key)


@pass_context
def matter(context: Context, key: str) -> str:
    """What a policy is called, or the country that a vote is on."""
    if f"matter.{key}" in vocabulary.TERMS:
        return term(context, "matter", key)
    if key in policy.names():
        return policy.called(key, str(context["language"]))
    return str(Locale.parse(_locale(context)).territories.get(key, key))


@pass_context
def bound(context: Context, text: str) -> str:
    """What a number of votes is held against: ``more:3``, or ``more:`` for the other position's."""
    relation, _, number_text = text.partition(":")
    if not number_text:
        return term(context, "against_other", relation)
    return term(context, "relation", relation) % {"n": number_text}


@pass_context
def state(context: Context, iso2: str) -> str:
    """The name of a state."""
    try:
        return name_of(iso2, str(context["language"]))
    except KeyError:
        return iso2


@pass_context
def by_state_name(context: Context, items: Iterable[object], attribute: str = "") -> list[object]:
    """Codes of states, or things that bear one, in the order of the states' names."""
    code_of = make_attrgetter(context.environment, attribute or None)
    language = str(context["language"])
    return sorted(items, key=lambda item: alphabetical(state(context, str(code_of(item))), language))


@pass_context
def speakers(context: Context, names: object) -> str:
    """Who speaks: states by their names, institutions by theirs."""
    given = names.split("+") if isinstance(names, str) else [str(name) for name in _listed(names)]
    return ", ".join(term(context, "speaker", n) if n in _SPEAKERS else state(context, n) for n in given)


@pass_context
def language_name(context: Context, code: str) -> str:
    """The name of a language."""
    known = Locale.parse(_locale(context)).languages
    return str(known.get(code, code))


@pass_context
def day(context: Context, value: date | str | None) -> str:
    """A date, written out."""
    if value is None:
        return ""
    when = date.fromisoformat(value[:10]) if isinstance(value, str) else value
    return str(format_date(when, "long", locale=_locale(context)))


@pass_context
def moment(context: Context, value: datetime | date | str) -> str:
    """A date, and the hour where one is given."""
    when = datetime.fromisoformat(value) if isinstance(value, str) and "T" in value else value
    written = day(context, when)
    if isinstance(when, datetime):
        return f"{written}, {format_time(when.time(), 'short', locale=_locale(context))}"
    return written


@pass_context
def number(context: Context, value: Decimal | int | float | str | None) -> str:
    """A number by the conventions of the language, with the decimals it is given with."""
    if value is None:
        return ""
    exact = Decimal(str(value))
    decimals = max(0, -int(exact.as_tuple().exponent))
    return str(
        format_decimal(exact, "#,##0" + "." * bool(decimals) + "0" * decimals, locale=_locale(context))
    )


def highlighted(text: str, words: Collection[str]) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it is a word that was searched for."""
    return [(piece, piece.lower() in words) for piece in _WORD.split(text) if piece]


def jsonld(document: Mapping[str, object]) -> Markup:
    """A document as JSON that can stand in a page: no character that ends its element."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # nosec B704  # nothing markup-like is left in it


def _locale(context: Context) -> str:
    language = str(context["language"])
    return _LOCALES.get(language, language)


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []
