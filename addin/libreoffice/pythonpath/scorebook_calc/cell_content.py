"""What one cell holds, taken and put back exactly: empty, a number, a text, or something scorebook leaves alone."""
import math

from com.sun.star.table.CellContentType import EMPTY, TEXT, VALUE

EMPTY_CELL = ("empty", None)
CLEAR = 1 | 2 | 4 | 16  # CellFlags VALUE, DATETIME, STRING, FORMULA: neither comments nor formats


def content_of(cell):
    kind = cell.getType()
    if kind == VALUE:
        return ("number", cell.getValue())
    if kind == TEXT:
        return ("text", cell.getString())
    if kind == EMPTY:
        return EMPTY_CELL
    return ("formula", cell.getFormula())


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
