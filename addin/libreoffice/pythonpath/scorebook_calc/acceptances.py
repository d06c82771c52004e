"""Accepting a finding: a row on the sheet Scorebook, in the form the engine reads (workbook-templates/README.md)."""
from scorebook_calc.apply_changes import ACCEPTANCES_SHEET as SHEET, Refusal, quiet

HEADING = ("Accepted", "Record", "Reason", "Name", "Until")


def accept_finding(document, finding, reason, name, until):
    """Raises Refusal; one undo step."""
    if document.isReadonly():
        raise Refusal("This document is open read-only, so the finding can't be accepted in it")
    if not reason.strip() or not name.strip():
        raise Refusal("Accepting a finding needs a reason and a name")
    sheets = document.getSheets()
    found = next((title for title in sheets.getElementNames() if title.casefold() == SHEET.casefold()), None)
    if found and sheets.getByName(found).isProtected():
        raise Refusal(f"The sheet {found} is protected, so the finding can't be accepted there")
    if not found and document.isProtected():
        raise Refusal("The structure of this document is protected, so a sheet called Scorebook can't be added")
    manager = document.getUndoManager()
    manager.enterUndoContext("Accept finding")
    try:
        with quiet(document):
            if not found:
                sheets.insertNewByName(SHEET, sheets.getCount())
            _write_row(sheets.getByName(found or SHEET), (finding.rule, finding.record, reason.strip(), name.strip(), until.strip()))
    except Exception:
        manager.leaveUndoContext()
        manager.undo()
        manager.clearRedo()
        raise
    manager.leaveUndoContext()


def _write_row(sheet, row):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.getRangeAddress().EndRow
    is_blank = last == 0 and not any(sheet.getCellByPosition(column, 0).getString() for column in range(5))
    next_row = 0 if is_blank else last + 1
    if not _ends_in_acceptances(sheet, last):
        next_row += 0 if is_blank else 1
        _write(sheet, next_row, HEADING)
        sheet.getCellRangeByPosition(0, next_row, 4, next_row).CharWeight = 150.0
        for column, width in enumerate((3000, 4000, 9000, 6000, 4000)):
            if is_blank:
                sheet.getColumns().getByIndex(column).Width = width
        next_row += 1
    _write(sheet, next_row, row)


def _ends_in_acceptances(sheet, last):
    """The last heading above the end is Accepted: headings are the rows whose B says what B holds."""
    for row in range(last, -1, -1):
        texts = [sheet.getCellByPosition(column, row).getString().strip().casefold() for column in (0, 1)]
        if texts[0].startswith("accept"):
            return True
        if texts[0] and len(texts[0]) != 3:
            return False
    return False


def _write(sheet, row, texts):
    for column, text in enumerate(texts):
        if text:
            sheet.getCellByPosition(column, row).setString(text)
