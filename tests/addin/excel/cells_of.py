"""cells_of.py WORKBOOK... - every cell of workbooks as JSON, as Excel would hand them to an add-in; read by openpyxl, not by us."""
import datetime
import json
import sys

import openpyxl
from openpyxl.utils.datetime import to_excel


def value_of(cell, stored):
    if stored is None:
        return ""
    if isinstance(stored, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)):
        return to_excel(stored, cell.parent.parent.epoch)
    return stored


def fill_of(cell):
    colour = cell.fill.fgColor if cell.fill and cell.fill.fill_type == "solid" else None
    return colour.rgb[-6:] if colour is not None and colour.type == "rgb" else None


def cells_of(path):
    formulas = openpyxl.load_workbook(path)
    values = None  # read only when there is a formula: a large workbook takes seconds
    sheets = {}
    for sheet in formulas.worksheets:
        cells = {}
        for row in sheet.iter_rows():
            for cell in row:
                fill = fill_of(cell)
                if cell.value is None and fill is None:
                    continue
                entry = {}
                if cell.data_type == "f":
                    values = values or openpyxl.load_workbook(path, data_only=True)
                    entry["value"] = value_of(cell, values[sheet.title][cell.coordinate].value)
                    entry["formula"] = cell.value if isinstance(cell.value, str) else cell.value.text
                else:
                    entry["value"] = value_of(cell, cell.value)
                if fill is not None:
                    entry["fill"] = fill
                cells[cell.coordinate] = entry
        sheets[sheet.title] = {
            "cells": cells,
            "isProtected": bool(sheet.protection.sheet),
            "visibility": {"visible": "Visible", "hidden": "Hidden", "veryHidden": "VeryHidden"}[sheet.sheet_state],
        }
    return sheets


json.dump({path: cells_of(path) for path in sys.argv[1:]}, sys.stdout)
