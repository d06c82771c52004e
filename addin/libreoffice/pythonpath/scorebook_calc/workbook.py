"""An open spreadsheet document: its bytes as the engine reads them, its cells by sheet name and A1 address."""
import re

import uno
import unohelper
from com.sun.star.beans import PropertyValue
from com.sun.star.io import XOutputStream

XLSX = "Calc MS Excel 2007 XML"
A1 = re.compile(r"([A-Z]{1,3})([1-9][0-9]*)")


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


class _Collected(unohelper.Base, XOutputStream):
    def __init__(self):
        self.parts = []

    def writeBytes(self, data):
        self.parts.append(data.value)

    def flush(self):
        pass

    def closeOutput(self):
        pass


def workbook_bytes(document):
    """The document as an .xlsx, whatever its own format; its name and its modified mark stay as they are."""
    stream = _Collected()
    document.storeToURL("private:stream", properties(FilterName=XLSX, OutputStream=stream))
    return b"".join(stream.parts)


def is_spreadsheet(document):
    return document is not None and document.supportsService("com.sun.star.sheet.SpreadsheetDocument")


def row_and_column(a1):
    """0-based, as Calc counts."""
    letters, digits = A1.fullmatch(a1).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(digits) - 1, column - 1


def sheet_called(document, name):
    """None when there is no such sheet."""
    sheets = document.getSheets()
    return sheets.getByName(name) if sheets.hasByName(name) else None


def show_cell(document, controller, sheet_name, area):
    """Moves the cursor to a cell or a range, as a click in the sidebar asks for."""
    sheet = sheet_called(document, sheet_name)
    if sheet is None:
        return False
    controller.setActiveSheet(sheet)
    if area:
        controller.select(sheet.getCellRangeByName(area))
    return True


def file_path(url):
    return uno.fileUrlToSystemPath(url)
