#!/usr/bin/python3
"""The extension, installed with unopkg and driven headless by dispatch of its own commands.

    commands_test.py --extension scorebook.oxt --scorebook scorebook --samples samples
"""
import argparse
import json
import shutil
import subprocess
import sys
import unittest
import zipfile
from pathlib import Path

from openpyxl import load_workbook
import uno  # lets the office's own names be imported
from com.sun.star.awt.FontWeight import BOLD

import office
import registers
from snapshot import cells_that_differ, snapshot, text_portions

chosen = None
FAULTY = "risk-register-5x5-faulty.xlsx"


def engine_json(command, *files):
    run = subprocess.run([chosen.scorebook, *command, "--format", "json", *files], capture_output=True, text=True)
    return json.loads(run.stdout)


def cell(document, place):
    sheet, a1 = place.split("!")
    return document.getSheets().getByName(sheet).getCellRangeByName(a1)


class _WatchedFrame:
    """A frame whose status bar keeps what it is told; the extension's own code is run here, outside of the office."""

    def __init__(self, frame):
        self.frame = frame
        self.told = []

    def createStatusIndicator(self):
        return self

    def start(self, text, steps):
        self.told.append(f"start {text}, {steps} steps")

    def setText(self, text):
        self.text = text

    def setValue(self, value):
        self.told.append(f"{value} {self.text}")

    def end(self):
        self.told.append("end")

    def __getattr__(self, name):
        return getattr(self.frame, name)


class Commands(unittest.TestCase):
    """One office for all; each test its own document."""

    @classmethod
    def setUpClass(cls):
        cls.folder = office.temporary_folder()
        cls.addClassCleanup(cls.folder.cleanup)
        office.make_profile(cls.folder.name, chosen.extension)
        cls.office = cls.enterClassContext(office.Office(cls.folder.name))

    def open_sample(self, name=FAULTY):
        document = self.office.open_copy(chosen.samples / name)
        self.addCleanup(document.close, True)
        return document

    def open_register(self, rows=60):
        path = Path(self.folder.name, f"register-{rows}.xlsx")
        registers.make_register(path, rows)
        document = self.office.open_copy(path)
        self.addCleanup(document.close, True)
        return document

    def run_command(self, document, name, **given):
        outcome = self.office.command(document, name, **given)
        self.assertEqual(outcome["status"], "ok", outcome)
        return outcome

    def assert_same(self, document, before):
        self.assertEqual(cells_that_differ(snapshot(document), before), [])

    def test_refresh_makes_the_engines_changes_and_one_undo_takes_all_back(self):
        document = self.open_sample()
        before = snapshot(document)
        changes = [change for change in engine_json(["refresh", "--dry-run"], chosen.samples / FAULTY)["changes"]
                   if change["kind"] == "value"]
        self.assertGreater(len(changes), 2)
        outcome = self.run_command(document, "refresh")
        self.assertEqual(outcome["changed"], len(changes))
        after = snapshot(document)
        for change in changes:
            held = cell(document, f"{change['sheet']}!{change['cell']}")
            shown = held.getValue() if isinstance(change["after"], (int, float)) else held.getString()
            self.assertEqual(shown, change["after"], change)
        changed = {f"{change['sheet']}!{change['cell']}" for change in changes}
        self.assertEqual(set(cells_that_differ(after, before)) - changed, set(), "only what the engine named")

        manager = document.getUndoManager()
        self.assertEqual(len(manager.getAllUndoActionTitles()), 1)
        manager.undo()
        self.assert_same(document, before)
        self.assertEqual(len(manager.getAllRedoActionTitles()), 1)
        manager.redo()
        self.assert_same(document, after)
        manager.undo()
        self.assert_same(document, before)

    def test_a_second_refresh_changes_nothing(self):
        document = self.open_sample()
        self.run_command(document, "refresh")
        after = snapshot(document)
        self.assertEqual(self.run_command(document, "refresh")["changed"], 0)
        self.assert_same(document, after)

    def test_comments_and_formulas_stay_and_formulas_follow(self):
        document = self.open_register()
        self.assertEqual(cell(document, "Register!F64").getValue(), 26.0)
        self.assertEqual(self.run_command(document, "refresh")["changed"], 30)
        sheet = document.getSheets().getByName("Register")
        self.assertEqual([each.String for each in sheet.Annotations], ["Agreed with the Head of Audit on 3 May"])
        self.assertEqual(cell(document, "Register!F64").getFormula(), "=MAX(F4:F63)")
        self.assertEqual(cell(document, "Register!F64").getValue(), 25.0)

    def test_what_stands_between_changed_cells_stays(self):
        """Changed cells of a column are written together; in between are a formula, a comment, a text of two weights, a gap."""
        document = self.open_register()
        sheet = document.getSheets().getByName("Register")
        sheet.getCellRangeByName("F20").setFormula("=D20*E20")
        sheet.getAnnotations().insertNew(sheet.getCellRangeByName("F30").getCellAddress(), "Seen")
        text = sheet.getCellRangeByName("F40")
        text.setString("not yet")
        cursor = text.createTextCursor()
        cursor.gotoStart(False)
        cursor.goRight(3, True)
        cursor.CharWeight = BOLD
        sheet.getCellRangeByName("F50").setString("")
        portions = text_portions(text)
        document.getUndoManager().clear()
        before = snapshot(document)
        changed = self.run_command(document, "refresh")["changed"]
        after = snapshot(document)
        differing = cells_that_differ(after, before)
        self.assertEqual(len(differing), changed)
        self.assertGreater(changed, 25)
        self.assertEqual({place[:10] for place in differing}, {"Register!F"})
        for turn, state in ((None, after), ("undo", before), ("redo", after), ("undo", before)):
            if turn:
                getattr(document.getUndoManager(), turn)()
            self.assert_same(document, state)
            if state is before:
                self.assertEqual(text_portions(sheet.getCellRangeByName("F40")), portions)

    def test_a_partly_bold_text_comes_back_with_undo(self):
        document = self.open_sample()
        text = cell(document, "Risk Register!L12")  # the text 16, which refresh makes a number
        cursor = text.createTextCursor()
        cursor.gotoStart(False)
        cursor.goRight(1, True)
        cursor.CharWeight = BOLD
        document.getUndoManager().clear()
        before = text_portions(text)
        self.assertEqual([portion[0] for portion in before], ["1", "6"])
        self.run_command(document, "refresh")
        self.assertEqual(text.getValue(), 16)
        document.getUndoManager().undo()
        self.assertEqual(text_portions(cell(document, "Risk Register!L12")), before)

    def test_check_changes_nothing_and_counts_what_the_engine_finds(self):
        document = self.open_sample()
        before = snapshot(document)
        outcome = self.run_command(document, "check")
        counts = engine_json(["refresh", "--dry-run"], chosen.samples / FAULTY)["counts"]
        self.assertEqual({name: outcome[name] for name in ("error", "warning")},
                         {name: counts[name] for name in ("error", "warning")})
        self.assert_same(document, before)
        self.assertEqual(document.getUndoManager().getAllUndoActionTitles(), ())
        self.assertFalse(document.isModified())

    def test_all_some_or_none_of_the_changes(self):
        document = self.open_sample()
        before = snapshot(document)
        self.run_command(document, "check")
        self.assertEqual(self.run_command(document, "apply", Changes="Risk Register!L17; Risk Register!N9")["changed"], 2)
        self.assertEqual(cells_that_differ(snapshot(document), before), ["Risk Register!L17", "Risk Register!N9"])
        self.assertEqual(self.run_command(document, "apply", Changes="all")["changed"], 1)
        self.assertEqual(self.run_command(document, "apply", Changes="Risk Register!L17")["changed"], 2)
        self.assertEqual(cells_that_differ(snapshot(document), before), ["Risk Register!L17"])
        self.assertEqual(self.run_command(document, "apply", Changes="none")["changed"], 1)
        self.assert_same(document, before)
        for _ in range(4):
            document.getUndoManager().undo()
        self.assert_same(document, before)

    def test_a_cell_changed_meanwhile_is_left_alone(self):
        document = self.open_sample()
        self.run_command(document, "check")
        cell(document, "Risk Register!L17").setValue(9)
        outcome = self.run_command(document, "apply", Changes="all")
        self.assertEqual((outcome["changed"], outcome["left_out"]), (2, 1))
        self.assertEqual(cell(document, "Risk Register!L17").getValue(), 9)

    def test_a_score_whose_likelihood_was_changed_after_the_check_is_left_alone(self):
        document = self.open_sample()
        self.run_command(document, "check")
        cell(document, "Risk Register!K17").setValue(2)
        outcome = self.run_command(document, "apply", Changes="all")
        self.assertEqual((outcome["changed"], outcome["left_out"]), (2, 1))
        self.assertEqual(cell(document, "Risk Register!L17").getValue(), 14)

    def test_a_read_only_document_is_checked_and_not_changed(self):
        path = Path(self.folder.name, "read-only.xlsx")
        shutil.copy(chosen.samples / FAULTY, path)
        document = self.office.open(path.as_uri(), ReadOnly=True)
        self.addCleanup(document.close, True)
        before = snapshot(document)
        self.assertIn("read-only", self.office.command(document, "refresh")["error"])
        self.assert_same(document, before)
        self.assertEqual(self.run_command(document, "check")["error"], 9)

    def test_a_protected_sheet_keeps_its_locked_cells(self):
        document = self.open_sample()
        sheet = document.getSheets().getByName("Risk Register")
        unlocked = cell(document, "Risk Register!L17")
        protection = unlocked.CellProtection
        protection.IsLocked = False
        unlocked.CellProtection = protection
        sheet.protect("secret")
        before = snapshot(document)
        outcome = self.run_command(document, "refresh")
        self.assertEqual((outcome["changed"], outcome["left_out"]), (1, 2))
        self.assertEqual(cells_that_differ(snapshot(document), before), ["Risk Register!L17"])

    def test_the_status_bar_tells_each_step_and_is_given_back(self):
        unpacked = Path(self.folder.name, "unpacked")
        zipfile.ZipFile(chosen.extension).extractall(unpacked)
        sys.path.insert(0, str(unpacked / "pythonpath"))
        self.addCleanup(sys.path.remove, str(unpacked / "pythonpath"))
        from scorebook_calc.commands import Commands as ExtensionCommands

        document = self.open_sample()
        frame = _WatchedFrame(document.getCurrentController().getFrame())
        outcome = ExtensionCommands(self.office.context, frame).run("refresh", {})
        self.assertEqual((outcome["status"], outcome["changed"]), ("ok", 3), outcome)
        self.assertEqual(frame.told, ["start Scorebook, 4 steps", "0 Scorebook: reading the workbook", "1 Scorebook: checking",
                                      "2 Scorebook: applying changes", "3 Scorebook: done", "end"])
        frame.told.clear()
        outcome = ExtensionCommands(self.office.context, frame).run("compare", {"Previous": "file:///no/such/file.xlsx"})
        self.assertEqual(outcome["status"], "failed")
        self.assertEqual(frame.told, ["start Scorebook, 3 steps", "0 Scorebook: reading the workbook", "1 Scorebook: comparing", "end"])

    def test_edits_that_were_never_saved_count_and_the_file_stays(self):
        document = self.open_sample()
        path = Path(uno.fileUrlToSystemPath(document.getURL()))
        saved = path.read_bytes()
        cell(document, "Risk Register!L17").setValue(12)  # right, by hand
        self.assertEqual(self.run_command(document, "refresh")["changed"], 2)
        self.assertEqual(path.read_bytes(), saved)
        self.assertTrue(document.isModified())

    def test_a_document_that_was_never_saved(self):
        document = self.office.open("private:factory/scalc")
        self.addCleanup(document.close, True)
        rows = (("Risk register", "", "", "", ""), ("Ref", "Risk Description", "Impact", "Likelihood", "Risk Score"),
                *((f"CR{number}", f"Loss of supplier number {number}", 3.0, 4.0, 12.0 + (number == 3)) for number in range(1, 7)))
        sheet = document.getSheets().getByIndex(0)
        sheet.getCellRangeByPosition(0, 0, 4, len(rows) - 1).setDataArray(rows)
        self.assertEqual(self.run_command(document, "refresh")["changed"], 1)
        self.assertEqual(sheet.getCellRangeByName("E5").getValue(), 12)
        self.assertEqual((document.getURL(), document.isModified()), ("", True))

    def test_an_open_document_spreadsheet(self):
        source = self.open_sample()
        url = Path(self.folder.name, "home", "register.ods").as_uri()
        source.storeToURL(url, office.properties(FilterName="calc8"))
        document = self.office.open(url)
        self.addCleanup(document.close, True)
        before = snapshot(document)
        self.assertEqual(self.run_command(document, "refresh")["changed"], 3)
        self.assertEqual(cell(document, "Risk Register!L17").getValue(), 12)
        self.assertEqual(document.getURL(), url)
        document.getUndoManager().undo()
        self.assert_same(document, before)

    def test_compare_gives_the_committee_text(self):
        document = self.open_sample("risk-register-2016-05.xlsx")
        before = snapshot(document)
        outcome = self.run_command(document, "compare", Previous=(chosen.samples / "risk-register-2016-03.xlsx").as_uri())
        self.assertIn("remain on the register", outcome["narrative"])
        self.assert_same(document, before)

    def test_the_appendix_is_written_and_opens(self):
        document = self.open_sample()
        before = snapshot(document)
        target = Path(self.folder.name, "home", "appendix.xlsx")
        self.run_command(document, "appendix", Output=target.as_uri())
        self.assert_same(document, before)
        appendix = self.office.open(target.as_uri())
        self.addCleanup(appendix.close, True)
        self.assertEqual(appendix.getSheets().getElementNames()[:3], ("Cover", "Risks", "Opportunities"))
        risks = appendix.getSheets().getByName("Risks").getCellRangeByName("A1:A30").getDataArray()
        self.assertIn(("CR1",), risks)
        self.assertEqual(self.office.command(document, "appendix", Output=Path("/no/such/folder/a.xlsx").as_uri())["status"], "failed")

    def test_an_accepted_finding_stands_on_the_scorebook_sheet(self):
        document = self.open_sample()
        before = snapshot(document)
        errors = self.run_command(document, "check")["error"]
        finding = next(each for each in engine_json(["check"], chosen.samples / FAULTY)["findings"] if each["severity"] == "error")
        given = {"Rule": finding["rule"], "Record": finding["record"], "Reason": "Agreed with audit", "Name": "J Smith"}
        self.assertIn("reason", self.office.command(document, "accept", **{**given, "Reason": ""})["error"])
        outcome = self.run_command(document, "accept", Until="31/03/2030", **given)
        self.assertLess(outcome["error"], errors)
        sheet = document.getSheets().getByName("Scorebook")
        rows = sheet.getCellRangeByName("A1:E2").getDataArray()
        self.assertEqual(rows, (("Accepted", "Record", "Reason", "Name", "Until"),
                                (finding["rule"], finding["record"], "Agreed with audit", "J Smith", "31/03/2030")))
        document.getUndoManager().undo()
        self.assert_same(document, before)

    def test_findings_accepted_last_period_come_along_with_a_refresh(self):
        previous = Path(self.folder.name, "last-period.xlsx")
        registers.make_register(previous, 6)
        book = load_workbook(previous)
        accepted = book.create_sheet("Scorebook")
        accepted.append(("Accepted", "Record", "Reason", "Name", "Until"))
        accepted.append(("V11", "CR2", "Agreed with audit", "J Smith"))
        book.save(previous)
        document = self.open_register(6)
        before = snapshot(document)
        self.run_command(document, "options", Previous=previous.as_uri())
        self.run_command(document, "refresh")
        rows = document.getSheets().getByName("Scorebook").getCellRangeByName("A1:E2").getDataArray()
        self.assertEqual(rows, (("Accepted", "Record", "Reason", "Name", "Until"),
                                ("V11", "CR2", "Agreed with audit (accepted in last-period.xlsx)", "J Smith", "")))
        self.assertEqual(self.run_command(document, "refresh")["changed"], 0)
        manager = document.getUndoManager()
        manager.undo()
        self.assert_same(document, before)
        manager.redo()
        self.assertEqual(document.getSheets().getByName("Scorebook").getCellRangeByName("A1:E2").getDataArray(), rows)

    def test_options_reach_the_engine(self):
        document = self.open_sample("risk-register-2016-05.xlsx")
        without = self.run_command(document, "check")
        self.run_command(document, "options", Previous=(chosen.samples / "risk-register-2016-03.xlsx").as_uri())
        self.assertGreater(self.run_command(document, "check")["error"], without["error"])
        self.run_command(document, "options", AsAt="no day")
        self.assertEqual(self.office.command(document, "check")["status"], "failed")
        self.run_command(document, "options", AsAt="", Previous="", AsksFirst=True)
        self.addCleanup(self.run_command, document, "options", AsksFirst=False)
        self.assertEqual(self.run_command(document, "refresh")["changed"], 0)

    @unittest.skipUnless(shutil.which("node"), "node is not installed")
    def test_the_protocols_cases(self):
        """Each case's workbook open in Calc, its question asked of the extension; node holds the replies against the cases."""
        protocol = Path(__file__).resolve().parents[2] / "protocol"
        replies = Path(self.folder.name, "replies")
        replies.mkdir()
        names = {"template": "Template", "as-at": "AsAt"}
        for path in sorted((protocol / "cases").glob("*.json")):
            case = json.loads(path.read_text(encoding="utf-8"))
            if not case["workbook"].endswith(".xlsx"):
                continue  # it can't be open in Calc
            document = self.open_sample(case["workbook"])
            given = {name: case["request"][key] for key, name in names.items() if key in case["request"]}
            if "previous" in case:
                given["Previous"] = (chosen.samples / case["previous"]).as_uri()
            reply = self.run_command(document, "ask", Command=case["request"]["command"], **given)["reply"]
            self.assertEqual(reply["file"], "-")
            (replies / path.name).write_text(json.dumps({**reply, "file": case["workbook"]}), encoding="utf-8")
        run = subprocess.run(["node", protocol / "run.mjs", "replies", replies], capture_output=True, text=True)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertIn("1 it can't be asked", run.stdout)
        self.assertIn("nothing that can be asked", self.office.command(document, "ask", Command="convert")["error"])

    def test_large_registers_are_quick(self):
        """The first of three that is within its budget counts. Budgets hold for an idle machine; what is asserted is processor time, which others' work disturbs least."""
        for rows, budget in ((60, 0.5), (10_000, 2.0)):
            document = self.open_register(rows)
            before = snapshot(document)
            best = None
            for _ in range(3):
                start = self.office.processor_time()
                outcome = self.run_command(document, "refresh")
                spent = self.office.processor_time() - start
                self.assertEqual(outcome["changed"], rows // 2)
                start, since = self.office.processor_time(), office.now()
                document.getUndoManager().undo()
                undo, undo_spent = office.now() - since, self.office.processor_time() - start
                measured = (spent, outcome["seconds"], outcome["engine_seconds"], undo, undo_spent)
                best = min(best or measured, measured)
                if min(best[:2]) < budget:
                    break
            self.assert_same(document, before)
            spent, seconds, engine, undo, undo_spent = best
            print(f"dispatch to done, {rows:,} rows, {rows // 2:,} changes: {seconds * 1000:.0f} ms (processor {spent * 1000:.0f} ms; "
                  f"engine {engine * 1000:.0f} ms, {engine / seconds:.0%}); undo {undo * 1000:.0f} ms "
                  f"(processor {undo_spent * 1000:.0f} ms)", flush=True)
            self.assertLess(min(spent, seconds), 1.5 * budget)
            self.assertLess(min(undo_spent, undo), 3.0)


class EngineFailures(unittest.TestCase):
    """An engine that doesn't do its job leaves the document as it was, and a sentence."""

    @classmethod
    def setUpClass(cls):
        cls.folder = office.temporary_folder()
        cls.addClassCleanup(cls.folder.cleanup)
        office.make_profile(cls.folder.name, chosen.extension)
        cls.script = Path(cls.folder.name, "engine")
        cls.script.write_text("#!/bin/sh\nexit 9\n")
        cls.script.chmod(0o755)
        cls.office = cls.enterClassContext(office.Office(cls.folder.name, environment={"SCOREBOOK_ENGINE": str(cls.script)}))

    def outcome_of(self, script):
        self.script.write_text("#!/bin/sh\ncat >/dev/null\n" + script)
        document = self.office.open_copy(chosen.samples / FAULTY)
        try:
            before = snapshot(document)
            outcome = self.office.command(document, "refresh")
            self.assertEqual(cells_that_differ(snapshot(document), before), [])
            manager = document.getUndoManager()
            self.assertEqual((manager.getAllUndoActionTitles(), manager.getAllRedoActionTitles()), ((), ()))
            self.assertFalse(manager.isLocked() or document.hasControllersLocked() or document.isActionLocked())
            self.assertTrue(document.isAutomaticCalculationEnabled())
            return outcome
        finally:
            document.close(True)

    def test_a_sentence_of_the_engine_is_passed_on(self):
        sentence = "the workbook is encrypted"
        reply = json.dumps({"protocol": "scorebook/1", "file": "-", "status": "failed", "error": sentence})
        self.assertEqual(self.outcome_of(f"echo '{reply}'\nexit 3\n")["error"], sentence)
        self.assertEqual(self.outcome_of("echo 'scorebook: no such option' >&2\nexit 2\n")["error"], "no such option")

    def test_no_answer_or_nonsense(self):
        for script in ("exit 0\n", "echo '{\"status\": \"ok\"'\n", "echo '[1]'\n", "kill -9 $$\n", "echo '{\"status\": \"ok\", \"changes\": [{}]}'\n"):
            with self.subTest(script=script):
                self.assertEqual(self.outcome_of(script)["status"], "failed")

    def test_a_failure_half_way_takes_the_first_half_back(self):
        changes = [{"sheet": "Risk Register", "cell": "L17", "kind": "value", "before": 14, "after": 12, "fill": "FF0000"},
                   {"sheet": "Risk Register", "cell": "N9", "kind": "value", "before": "Amber", "after": "\ud800"}]
        reply = json.dumps({"status": "ok", "changes": changes, "findings": []})
        self.assertEqual(self.outcome_of(f"echo '{reply}'\n")["status"], "failed")

    def test_an_engine_that_cannot_be_started(self):
        self.script.chmod(0o644)
        self.addCleanup(self.script.chmod, 0o755)
        self.assertIn("can't be started", self.outcome_of("")["error"])


def main():
    global chosen
    options = argparse.ArgumentParser()
    options.add_argument("--extension", type=Path, required=True)
    options.add_argument("--scorebook", required=True)
    options.add_argument("--samples", type=Path, required=True)
    chosen, rest = options.parse_known_args()
    chosen.samples = chosen.samples.resolve()
    unittest.main(argv=[sys.argv[0], *rest], verbosity=2)


if __name__ == "__main__":
    main()
