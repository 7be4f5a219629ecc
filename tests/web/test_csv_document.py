import csv
from decimal import Decimal
from io import StringIO

import pytest

from web.csv_document import csv_text


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("\tx", "'\tx"),
        ("-1.50", "-1.50"),
        (Decimal("-2"), "-2"),
        ('say "no", please\nnow', 'say "no", please\nnow'),
        ("Ελλάδα", "Ελλάδα"),
    ],
)
def test_a_cell_is_what_it_was_and_no_spreadsheet_runs_it(value, cell):
    rows = list(csv.reader(StringIO(csv_text(["column"], [[value]]), newline="")))
    assert rows == [["column"], [cell]]


def test_lines_end_as_the_standard_says():
    assert csv_text(["a", "b"], [[1, 2]]) == "a,b\r\n1,2\r\n"
