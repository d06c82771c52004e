"""Everything of a document that a refresh could touch, to compare before, after, after undo and after redo."""

def snapshot(document):
    """Sheet and cell -> what it holds and how it looks; names of sheets; comments."""
    found = {"sheets": document.getSheets().getElementNames()}
    for sheet in document.getSheets():
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.getRangeAddress()
        area = sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow)
        for row, cells in enumerate(area.getFormulaArray()):
            for column, formula in enumerate(cells):
                if formula:
                    found[sheet.Name, row, column] = formula
        found[sheet.Name, "colours"] = colours(area)
        found[sheet.Name, "comments"] = [(each.Position.Row, each.Position.Column, each.String) for each in sheet.Annotations]
    return found


def colours(area):
    """Runs of cells of one look, as Calc itself groups them, so that a large sheet is quick."""
    found = []
    ranges = area.getUniqueCellFormatRanges()
    for index in range(ranges.getCount()):
        group = ranges.getByIndex(index)
        found.append((group.getRangeAddressesAsString(), group.CellBackColor, group.NumberFormat))
    return sorted(found)


def text_portions(cell):
    """A text in parts, each with its weight."""
    found = []
    paragraphs = cell.createEnumeration()
    while paragraphs.hasMoreElements():
        portions = paragraphs.nextElement().createEnumeration()
        while portions.hasMoreElements():
            portion = portions.nextElement()
            found.append((portion.getString(), portion.CharWeight))
    return found


def cells_that_differ(one, other):
    """Names of cells, for a message people can read."""
    return sorted(f"{key[0]}!{chr(65 + key[2])}{key[1] + 1}" if len(key) == 3 else str(key)
                  for key in one.keys() | other.keys() if one.get(key) != other.get(key))
