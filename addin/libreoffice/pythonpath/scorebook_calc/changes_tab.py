"""What changed, or would: before and after of each cell with a tick; ticked is what the workbook should have."""
from com.sun.star.awt.Key import RETURN, SPACE

from scorebook_calc.controls import GAP, height_of, place
from scorebook_calc.listening import OnMouse, OnRow
from scorebook_calc.workbook import show_cell

TICKED, UNTICKED = "\u2611", "\u2610"


class ChangesTab:
    def __init__(self, panel, controls, step):
        self.panel = panel
        self.count = controls.label(step, "", MultiLine=True)
        self.grid = controls.grid(step, "Changes; Space ticks or unticks one",
                                  (("Apply", 24, 0), ("Cell", 42, 0), ("Before", 40, 1), ("After", 40, 1)), self.press)
        self.grid.addSelectionListener(OnRow(self.choose))
        self.grid.addMouseListener(OnMouse(self.click))
        self.text = controls.text(step, "Why the chosen cell changes")
        self.buttons = [controls.button(step, "Apply ~all", lambda: self.apply("all")),
                        controls.button(step, "Apply tic~ked", lambda: self.apply("ticked")),
                        controls.button(step, "App~ly none", lambda: self.apply("none"))]

    def show(self):
        changes = self.panel.session.changes
        several_sheets = len({change.sheet for change in changes}) > 1
        rows = tuple((_tick(change), change.place if several_sheets else change.cell, change.before_text, change.after_text)
                     for change in changes)
        data = self.grid.getModel().GridDataModel
        data.removeAllRows()
        if rows:
            data.addRows(("",) * len(rows), rows)
        self.text.setText("")
        self._show_count()

    def choose(self):
        change = self._chosen()
        if change is None:
            return
        self.text.setText(f"{change.place}: {change.before_text} \u2192 {change.after_text}\n{change.reason}")
        show_cell(self.panel.session.document, self.panel.controller, change.sheet, change.cell)

    def press(self, event):
        if event.KeyCode == SPACE:
            self._toggle(self.grid.getCurrentRow())
        elif event.KeyCode == RETURN:
            self.choose()
            self.panel.Frame.getComponentWindow().setFocus()

    def click(self, event):
        row = self.grid.getRowAtPoint(event.X, event.Y)
        if self.grid.getColumnAtPoint(event.X, event.Y) == 0 and row >= 0:
            self._toggle(row)

    def apply(self, which):
        self.panel.run("apply", Changes=which)

    def arrange(self, x, y, width, height):
        line = height_of(self.buttons[0])
        bottom = y + height
        place(self.count, x, y, width, 18)
        y += 18 + GAP
        text = min(110, max(60, (bottom - y - line) // 4))
        list_height = bottom - y - line - text - 2 * GAP
        place(self.grid, x, y, width, list_height)
        y += list_height + GAP
        place(self.text, x, y, width, text)
        y += text + GAP
        third = width // 3
        for index, button in enumerate(self.buttons):
            place(button, x + index * third, y, third, line)

    def _toggle(self, row):
        changes = self.panel.session.changes
        if not 0 <= row < len(changes):
            return
        changes[row].is_ticked = not changes[row].is_ticked
        self.grid.getModel().GridDataModel.updateCellData(0, row, _tick(changes[row]))
        self._show_count()

    def _chosen(self):
        row = self.grid.getCurrentRow()
        changes = self.panel.session.changes
        return changes[row] if 0 <= row < len(changes) else None

    def _show_count(self):
        changes = self.panel.session.changes
        applied = sum(change.is_applied for change in changes)
        ticked = sum(change.is_ticked for change in changes)
        self.count.setText(f"{applied:,} of {len(changes):,} in the workbook, {ticked:,} ticked" if changes else "No changes.")


def _tick(change):
    return TICKED if change.is_ticked else UNTICKED
