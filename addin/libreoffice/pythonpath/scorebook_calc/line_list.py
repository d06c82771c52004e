"""A list to walk through, one line a thing. Not a grid with columns: once a screen reader has looked at one of those, LibreOffice
7.4 ends when a row is chosen, and the officer's work with it.
"""
from scorebook_calc.listening import OnItem

LONGEST = 30_000  # a list box counts in 16 bits


class LineList:
    def __init__(self, box, choose):
        self.box = box
        box.addItemListener(OnItem(choose))

    def fill(self, lines):
        if len(lines) > LONGEST:
            lines = [*lines[:LONGEST], f"... and {len(lines) - LONGEST:,} more"]
        self.box.getModel().StringItemList = tuple(lines)

    def put(self, row, line):
        """Another text for a line, which stays the chosen one."""
        self.box.removeItems(row, 1)
        self.box.addItem(line, row)
        self.box.selectItemPos(row, True)

    @property
    def chosen(self):
        """Its place, -1 when there is none."""
        return self.box.getSelectedItemPos()
