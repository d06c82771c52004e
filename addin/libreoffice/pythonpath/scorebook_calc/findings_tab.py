"""What is wrong: a list to filter, the whole text of one, and accepting it."""
from collections import Counter

from com.sun.star.awt.Key import RETURN

from scorebook_calc.controls import CAPTION, GAP, enable, height_of, place
from scorebook_calc.findings import COUNTED, SEVERITIES, SHOWN
from scorebook_calc.workbook import show_cell


class FindingsTab:
    def __init__(self, panel, controls, step):
        self.panel = panel
        self.shown = []
        self.filter_label = controls.label(step, "~List")
        self.filter = controls.choice(step, self.fill, "Which findings to show")
        self.words_label = controls.label(step, "Cont~aining")
        self.words = controls.field(step, "Show only findings with these words, a cell, a rule or a record", self.fill)
        # Each caption just before its field: a screen reader names a field by it.
        self.list_label = controls.label(step, "Findings, ~by severity")
        self.list = controls.lines(step, "Findings, by severity", self.choose, self.press)
        self.text_label = controls.label(step, "Full te~xt of the chosen finding")
        self.text = controls.text(step, "Full text of the chosen finding")
        self.reason_label = controls.label(step, "~Reason")
        self.reason = controls.field(step, "Why the chosen finding is accepted")
        self.name_label = controls.label(step, "Na~me")
        self.name = controls.field(step, "Who accepts it")
        self.until_label = controls.label(step, "~Until")
        self.until = controls.field(step, "The day it ends, such as 31/03/2017; empty: for good")
        self.accept_button = controls.button(step, "Accept ~just this finding", self.accept, Enabled=False)

    def show(self):
        counts = self.panel.session.counts()
        labels = [f"All ({sum(counts.values())})"] + [f"{COUNTED[severity]} ({counts[severity]})" for severity in SEVERITIES]
        chosen = max(self.filter.getSelectedItemPos(), 0)
        self.filter.getModel().StringItemList = tuple(labels)
        self.filter.selectItemPos(chosen, True)
        if not self.name.getText():
            self.name.setText(self.panel.officer())
        self.fill()

    def fill(self):
        position = max(self.filter.getSelectedItemPos(), 0)
        wanted = SEVERITIES if position == 0 else (SEVERITIES[position - 1],)
        words = self.words.getText()
        self.shown = [finding for finding in self.panel.session.findings
                      if finding.severity in wanted and finding.mentions(words)]
        sheets = Counter(finding.sheet for finding in self.shown if finding.cell)
        usual = sheets.most_common(1)[0][0] if sheets else None
        self.list.fill([f"{SHOWN[finding.severity]} {finding.cell if finding.cell and finding.sheet == usual else finding.place}: {finding.message}"
                        for finding in self.shown])
        self.text.setText("")
        enable(self.accept_button, False)

    def chosen(self):
        row = self.list.chosen
        return self.shown[row] if 0 <= row < len(self.shown) else None

    def choose(self):
        finding = self.chosen()
        if finding is None:
            return
        self.text.setText(finding.whole_text)
        enable(self.accept_button, finding.can_be_accepted)
        if finding.sheet:
            show_cell(self.panel.session.document, self.panel.controller, finding.sheet, finding.area)

    def press(self, event):
        """Return goes on to the cell itself."""
        if event.KeyCode == RETURN:
            self.choose()
            self.panel.Frame.getComponentWindow().setFocus()

    def accept(self):
        finding = self.chosen()
        if finding is None:
            return
        outcome = self.panel.run("accept", Rule=finding.rule, Record=finding.record, Reason=self.reason.getText(),
                                 Name=self.name.getText(), Until=self.until.getText())
        if outcome["status"] == "ok":
            self.reason.setText("")

    def arrange(self, x, y, width, height):
        line, button = height_of(self.reason), height_of(self.accept_button)
        label = 74
        for caption, control in ((self.filter_label, self.filter), (self.words_label, self.words)):
            place(caption, x, y + 4, label, line)
            place(control, x + label, y, width - label, line)
            y += line + GAP
        bottom = y + height - 2 * (line + GAP)
        fixed = 3 * (line + GAP) + button + 2 * CAPTION
        text = min(130, max(60, (bottom - y - fixed) // 3))
        list_height = bottom - y - fixed - text - GAP
        for caption, control, height_of_one in ((self.list_label, self.list.box, list_height), (self.text_label, self.text, text)):
            place(caption, x, y, width, CAPTION)
            place(control, x, y + CAPTION, width, height_of_one)
            y += CAPTION + height_of_one + GAP
        for caption, control in ((self.reason_label, self.reason), (self.name_label, self.name), (self.until_label, self.until)):
            place(caption, x, y + 4, label, line)
            place(control, x + label, y, width - label, line)
            y += line + GAP
        place(self.accept_button, x, y, width, button)
