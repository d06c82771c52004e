#!/usr/bin/python3
"""scorebook.bas inside LibreOffice, which understands VBA: the document before and after, and what the macro says.

    macro_test.py --module scorebook.bas --scorebook scorebook --samples samples

Excel itself is nowhere to be had here. The Linux scorebook stands in for scorebook.exe, which a script can stand in for too.
"""
import argparse
import json
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "libreoffice"))
import office
import registers
from snapshot import cells_that_differ
from snapshot import snapshot as grouped_snapshot

chosen = None
FAULTY = "risk-register-5x5-faulty.xlsx"
RUN_MACROS = 4  # com.sun.star.document.MacroExecMode.ALWAYS_EXECUTE_NO_WARN


def snapshot(document):
    """With the look cell by cell: VBA's writing parts LibreOffice's groups of cells of one look without changing any."""
    found = {}
    for key, held in grouped_snapshot(document).items():
        if key[1:] != ("colours",):
            found[key] = held
            continue
        sheet = document.getSheets().getByName(key[0])
        for addresses, colour, number_format in held:
            for address in addresses.split(","):
                area = sheet.getCellRangeByName(address.rpartition(".")[2]).getRangeAddress()
                if colour == -1 and number_format == 0:
                    continue
                for row in range(area.StartRow, area.EndRow + 1):
                    for column in range(area.StartColumn, area.EndColumn + 1):
                        found[key[0], f"look of {chr(65 + column)}{row + 1}"] = (colour, number_format)
    return found


def in_lines(reply):
    """As scorebook --reply writes: a line for each key and for each item of its list."""
    def compact(value):
        return json.dumps(value, separators=(",", ":"))

    def value_text(value):
        return "[\n" + ",\n".join(map(compact, value)) + "\n]" if value and isinstance(value, list) else compact(value)

    return "{\n" + ",\n".join(f"{compact(key)}:{value_text(value)}" for key, value in reply.items()) + "\n}\n"


class Macro(unittest.TestCase):
    """One office for all; each test its own document with the module in it."""

    @classmethod
    def setUpClass(cls):
        cls.folder = office.temporary_folder()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.place = Path(cls.folder.name)
        office.make_plain_profile(cls.folder.name)
        cls.temporary = cls.place / "tmp"
        cls.temporary.mkdir()
        cls.temporary.chmod(0o777)
        shutil.copy(chosen.scorebook, cls.place / "scorebook")  # where every user may run it
        cls.program = cls.place / "program"
        cls.office = cls.enterClassContext(office.Office(cls.folder.name, environment={
            "SCOREBOOK_PROGRAM": str(cls.program), "TMPDIR": str(cls.temporary), "TEMP": str(cls.temporary)}))

    def setUp(self):
        self.stand_in(f'exec {self.place}/scorebook "$@"')

    def stand_in(self, script):
        self.program.write_text(f"#!/bin/sh\n{script}\n")
        self.program.chmod(0o755)

    def answer_with(self, reply):
        """A program that answers this, whatever it is asked: --reply FILE is its seventh and eighth argument."""
        (self.place / "reply.json").write_text(in_lines(reply), newline="\r\n")
        self.stand_in(f'[ "$7" = --reply ] || exit 9\ncp {self.place}/reply.json "$8.part" && mv "$8.part" "$8"')

    def with_module(self, document):
        self.addCleanup(document.close, True)
        libraries = document.BasicLibraries
        if not libraries.hasByName("Standard"):
            libraries.createLibrary("Standard")
        libraries.VBACompatibilityMode = True
        libraries.getByName("Standard").insertByName("Scorebook", "Option VBASupport 1\n" + chosen.module.read_text(encoding="utf-8"))
        document.getUndoManager().clear()
        return document

    def open_sample(self, name=FAULTY, **how):
        path = self.place / f"{len(list(self.place.iterdir()))}-{name}"
        shutil.copy(chosen.samples / name, path)
        path.chmod(0o666)
        return self.with_module(self.office.open(path.as_uri(), MacroExecutionMode=RUN_MACROS, **how))

    def call(self, document, name):
        script = document.getScriptProvider().getScript(f"vnd.sun.star.script:Standard.Scorebook.{name}?language=Basic&location=document")
        said = script.invoke((), (), ())[0]
        self.assertIsInstance(said, str, f"{name} ran to its end")
        self.assertEqual(list(self.temporary.glob("scorebook-*")), [], "nothing is left in the temporary folder")
        return said

    def outcomes(self, document):
        lines = [line.split("\t") for line in self.call(document, "ScorebookChangeList").splitlines()]
        return {place: outcome for place, _before, _after, outcome in lines}

    def test_refresh_makes_the_programs_changes_and_undo_puts_them_back(self):
        document = self.open_sample()
        before = snapshot(document)
        run = subprocess.run([chosen.scorebook, "refresh", "--dry-run", "--format", "json", chosen.samples / FAULTY], capture_output=True, text=True)
        report = json.loads(run.stdout)
        wanted = {f"{each['sheet']}!{each['cell']}": each["after"] for each in report["changes"] if each["kind"] == "value"}
        self.assertGreater(len(wanted), 2)
        self.assertEqual(self.call(document, "ScorebookRefreshText"), f"{len(wanted)} cells changed. 9 errors and 9 warnings.")
        after = snapshot(document)
        for place, value in wanted.items():
            sheet, a1 = place.split("!")
            cell = document.getSheets().getByName(sheet).getCellRangeByName(a1)
            self.assertEqual(cell.getValue() if isinstance(value, (int, float)) else cell.getString(), value, place)
        self.assertEqual(set(cells_that_differ(after, before)), set(wanted))
        # Findings: all the program has, in its order.
        listed = [line.split("\t") for line in self.call(document, "ScorebookFindingList").splitlines()]
        self.assertEqual([line[0] for line in listed], [each["severity"].upper() for each in report["findings"]])
        self.assertEqual([line[2] for line in listed], [each["message"] for each in report["findings"]])
        self.assertEqual(self.call(document, "ScorebookUndoText"), f"{len(wanted)} cells put back.")
        self.assertEqual(cells_that_differ(snapshot(document), before), [])
        self.assertEqual(self.call(document, "ScorebookUndoText"), "There is nothing to undo.")

    def test_check_changes_nothing(self):
        document = self.open_sample()
        before = snapshot(document)
        self.assertEqual(self.call(document, "ScorebookCheckText"), "Nothing was changed; Refresh would change 3 cells. 9 errors and 9 warnings.")
        self.assertEqual(cells_that_differ(snapshot(document), before), [])
        self.assertFalse(document.isModified())

    def test_what_changed_meanwhile_is_a_formula_or_is_gone_is_left_out_and_said(self):
        document = self.open_sample()
        before = snapshot(document)
        change = {"sheet": "Risk Register", "kind": "value", "before": 14, "after": 12, "rule": "V11", "because": "3 x 4"}
        self.answer_with({"status": "ok", "findings": [], "changes": [
            {**change, "cell": "L17", "before": 13}, {**change, "cell": "H7"}, {**change, "sheet": "Gone", "cell": "A1"},
            {**change, "cell": "L12", "before": "16", "after": {"error": "#N/A"}}, {**change, "cell": "N9", "before": "Amber", "after": "Red"}]})
        self.assertEqual(self.call(document, "ScorebookRefreshText"), "1 cell changed. 4 changes left out; the list says why. No errors or warnings.")
        self.assertEqual(self.outcomes(document), {
            "Risk Register!L17": "left out: it was changed meanwhile", "Risk Register!H7": "left out: it holds a formula",
            "Gone!A1": "left out: the sheet is gone", "Risk Register!L12": "left out: an error value is for formulas", "Risk Register!N9": "changed"})
        self.assertEqual(cells_that_differ(snapshot(document), before), ["Risk Register!N9"])

    def test_undo_leaves_alone_what_was_changed_since(self):
        document = self.open_sample()
        self.call(document, "ScorebookRefreshText")
        cell = document.getSheets().getByName("Risk Register").getCellRangeByName("L17")
        cell.setValue(9)
        self.assertEqual(self.call(document, "ScorebookUndoText"), "2 cells put back. 1 cell left alone: changed since, protected or gone.")
        self.assertEqual(cell.getValue(), 9)

    def test_texts_stay_the_texts_they_are(self):
        document = self.open_sample()
        sheet = document.getSheets().getByName("Risk Register")
        texts = {"A40": "=1+1", "A41": "007", "A42": "1/2", "A43": "true", "A44": "a \"quoted\" \\ line\nand another\twith tab", "A45": "Zoë € 😀"}
        self.answer_with({"status": "ok", "findings": [], "changes": [
            *({"sheet": "Risk Register", "cell": cell, "kind": "value", "before": None, "after": text} for cell, text in texts.items()),
            {"sheet": "Risk Register", "cell": "A46", "kind": "value", "before": None, "after": 1.5e-7, "fill": "FFC000"},
            {"sheet": "Risk Register", "cell": "A47", "kind": "fill", "before": None, "after": "0070C0"}]})
        before = snapshot(document)
        self.assertEqual(self.call(document, "ScorebookRefreshText"), "8 cells changed. No errors or warnings.")
        for cell, text in texts.items():
            self.assertEqual((sheet.getCellRangeByName(cell).getString(), sheet.getCellRangeByName(cell).Type.value), (text, "TEXT"))
        self.assertEqual(sheet.getCellRangeByName("A46").getValue(), 1.5e-7)
        self.assertEqual([sheet.getCellRangeByName(cell).CellBackColor for cell in ("A46", "A47")], [0xFFC000, 0x0070C0])
        self.call(document, "ScorebookUndoText")
        self.assertEqual(cells_that_differ(snapshot(document), before), [])

    def test_a_protected_sheet_keeps_its_locked_cells(self):
        document = self.open_sample()
        sheet = document.getSheets().getByName("Risk Register")
        unlocked = sheet.getCellRangeByName("L17")
        protection = unlocked.CellProtection
        protection.IsLocked = False
        unlocked.CellProtection = protection
        sheet.protect("secret")
        before = snapshot(document)
        self.assertTrue(self.call(document, "ScorebookRefreshText").startswith("1 cell changed. 2 changes left out; the list says why."))
        self.assertEqual(self.outcomes(document)["Risk Register!N9"], "left out: the sheet is protected")
        self.assertEqual(cells_that_differ(snapshot(document), before), ["Risk Register!L17"])

    def test_a_read_only_workbook_is_checked_and_not_changed(self):
        document = self.open_sample(ReadOnly=True)
        before = snapshot(document)
        self.assertEqual(self.call(document, "ScorebookRefreshText"),
                         "This workbook is open read-only, so nothing was changed. Save a copy and refresh that.")
        self.assertEqual(cells_that_differ(snapshot(document), before), [])
        self.assertIn("Refresh would change 3 cells", self.call(document, "ScorebookCheckText"))

    def test_a_workbook_that_was_never_saved(self):
        document = self.with_module(self.office.open("private:factory/scalc", MacroExecutionMode=RUN_MACROS))
        rows = (("Risk register", "", "", "", ""), ("Ref", "Risk Description", "Impact", "Likelihood", "Risk Score"),
                *((f"CR{number}", f"Loss of supplier number {number}", 3.0, 4.0, 12.0 + (number == 3)) for number in range(1, 7)))
        sheet = document.getSheets().getByIndex(0)
        sheet.getCellRangeByPosition(0, 0, 4, len(rows) - 1).setDataArray(rows)
        self.assertTrue(self.call(document, "ScorebookRefreshText").startswith("1 cell changed."))
        self.assertEqual(sheet.getCellRangeByName("E5").getValue(), 12)
        self.assertEqual(document.getURL(), "")

    def test_what_cannot_be_done_is_a_sentence_and_nothing_is_changed(self):
        document = self.open_sample()
        before = snapshot(document)
        self.answer_with({"protocol": "scorebook/1", "file": "x", "status": "failed", "error": "the workbook is encrypted"})
        self.assertEqual(self.call(document, "ScorebookRefreshText"), "The workbook is encrypted. Nothing was changed.")
        self.answer_with({})
        self.assertEqual(self.call(document, "ScorebookRefreshText"), "The program's answer is not complete. Nothing was changed.")
        self.program.unlink()
        self.assertIn("scorebook.exe was not found", self.call(document, "ScorebookCheckText"))
        self.assertEqual(cells_that_differ(snapshot(document), before), [])

    def test_a_failure_half_way_takes_the_first_half_back(self):
        document = self.open_sample()
        library = document.BasicLibraries.getByName("Standard")
        whole = library.getByName("Scorebook")
        failing = whole.replace("        cell.Value = LiteralText(content)\n", '        Err.Raise 513, , "the sheet is full"\n')
        self.assertNotEqual(failing, whole)
        library.replaceByName("Scorebook", failing)
        before = snapshot(document)
        self.answer_with({"status": "ok", "findings": [], "changes": [
            {"sheet": "Risk Register", "cell": "L17", "kind": "value", "before": 14, "after": 12, "fill": "FF0000"},
            {"sheet": "Risk Register", "cell": "N9", "kind": "value", "before": "Amber", "after": "Red"}]})
        self.assertEqual(self.call(document, "ScorebookRefreshText"), "A cell could not be changed: The sheet is full. Nothing was changed.")
        self.assertEqual(cells_that_differ(snapshot(document), before), [])
        self.assertEqual(self.call(document, "ScorebookUndoText"), "There is nothing to undo.")

    def test_the_lists_are_a_workbook_of_their_own(self):
        document = self.open_sample()
        library = document.BasicLibraries.getByName("Standard")
        text = library.getByName("Scorebook") + "\nPublic Function ListsForTest() As String\nShowLists\nListsForTest = \"shown\"\nEnd Function\n"
        library.replaceByName("Scorebook", text)
        before = snapshot(document)
        self.call(document, "ScorebookCheckText")
        self.assertEqual(self.call(document, "ListsForTest"), "shown")
        found = self.office.desktop.Components.createEnumeration()
        books = []
        while found.hasMoreElements():
            books.append(found.nextElement())
        lists = next(each for each in books if each.supportsService("com.sun.star.sheet.SpreadsheetDocument") and each.getURL() == "")
        self.addCleanup(lists.close, True)
        rows = lists.getSheets().getByIndex(0).getCellRangeByName("A1:E2").getDataArray()
        self.assertEqual(rows[0], ("How bad", "Where", "Entry", "What", "What to do"))
        self.assertEqual(rows[1][:3], ("error", "Risk Register!H6", "CR1"))
        self.assertEqual(cells_that_differ(snapshot(document), before), [])

    def test_the_module_is_a_file_excels_editor_takes_in(self):
        module = chosen.module.read_bytes()
        self.assertTrue(module.startswith(b'Attribute VB_Name = "Scorebook"\r\n'))
        self.assertEqual(module.count(b"\n"), module.count(b"\r\n"))
        self.assertTrue(module.isascii())
        self.assertLess(max(map(len, module.splitlines())), 1024)

    def test_a_large_register_is_done_in_seconds(self):
        path = self.place / "large.xlsx"
        registers.make_register(path, 1_000)
        path.chmod(0o666)
        document = self.with_module(self.office.open(path.as_uri(), MacroExecutionMode=RUN_MACROS))
        start, used = office.now(), self.office.processor_time()
        self.assertTrue(self.call(document, "ScorebookRefreshText").startswith("500 cells changed."))
        refreshed, spent = office.now() - start, self.office.processor_time() - used
        start = office.now()
        self.assertEqual(self.call(document, "ScorebookUndoText"), "500 cells put back.")
        print(f"1,000 rows, 500 changes in LibreOffice: {refreshed:.1f} s (processor {spent:.1f} s), undo {office.now() - start:.1f} s", flush=True)
        self.assertLess(min(refreshed, spent), 5)


def main():
    global chosen
    options = argparse.ArgumentParser()
    options.add_argument("--module", type=Path, required=True)
    options.add_argument("--scorebook", required=True)
    options.add_argument("--samples", type=Path, required=True)
    chosen, rest = options.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest], verbosity=2)


if __name__ == "__main__":
    main()
