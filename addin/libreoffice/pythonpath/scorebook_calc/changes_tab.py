"""What changed, or would: before and after of each cell with a tick; ticked is what the workbook should have."""
from com.sun.star.awt.Key import RETURN, SPACE

from scorebook_calc.controls import CAPTION, GAP, height_of, place
from scorebook_calc.listening import OnMouse
from scorebook_calc.workbook import show_cell

TICKED, UNTICKED = "\u2611", "\u2610"
TICK_WIDTH = 22  # pixels a click on the box may be away from the list's edge


class ChangesTab:
    def __init__(self, panel, controls, step):
        self.panel = panel
        self.count = controls.label(step, "", MultiLine=True)
        self.list = controls.lines(step, "Changes, before and after; Space or a click on its box ticks or unticks one", self.choose, self.press)
        self.list.box.addMouseListener(OnMouse(self.click))
        self.several_sheets = False
        self.text_label = controls.label(step, "E~xplanation of the chosen change")
        self.text = controls.text(step, "Explanation of the chosen change")
        self.buttons = [controls.button(step, "Apply ~all", lambda: self.apply("all")),
                        controls.button(step, "Apply tic~ked", lambda: self.apply("ticked")),
                        controls.button(step, "App~ly none", lambda: self.apply("none"))]

    def show(self):
        changes = self.panel.session.changes
        self.several_sheets = len({change.sheet for change in changes}) > 1
        self.list.fill([self._line(change) for change in changes])
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
            self._toggle(self.list.chosen)
        elif event.KeyCode == RETURN:
            self.choose()
            self.panel.Frame.getComponentWindow().setFocus()

    def click(self, event):
        if event.X < TICK_WIDTH:
            self._toggle(self.list.chosen)

    def apply(self, which):
        self.panel.run("apply", Changes=which)

    def arrange(self, x, y, width, height):
        line = height_of(self.buttons[0])
        bottom = y + height
        text = min(110, max(60, (bottom - y - line) // 4))
        list_height = bottom - y - line - text - 2 * (GAP + CAPTION)
        for caption, control, height_of_one in ((self.count, self.list.box, list_height), (self.text_label, self.text, text)):
            place(caption, x, y, width, CAPTION)
            place(control, x, y + CAPTION, width, height_of_one)
            y += CAPTION + height_of_one + GAP
        third = width // 3
        for index, button in enumerate(self.buttons):
            place(button, x + index * third, y, third, line)

    def _toggle(self, row):
        changes = self.panel.session.changes
        if not 0 <= row < len(changes):
            return
        changes[row].is_ticked = not changes[row].is_ticked
        self.list.put(row, self._line(changes[row]))
        self._show_count()

    def _chosen(self):
        row = self.list.chosen
        changes = self.panel.session.changes
        return changes[row] if 0 <= row < len(changes) else None

    def _show_count(self):
        changes = self.panel.session.changes
        applied = sum(change.is_applied for change in changes)
        ticked = sum(change.is_ticked for change in changes)
        self.count.setText(f"{applied:,} of {len(changes):,} in the workbook, {ticked:,} ticked" if changes else "No changes.")

    def _line(self, change):
        cell = change.place if self.several_sheets else change.cell
        return f"{TICKED if change.is_ticked else UNTICKED} {cell}: {change.before_text} \u2192 {change.after_text}"
