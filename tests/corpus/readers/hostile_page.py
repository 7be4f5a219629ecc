"""HTML and text that are made to hurt: each by what it does."""

from collections.abc import Callable


def elements_nested_deeply() -> bytes:
    return b"<html>" + b"<div>" * 30_000 + b"x"


def tables_nested_deeply() -> bytes:
    return b"<html>" + b"<table><tr><td>" * 3_000 + b"x"


def lists_nested_deeply() -> bytes:
    return b"<html>" + b"<ol><li>" * 8_000 + b"x"


def hidden_elements_nested_deeply() -> bytes:
    return b"<html>" + b"<div hidden>" * 8_000


def formatting_that_crosses() -> bytes:
    return b"<html>" + b"<b><i><u><p>" * 20_000 + b"x"


def one_enormous_line() -> bytes:
    return b"<html><p>" + b"word " * 1_500_000


def a_word_without_end() -> bytes:
    return b"<html><p>" + b"a" * 6_000_000


def odd_entities() -> bytes:
    return b"<html>" + b"&amp;" * 500_000 + b"&#x110000;&#0;&#xD800;&#99999999999999;&bogus;"


def a_tag_with_a_million_attributes() -> bytes:
    return b"<html><p " + b"a=b " * 1_000_000 + b">x"


def many_style_rules() -> bytes:
    return b"<html><style>" + b".a .b .c .d{display:none}" * 2_000 + b"</style>" + b"<p class=a>x" * 2_000


def selectors_nested_deeply() -> bytes:
    return b"<html><style>" + b":not(" * 20_000 + b"{display:none}</style><p>x"


def a_comment_without_end() -> bytes:
    return b"<html><!--" + b"x" * 1_000_000


def comments_without_end() -> bytes:
    return b"<!-- x -->" * 200_000 + b"<html>x"


HOSTILE: tuple[Callable[[], bytes], ...] = (
    elements_nested_deeply, tables_nested_deeply, lists_nested_deeply, hidden_elements_nested_deeply,
    formatting_that_crosses, one_enormous_line, a_word_without_end, odd_entities,
    a_tag_with_a_million_attributes, many_style_rules, selectors_nested_deeply, a_comment_without_end,
    comments_without_end,
)  # fmt: skip
