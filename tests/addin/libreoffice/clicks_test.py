#!/usr/bin/python3
"""The extension as an officer meets it: on a screen, with a mouse and a keyboard. Pictures of it are left to be looked at.

    clicks_test.py --extension scorebook.oxt --scorebook scorebook --samples samples --pictures folder
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import uno  # lets the office's own names be imported
from com.sun.star.accessibility.AccessibleRole import COMBO_BOX, DOCUMENT_SPREADSHEET, LIST, LIST_ITEM, PUSH_BUTTON, TEXT
from com.sun.star.accessibility.AccessibleStateType import ENABLED, FOCUSED

import office
import registers
from snapshot import cells_that_differ, snapshot

chosen = None
WIDTH, HEIGHT = 1500, 950


class Screen:
    """A display of the test's own."""

    def __enter__(self):
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"],
                                       pass_fds=[write_end], start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.watcher = office.end_with_us(self.server)
        os.close(write_end)
        with os.fdopen(read_end) as numbers:
            self.name = ":" + numbers.readline().strip()
        return self

    def __exit__(self, *error):
        self.server.kill()
        self.server.wait()
        self.watcher.kill()
        self.watcher.wait()

    def do(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], env={**os.environ, "DISPLAY": self.name}, check=True)

    def click(self, x, y):
        self.do("mousemove", x, y, "click", 1)

    def press(self, *keys):
        self.do("key", "--delay", 60, *keys)

    def type(self, text):
        self.do("type", "--delay", 20, text)

    def give_keyboard(self, title):
        """No window manager here gives a window the keyboard. One that is just closing is an error, and then there is another."""
        until(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title, "windowfocus"], stderr=subprocess.DEVNULL,
                                     env={**os.environ, "DISPLAY": self.name}).returncode == 0)

    def picture(self, name):
        chosen.pictures.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-display", self.name, "-window", "root", chosen.pictures / name], check=True)


def until(is_so, seconds=30):
    """Asks again and again, as a person looks; how long it took."""
    start = office.now()
    while not is_so():
        assert office.now() - start < seconds, "it did not happen"
        time.sleep(0.002)
    return office.now() - start


def accessibles(accessible):
    """Depth first through what a screen reader sees, but for the sheet itself with its millions of cells."""
    context = accessible.getAccessibleContext() if hasattr(accessible, "getAccessibleContext") else accessible
    if context is None:
        return
    yield context
    if context.getAccessibleRole() == DOCUMENT_SPREADSHEET:
        return
    for index in range(min(context.getAccessibleChildCount(), 200)):
        yield from accessibles(context.getAccessibleChild(index))


def accessible_called(accessible, name, role=None):
    return next((each for each in accessibles(accessible)
                 if each.getAccessibleName() == name and (role is None or each.getAccessibleRole() == role)), None)


def shown_cell(controller):
    return controller.getSelection().AbsoluteName.partition(":")[0].rpartition(".")[2].replace("$", "")


class Clicks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = office.temporary_folder()
        cls.addClassCleanup(cls.folder.cleanup)
        office.make_profile(cls.folder.name, chosen.extension)
        cls.screen = cls.enterClassContext(Screen())
        cls.office = cls.enterClassContext(office.Office(cls.folder.name, display=cls.screen.name))

    def show(self, path, name):
        document = self.office.open_copy(path, name)
        self.addCleanup(document.close, True)
        window = document.getCurrentController().getFrame().getContainerWindow()
        window.setPosSize(0, 0, WIDTH, HEIGHT, 15)
        window.toFront()
        until(lambda: window.getPosSize().Width == WIDTH)
        time.sleep(1)  # painting has no event of its own
        return document

    def button(self, document, name):
        """The middle of a button on the extension's toolbar, in pixels of the screen."""
        layout = document.getCurrentController().getFrame().LayoutManager
        bar = layout.getElement("private:resource/toolbar/addon_uk.scorebook.calc.toolbar")
        self.assertIsNotNone(bar, "the toolbar is there")
        button = accessible_called(bar.getRealInterface(), name)
        self.assertIsNotNone(button, f"the toolbar has {name}")
        place, size = button.getLocationOnScreen(), button.getSize()
        return place.X + size.Width // 2, place.Y + size.Height // 2

    def test_a_click_on_refresh(self):
        for rows, budget in ((60, 0.5), (10_000, 2.0)):
            path = Path(self.folder.name, f"register-{rows}.xlsx")
            registers.make_register(path, rows)
            document = self.show(path, f"register-{rows}-open.xlsx")
            before = snapshot(document)
            place = self.button(document, "Refresh")
            cell = document.getSheets().getByIndex(0).getCellRangeByName(f"F{3 + rows}")
            wrong = cell.getValue()
            best = None
            for _ in range(3):
                clicked, used = office.now(), self.office.processor_time()
                self.screen.click(*place)
                # The office answers only when it has done all, painting included.
                until(lambda: cell.getValue() != wrong, 120)
                measured = (office.now() - clicked, self.office.processor_time() - used)
                best = min(best or measured, measured)
                self.assertEqual(len(document.getUndoManager().getAllUndoActionTitles()), 1)
                self.screen.click(700, 500)
                clicked, used = office.now(), self.office.processor_time()
                self.screen.press("ctrl+z")
                until(lambda: cell.getValue() == wrong, 120)
                undone = (office.now() - clicked, self.office.processor_time() - used)
                if min(best) < budget and min(undone) < 3.0:  # the first within its budget counts
                    break
            self.assertEqual(cells_that_differ(snapshot(document), before), [])
            print(f"click to done, {rows:,} rows: {best[0] * 1000:.0f} ms (processor {best[1] * 1000:.0f} ms); "
                  f"Ctrl+Z {undone[0] * 1000:.0f} ms (processor {undone[1] * 1000:.0f} ms)", flush=True)
            self.assertLess(min(best), 1.5 * budget)
            self.assertLess(min(undone), 3.0)

    def test_what_an_officer_sees(self):
        document = self.show(chosen.samples / "risk-register-5x5-faulty.xlsx", "Corporate risk register.xlsx")
        self.screen.click(*self.button(document, "Refresh"))
        until(lambda: document.getSheets().getByName("Risk Register").getCellRangeByName("L17").getValue() == 12)
        time.sleep(1)
        self.screen.picture("refreshed.png")
        controller = document.getCurrentController()
        self.assertTrue(controller.hasInfobar("uk.scorebook.calc"))
        self.assertTrue(controller.getSidebar().isVisible())

        # A click in the list of findings goes to the finding's cell, the next key to the next one's.
        window = controller.getFrame().getContainerWindow()
        accept = accessible_called(window, "Accept just this finding")
        self.assertFalse(accept.getAccessibleStateSet().contains(ENABLED), "nothing is chosen yet")
        findings = self.list_lines(window, "Findings, by severity")
        self.assertTrue(findings[1].getAccessibleName().startswith("Error M9: "), findings[1].getAccessibleName())
        self.click_on(findings[1])
        until(lambda: shown_cell(controller) == "M9")
        time.sleep(1)
        self.screen.picture("finding.png")
        self.screen.press("Down")
        until(lambda: shown_cell(controller) == "L13")

        # What changed: a tick taken away with Space, then Apply ticked. No key of the list reaches the cell.
        changed = document.getSheets().getByName("Risk Register").getCellRangeByName("N9")
        self.assertEqual(changed.getString(), "Red")
        self.click_on(accessible_called(window, "What changed (3)"))
        changes = "3 of 3 in the workbook, 3 ticked"
        until(lambda: accessible_called(window, changes, LIST) is not None)
        self.click_on(self.list_lines(window, changes)[0])
        until(lambda: shown_cell(controller) == "N9")
        time.sleep(1)
        self.screen.picture("changes.png")
        self.screen.press("x", "Delete", "space")
        until(lambda: self.list_lines(window, "3 of 3 in the workbook, 2 ticked")[:1])
        self.assertEqual(self.list_lines(window, "3 of 3 in the workbook, 2 ticked")[0].getAccessibleName(), "\u2610 N9: Amber \u2192 Red")
        self.click_on(accessible_called(window, "Apply ticked"))
        until(lambda: changed.getString() == "Amber")
        self.assertEqual(len(document.getUndoManager().getAllUndoActionTitles()), 2)
        # A click on the box itself ticks it again.
        until(lambda: self.list_lines(window, "2 of 3 in the workbook, 2 ticked")[:1])
        self.click_on(self.list_lines(window, "2 of 3 in the workbook, 2 ticked")[0], from_left=8)
        until(lambda: self.list_lines(window, "2 of 3 in the workbook, 3 ticked")[:1])

        # Closed while the list has the keyboard: in the next document letters arrive.
        document.close(True)
        self._cleanups.pop()
        document = self.show(chosen.samples / "risk-register-5x5.xlsx", "next.xlsx")
        cell = document.getSheets().getByName("Risk Register").getCellRangeByName("A1")
        document.getCurrentController().select(cell)
        self.screen.click(700, 500)
        self.screen.type("word")
        self.screen.press("Return")
        until(lambda: document.getUndoManager().getAllUndoActionTitles())

    def test_the_options_dialog(self):
        """By the keyboard: what is typed is kept, Escape forgets it, and Choose... opens the office's own dialog for files."""
        document = self.show(chosen.samples / "risk-register-2016-05.xlsx", "options.xlsx")
        earlier = Path(self.folder.name, "home", "march.xlsx")
        shutil.copy(chosen.samples / "risk-register-2016-03.xlsx", earlier)
        kept = Path(self.folder.name, "profile/user/scorebook-options.json")
        before = kept.read_text() if kept.exists() else None

        self.open_options(document)
        self.screen.type("Nobody")
        self.screen.press("Escape")
        self.until_window_is_gone("Scorebook options")
        self.assertEqual(kept.read_text() if kept.exists() else None, before)

        self.open_options(document)
        self.screen.press("ctrl+a")
        self.screen.type("J Smith")
        self.screen.press("Tab", "space", "Tab")  # waits for ticks; the day
        self.screen.type("2016-06-08")
        self.screen.picture("options.png")
        self.screen.press("Tab", "Tab", "Tab", "space")  # the kind, last period's workbook, Choose...
        self.until_window("Last period's workbook")
        self.screen.picture("choose.png")
        self.screen.press("ctrl+a")
        self.screen.type(str(earlier))
        self.screen.press("Return")
        self.until_window_is_gone("Last period's workbook")
        self.screen.press("Tab", "Tab", "Return")  # Forget it, OK
        self.until_window_is_gone("Scorebook options")
        until(lambda: kept.exists() and kept.read_text() != before)
        options = json.loads(kept.read_text())
        self.assertEqual(options["officer"], {"name": "J Smith", "asks_first": True})
        self.assertEqual(options["workbooks"][document.getURL()], {"previous": earlier.as_uri(), "as_at": "2016-06-08", "template": ""})
        self.addCleanup(kept.unlink)
        # They are in force: Check knows last period's workbook.
        errors = self.office.command(document, "check")["error"]
        self.assertGreater(errors, self.office.command(self.show(chosen.samples / "risk-register-2016-05.xlsx", "without.xlsx"), "check")["error"])

    def test_the_appendix_is_saved_where_the_dialog_says(self):
        document = self.show(chosen.samples / "risk-register-5x5-faulty.xlsx", "for appendix.xlsx")
        target = Path(self.folder.name, "home", "for committee.xlsx")
        self.screen.click(*self.button(document, "Appendix..."))
        self.until_window("Save the appendix as")
        self.screen.press("ctrl+a")
        self.screen.type(str(target))
        self.screen.press("Return")
        # Told at the very end; a document closed while its command is at work takes the office with it.
        until(lambda: document.getCurrentController().hasInfobar("uk.scorebook.calc"))
        self.assertEqual(target.read_bytes()[:2], b"PK")

    def click_on(self, accessible, from_left=60):
        place, size = accessible.getLocationOnScreen(), accessible.getSize()
        self.screen.click(place.X + min(from_left, size.Width // 2), place.Y + size.Height // 2)

    def list_lines(self, window, name):
        """As a screen reader comes upon them."""
        found = accessible_called(window, name, LIST)
        return [each for each in accessibles(found) if each.getAccessibleRole() == LIST_ITEM] if found else []

    def open_options(self, document):
        self.screen.click(*self.button(document, "Options..."))
        self.until_window("Scorebook options")

    def window_titles(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", ".*", "getwindowname", "%@"], capture_output=True, text=True,
                               env={**os.environ, "DISPLAY": self.screen.name})
        return found.stdout.splitlines()

    def until_window(self, title):
        """Until it is there, with the keyboard."""
        until(lambda: any(title in each for each in self.window_titles()))
        self.screen.give_keyboard(title)
        time.sleep(0.3)

    def until_window_is_gone(self, title):
        """The keyboard goes back to the one below."""
        until(lambda: not any(title in each for each in self.window_titles()))
        titles = self.window_titles()
        below = next((each for each in ("Scorebook options", "LibreOffice Calc") if any(each in one for one in titles)), None)
        if below:
            self.screen.give_keyboard(below)
        time.sleep(0.3)

    def test_the_keyboard_alone(self):
        document = self.show(chosen.samples / "risk-register-5x5-faulty.xlsx", "keyboard.xlsx")
        cell = document.getSheets().getByName("Risk Register").getCellRangeByName("L17")
        self.screen.click(700, 500)  # gives the window the keyboard, as no window manager does here
        self.screen.press("alt+c")
        time.sleep(1)
        self.screen.picture("menu.png")
        self.screen.press("r")
        until(lambda: cell.getValue() == 12)
        time.sleep(1)
        self.screen.press("ctrl+z")
        until(lambda: cell.getValue() == 14)

    def test_findings_are_filtered_counted_and_accepted_by_the_keyboard(self):
        document = self.show(chosen.samples / "risk-register-5x5-faulty.xlsx", "accept.xlsx")
        frame = document.getCurrentController().getFrame()
        window = frame.getContainerWindow()
        reply = subprocess.run([chosen.scorebook, "check", "--format", "json", chosen.samples / "risk-register-5x5-faulty.xlsx"],
                               capture_output=True, text=True)
        report = json.loads(reply.stdout)

        self.screen.click(700, 500)
        self.screen.press("alt+c")
        time.sleep(1)
        self.screen.press("c")  # Check
        until(lambda: document.getCurrentController().hasInfobar("uk.scorebook.calc"))
        time.sleep(1)
        counts = {severity: sum(each["severity"] == severity for each in report["findings"]) for severity in ("error", "warning", "info")}
        unchecked = len(report["not_checked"])
        self.assertEqual(self.filter_lines(window), [f"All ({len(report['findings']) + unchecked})", f"Errors ({counts['error']})",
                                                     f"Warnings ({counts['warning']})", f"Remarks ({counts['info']})",
                                                     f"Not checked ({unchecked})", "Put right (0)"])

        # F6 goes from part to part of the window; Tab through the sidebar.
        deck = accessible_called(window, "Close Sidebar Deck", PUSH_BUTTON)
        for _ in range(10):
            self.screen.press("F6")
            time.sleep(0.3)
            if deck.getAccessibleStateSet().contains(FOCUSED):
                break
        self.assertTrue(deck.getAccessibleStateSet().contains(FOCUSED))
        # The three tabs, the choice of what to list, the words, the list.
        self.screen.press("Tab", "Tab", "Tab", "Tab", "Down", "Down", "Tab", "Tab")
        self.assert_lists(document, [each for each in report["findings"] if each["severity"] == "warning"])
        self.screen.press("shift+Tab", "shift+Tab", "Up", "Tab", "Tab")
        self.assert_lists(document, [each for each in report["findings"] if each["severity"] == "error"])
        self.screen.press("shift+Tab")
        self.screen.type("cr16 threshold")
        self.screen.press("Tab")
        self.assert_lists(document, [next(each for each in report["findings"] if each.get("cell") == "L15")])
        self.screen.press("Tab", "Tab")  # its whole text, the reason
        self.screen.type("Agreed with audit")
        self.screen.press("Tab", "ctrl+a")
        self.screen.type("J Smith")
        self.screen.press("Tab")
        self.screen.type("31/03/2030")
        self.screen.picture("accept.png")
        self.assertEqual(self.fields(window), [("Reason", "Agreed with audit"), ("Name", "J Smith"), ("Until", "31/03/2030")])
        self.screen.press("Tab", "space")
        until(lambda: "Scorebook" in document.getSheets().getElementNames())
        rows = document.getSheets().getByName("Scorebook").getCellRangeByName("A1:E2").getDataArray()
        self.assertEqual(rows[1], ("G05", "CR16", "Agreed with audit", "J Smith", "31/03/2030"))
        until(lambda: self.filter_lines(window)[1] == f"Errors ({counts['error'] - 1})")
        self.assertEqual(document.getUndoManager().getAllUndoActionTitles(), ("Accept finding",))

    def test_the_toolbar_is_docked_and_has_the_five_commands(self):
        document = self.show(chosen.samples / "risk-register-5x5.xlsx", "toolbar.xlsx")
        layout = document.getCurrentController().getFrame().LayoutManager
        bar = "private:resource/toolbar/addon_uk.scorebook.calc.toolbar"
        self.assertTrue(layout.isElementVisible(bar))
        self.assertTrue(layout.isElementDocked(bar))
        names = [each.getAccessibleName() for each in accessibles(layout.getElement(bar).getRealInterface())
                 if each.getAccessibleRole() == PUSH_BUTTON]
        self.assertEqual(names, ["Refresh", "Check", "Compare with last period...", "Appendix...", "Options..."])

    def assert_lists(self, document, findings):
        """With the keyboard in a list just filled: Down goes from finding to finding, each showing its cell, and no further. A screen
        reader has read the whole list before."""
        window = document.getCurrentController().getFrame().getContainerWindow()
        read = [each.getAccessibleName().partition(": ")[2] for each in self.list_lines(window, "Findings, by severity")]
        self.assertEqual(read, [each["message"] for each in findings])
        for finding in [*findings, findings[-1]]:
            self.screen.press("Down")
            until(lambda: shown_cell(document.getCurrentController()) == finding["cell"])

    def filter_lines(self, window):
        return [each.getAccessibleName() for each in accessibles(accessible_called(window, "List", COMBO_BOX)) if each.getAccessibleRole() == LIST_ITEM]

    def fields(self, window):
        """Names and texts of the tab's last fields."""
        tab = accessible_called(window, "List", COMBO_BOX).getAccessibleParent().getAccessibleContext()
        count = tab.getAccessibleChildCount()
        controls = [tab.getAccessibleChild(index).getAccessibleContext() for index in range(count - 7, count)]
        return [(each.getAccessibleName(), each.getText()) for each in controls if each.getAccessibleRole() == TEXT]


def main():
    global chosen
    options = argparse.ArgumentParser()
    options.add_argument("--extension", type=Path, required=True)
    options.add_argument("--scorebook", required=True)
    options.add_argument("--samples", type=Path, required=True)
    options.add_argument("--pictures", type=Path, default=Path(tempfile.gettempdir(), "scorebook-pictures"))
    chosen, rest = options.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest], verbosity=2)


if __name__ == "__main__":
    main()
