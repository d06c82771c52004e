"""Puts changes into the document, or takes them back: one undo step, and on failure the document as it was.

Calc can undo single cells by itself, but needs seconds for thousands of them. So contents are put back by an undo action of
our own; colours, and texts that are more than their letters, by Calc's.
"""
from contextlib import contextmanager

import unohelper
from com.sun.star.beans.PropertyState import DEFAULT_VALUE
from com.sun.star.document import XUndoAction
from com.sun.star.lang import Locale
from com.sun.star.util.NumberFormat import TEXT

from scorebook_calc.cell_content import SheetContents, is_rich_text, is_same, put_content
from scorebook_calc.put_contents import put_contents
from scorebook_calc.workbook import row_and_column, sheet_called

ACCEPTANCES_SHEET = "Scorebook"

class Refusal(Exception):
    """Nothing was changed; the text says why."""


class _Step:
    """One cell on its way from one state to another. It doesn't keep the cell: Calc tells every cell object there is of
    every write, which with thousands of them costs more than the writes."""

    def __init__(self, change, sheet):
        self.change = change
        self.sheet = sheet
        self.row, self.column = row_and_column(change.cell)
        self.from_content = self.to_content = None
        self.is_native = False

    @property
    def cell(self):
        return self.sheet.getCellByPosition(self.column, self.row)


class _ContentsAction(unohelper.Base, XUndoAction):
    """Our place on the undo stack."""

    def __init__(self, title, document, steps, told):
        self.Title = title
        self._document = document
        # Cells are found again by name: a deleted sheet that came back by undo is another object.
        self._moves = [(step.change.sheet, step.row, step.column, step.from_content, step.to_content) for step in steps]
        self._told = told

    def undo(self):
        self._put(lambda before, after: before)
        self._told(False)

    def redo(self):
        self._put(lambda before, after: after)
        self._told(True)

    def _put(self, choose):
        with quiet(self._document):
            put_contents(self._document, [(sheet, row, column, choose(before, after))
                                          for sheet, row, column, before, after in self._moves])


@contextmanager
def quiet(document):
    """Neither painting nor calculating until all cells are in."""
    calculates = document.isAutomaticCalculationEnabled()
    document.lockControllers()
    document.addActionLock()
    document.enableAutomaticCalculation(False)
    try:
        yield
    finally:
        document.enableAutomaticCalculation(calculates)
        document.removeActionLock()
        document.unlockControllers()


def set_applied(document, wanted, title, told):
    """Makes each (change, is_applied) of `wanted` true of the document. Returns how many cells were changed.

    A change that can't be made keeps its state and says why in `left_out`. `told(is_redo)` is called after each undo and
    redo. Raises Refusal when the document can't be changed at all.
    """
    if document.isReadonly():
        raise Refusal("This document is open read-only, so nothing was changed")
    needs_sheet = _needs_acceptances_sheet(document, wanted)
    steps = [] if needs_sheet else _planned(document, wanted)
    if not steps and not needs_sheet:
        return 0
    states = []

    def took_back_or_repeated(is_redo):
        for change, state in states:
            change.is_applied = state if is_redo else not state
            change.is_ticked = change.is_applied
        told(is_redo)

    manager = document.getUndoManager()
    manager.enterUndoContext(title)
    try:
        if needs_sheet:
            document.getSheets().insertNewByName(ACCEPTANCES_SHEET, document.getSheets().getCount())
            steps = _planned(document, wanted)
        states += [(step.change, not step.change.is_applied) for step in steps]
        with quiet(document):
            _fill(document, steps)
            for step in steps:
                if step.is_native:
                    _put_with_format(document, step)
            ours = [step for step in steps if step.to_content is not None and not step.is_native]
            manager.addUndoAction(_ContentsAction(title, document, ours, took_back_or_repeated))
            put_contents(document, [(step.change.sheet, step.row, step.column, step.to_content) for step in ours])
    except Exception:
        manager.leaveUndoContext()
        manager.undo()
        manager.clearRedo()
        raise
    manager.leaveUndoContext()
    for change, state in states:
        change.is_applied = change.is_ticked = state
    return len(steps)


def _needs_acceptances_sheet(document, wanted):
    """Accepted findings that are carried over go to the sheet Scorebook, which the workbook may not have yet."""
    is_wanted = any(change.sheet == ACCEPTANCES_SHEET and is_applied for change, is_applied in wanted)
    return is_wanted and sheet_called(document, ACCEPTANCES_SHEET) is None and not document.isProtected()


def _planned(document, wanted):
    """What is to be done, in order; what can't be says so itself."""
    steps = []
    for name, changes in _by_sheet(wanted).items():
        sheet = sheet_called(document, name)
        if sheet is None:
            for change in changes:
                change.leave_out(f"there is no sheet {name} any more")
            continue
        is_protected = sheet.isProtected()
        contents = SheetContents(sheet)
        on_sheet = [_Step(change, sheet) for change in changes]
        contents.expect((step.row, step.column) for step in on_sheet)
        for step in on_sheet:
            obstacle = _obstacle(step, contents.at(step.row, step.column), is_protected)
            if obstacle:
                step.change.leave_out(obstacle)
            else:
                step.change.left_out = ""
                steps.append(step)
    return steps


def _by_sheet(wanted):
    sheets = {}
    for change, is_applied in wanted:
        if change.is_applied != is_applied:
            sheets.setdefault(change.sheet, []).append(change)
    return sheets


def _obstacle(step, content, is_protected):
    """Plans the step; a sentence when it can't be done."""
    change = step.change
    if is_protected and step.cell.CellProtection.IsLocked:
        return f"the sheet {change.sheet} is protected; unprotect it with Tools - Protect Sheet, then refresh again"
    if not change.has_value:
        return ""
    if content[0] == "formula":
        return "the cell holds a formula, which scorebook never replaces"
    if not is_same(content, change.after if change.is_applied else change.before):
        return "the cell was changed meanwhile; check again"
    step.from_content = content
    if change.is_applied:
        step.to_content = change.old_content
    else:
        change.old_content = content
        step.to_content = change.after
    step.is_native = (_gets_text_format(content) or _gets_text_format(step.to_content)
                      or content[0] == "text" and is_rich_text(step.cell))
    return "" if step.to_content is not None else "an error value is not written into a cell"


def _gets_text_format(content):
    """A text such as 16 makes Calc give a cell the format for text, which putting a number back doesn't undo."""
    return content is not None and content[0] == "text" and any(letter.isdigit() for letter in content[1])


def _put_with_format(document, step):
    cell, change = step.cell, step.change
    if not change.is_applied:
        change.old_format = _own(cell, "NumberFormat")
        put_content(cell, step.to_content)
        return
    # Given beforehand the format for text is undone too; Calc's own giving isn't (7.4).
    if _gets_text_format(step.to_content):
        cell.NumberFormat = document.getNumberFormats().getStandardFormat(TEXT, Locale())
    put_content(cell, step.to_content)
    if change.old_format is None:
        cell.setPropertyToDefault("NumberFormat")
    else:
        cell.NumberFormat = change.old_format


def _fill(document, steps):
    """Colours, a whole group of cells at a time."""
    groups = {}
    for step in steps:
        change = step.change
        if not change.has_fill:
            continue
        if change.is_applied:
            colour = change.old_fill
        else:
            change.old_fill = _own(step.cell, "CellBackColor")
            colour = change.fill
        groups.setdefault(colour, []).append(step.cell.getRangeAddress())
    for colour, addresses in groups.items():
        ranges = document.createInstance("com.sun.star.sheet.SheetCellRanges")
        ranges.addRangeAddresses(tuple(addresses), False)
        if colour is None:
            ranges.setPropertyToDefault("CellBackColor")
        else:
            ranges.CellBackColor = colour


def _own(cell, name):
    """None: the cell has no such property of its own."""
    return None if cell.getPropertyState(name) == DEFAULT_VALUE else getattr(cell, name)
