"""The names of countries outside the Union: a table, so that babel need not keep 24 locales in memory."""

import csv
import io
import tomllib

from babel import Locale

from assistant.understanding.state_forms import COUNTRY_NAMES, languages

COUNTRIES = COUNTRY_NAMES.with_name("countries.toml")


def names_of_babel() -> str:
    """The table as babel would fill it; run as a program, this module writes it anew."""
    codes = tomllib.loads(COUNTRIES.read_text("utf-8"))["codes"]
    territories = {language: Locale(language).territories for language in languages()}
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(["code", *territories])
    writer.writerows([code, *(names.get(code, "") for names in territories.values())] for code in codes)
    return table.getvalue()


def test_the_table_says_of_every_country_what_babel_calls_it_in_every_language() -> None:
    assert COUNTRY_NAMES.read_text("utf-8") == names_of_babel()


def test_every_language_has_a_name_for_every_country() -> None:
    rows = list(csv.DictReader(io.StringIO(COUNTRY_NAMES.read_text("utf-8"))))
    assert [row["code"] for row in rows for language in languages() if not row[language]] == []


if __name__ == "__main__":
    COUNTRY_NAMES.write_text(names_of_babel(), "utf-8")
