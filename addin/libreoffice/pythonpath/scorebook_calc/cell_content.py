"""What one cell holds, taken and put back exactly: empty, a number, a text, or something scorebook leaves alone."""
import math

# com.sun.star.sheet.CellFlags
FORMULA = 16
CLEAR = 1 | 2 | 4 | FORMULA  # values, dates, texts: neither comments nor formats

EMPTY_CELL = ("empty", None)


class SheetContents:
    """What cells of one sheet hold, read a column at a time: one call a cell would cost more than everything else."""

    def __init__(self, sheet):
        self._sheet = sheet
        self._columns = {}

    def expect(self, cells):
        """`cells`: (row, column) of all that will be asked for."""
        rows = {}
        for row, column in cells:
            rows.setdefault(column, []).append(row)
        for column, asked in rows.items():
            self._columns[column] = _Column(self._sheet, column, min(asked), max(asked))

    def at(self, row, column):
        return self._columns[column].at(row)


class _Column:
    def __init__(self, sheet, column, first, last):
        cells = sheet.getCellRangeByPosition(column, first, column, last)
        self._first = first
        self._values = cells.getDataArray()
        self._formulas = [(area.StartRow, area.EndRow)
                          for area in cells.queryContentCells(FORMULA).getRangeAddresses()]

    def at(self, row):
        if any(start <= row <= end for start, end in self._formulas):
            return ("formula", None)
        value = self._values[row - self._first][0]
        if isinstance(value, float):
            return ("number", value)
        return ("text", value) if value else EMPTY_CELL


def put_content(cell, content):
    kind, value = content
    if kind == "number":
        cell.setValue(value)
    elif kind == "text":
        cell.setString(value)
    elif kind == "empty":
        cell.clearContents(CLEAR)
    else:
        raise ValueError("a formula is never written")


def content_from_json(value):
    """None for what can't be put into a cell (an error value)."""
    if value is None:
        return EMPTY_CELL
    if isinstance(value, bool):
        return ("number", float(value))
    if isinstance(value, (int, float)):
        return ("number", float(value))
    return ("text", value) if isinstance(value, str) else None


def is_same(content, expected):
    if expected is None or content[0] != expected[0]:
        # The engine's copy has an empty text where Calc has an empty cell.
        return expected is not None and _is_blank(content) and _is_blank(expected)
    if content[0] == "number":
        return math.isclose(content[1], expected[1], rel_tol=1e-12, abs_tol=1e-300)
    if content[0] == "text":
        return _plain(content[1]) == _plain(expected[1])
    return True


def is_rich_text(cell):
    """Part of the text looks different from the rest, or there is a link in it: only Calc's own undo can bring that back."""
    paragraphs = cell.createEnumeration()
    while paragraphs.hasMoreElements():
        portions = paragraphs.nextElement().createEnumeration()
        count = 0
        while portions.hasMoreElements():
            count += 1
            if count > 1 or portions.nextElement().TextPortionType != "Text":
                return True
    return False


def _is_blank(content):
    return content[0] == "empty" or content == ("text", "")


def _plain(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")
