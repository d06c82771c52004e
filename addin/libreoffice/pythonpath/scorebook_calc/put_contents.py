"""Puts contents into cells without a trace on the undo stack: whole columns at a time where that is safe.

A call a cell is most of what thousands of changes cost. A column's data can be set in one, but that takes comments away and
makes a text's parts look alike. So only cells with nothing but numbers between them are set together.
"""
from scorebook_calc.cell_content import FORMULA, put_content
from scorebook_calc.workbook import sheet_called

# com.sun.star.sheet.CellFlags
ANNOTATION = 8
FEWEST = 8       # cells that are worth reading a column for
WIDEST_GAP = 64  # rows between two cells that are set together


def put_contents(document, moves):
    """`moves`: (name of sheet, row, column, content)."""
    manager = document.getUndoManager()
    columns = {}
    for name, row, column, content in moves:
        columns.setdefault((name, column), {})[row] = content
    for (name, column), contents in columns.items():
        sheet = sheet_called(document, name)
        for rows in _close_together(sorted(contents)):
            if len(rows) < FEWEST:
                _put_one_by_one(manager, sheet, column, contents, rows)
            else:
                _put_together(manager, sheet, column, contents, rows)


def _close_together(rows):
    groups = []
    for row in rows:
        if groups and row - groups[-1][-1] <= WIDEST_GAP:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _put_one_by_one(manager, sheet, column, contents, rows):
    for row in rows:
        cell = sheet.getCellByPosition(column, row)
        _unrecorded(manager, lambda: put_content(cell, contents[row]))


def _put_together(manager, sheet, column, contents, rows):
    """Parts of `rows` with nothing but numbers between them, each in one call."""
    first = rows[0]
    area = sheet.getCellRangeByPosition(column, first, column, rows[-1])
    held = area.getDataArray()
    kept = set()
    for address in area.queryContentCells(FORMULA | ANNOTATION).getRangeAddresses():
        kept.update(range(address.StartRow, address.EndRow + 1))
    part, alone = [], []
    for row in rows:
        if row in kept:
            alone.append(row)
        elif part and all(between not in kept and isinstance(held[between - first][0], float) for between in range(part[-1] + 1, row)):
            part.append(row)
        else:
            _put_part(manager, sheet, column, contents, part, held, first)
            part = [row]
    _put_part(manager, sheet, column, contents, part, held, first)
    _put_one_by_one(manager, sheet, column, contents, alone)


def _put_part(manager, sheet, column, contents, part, held, first):
    if len(part) < FEWEST:
        _put_one_by_one(manager, sheet, column, contents, part)
        return
    area = sheet.getCellRangeByPosition(column, part[0], column, part[-1])
    # An empty text leaves a cell empty; None would be #N/A.
    given = {row: "" if contents[row][1] is None else contents[row][1] for row in part}
    data = tuple((given[row] if row in given else held[row - first][0],) for row in range(part[0], part[-1] + 1))
    _unrecorded(manager, lambda: area.setDataArray(data))


def _unrecorded(manager, put):
    """Calc makes no undo action of its own. While it undoes, that would destroy the very action it is undoing. It unlocks the
    manager itself with each write (7.4), so a lock lasts for one only."""
    manager.lock()
    try:
        put()
    finally:
        manager.unlock()
