// pane_test.mjs - the task pane as an officer uses it, in headless Chromium against fake_office.js.
//
// What refresh must leave in the cells is not ours to say: the native command line writes the file and openpyxl reads it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { holdCases } from "../../protocol/run.mjs";
import { cellsOf, closeBrowser, hostFor, madeRegister, openPane, scorebook, settings, settled } from "./pane_page.mjs";

after(closeBrowser);

const faulty = join(settings.samples, "risk-register-5x5-faulty.xlsx");
const cellText = (page, sheet, cell) => page.evaluate(([s, c]) => fakeHost.cell(s, c).value, [sheet, cell]);
const log = (page) => page.evaluate(() => fakeHost.log);
const contents = (page) => page.evaluate(() => fakeHost.contents());

/** Cells that differ between two readings, but for formulas' results, which Excel calculates itself. */
function typedDifferences(sheets, others) {
    const found = [];
    for (const [name, { cells }] of Object.entries(sheets)) {
        for (const place of new Set([...Object.keys(cells), ...Object.keys(others[name].cells)])) {
            const [a, b] = [cells[place] ?? {}, others[name].cells[place] ?? {}];
            const same = a.formula ? a.formula === b.formula : (a.value ?? "") === (b.value ?? "");
            if (!same || a.fill !== b.fill) found.push(`${name}!${place}: ${JSON.stringify(a)} ${JSON.stringify(b)}`);
        }
    }
    return found;
}

test("Refresh on the ribbon leaves the cells as the command line does, in one step of undo, without the pane", async () => {
    for (const path of [faulty, madeRegister("rag.xlsx", 12, "rag")]) {
        const out = join(settings.out, "refreshed.xlsx");
        scorebook("refresh", "--quiet", path, "-o", out);
        const [wanted] = cellsOf(out);
        const page = await openPane(hostFor(path));
        const before = await contents(page);
        await page.evaluate(() => fakeHost.ribbon("refresh"));
        assert.match(await settled(page), /^Refreshed: \d+ changes applied\./);
        const sheets = await page.evaluate(() => Object.fromEntries(fakeHost.sheets));
        assert.deepEqual(typedDifferences(sheets, wanted), []);
        assert.equal((await log(page)).shown, 0);
        assert.equal(await page.evaluate(() => fakeHost.undoStack.length), 1);
        await page.evaluate(() => fakeHost.undo());
        assert.equal(await contents(page), before);
        assert.deepEqual(page.faults, []);
    }
});

test("an Excel that can't group undo still has one step for a small refresh", async () => {
    const page = await openPane(hostFor(madeRegister("rag.xlsx", 12, "rag"), { api: 1.18 }));
    await page.evaluate(() => fakeHost.ribbon("refresh"));
    await settled(page);
    assert.equal(await page.evaluate(() => fakeHost.undoStack.length), 1);
    assert.deepEqual(page.faults, []);
});

test("Check lists findings worst first with counts, filters them, and changes nothing", async () => {
    const page = await openPane(hostFor(faulty));
    const before = await contents(page);
    await page.click("#check");
    assert.equal(await settled(page), "Checked: 9 errors, 9 warnings, 3 changes proposed.");
    assert.equal(await contents(page), before);
    const report = JSON.parse(scorebook("check", "--format", "json", faulty));
    const severities = async () => page.$$eval("#findings-list .severity", (items) => items.map((item) => item.textContent));
    assert.deepEqual(await severities(), [...Array(report.counts.error).fill("Error"), ...Array(report.counts.warning).fill("Warning"),
                                          ...Array(report.counts.info).fill("Remark")]);
    await page.click(".filter.error");
    await page.click(".filter.info");
    assert.deepEqual(await severities(), Array(report.counts.warning).fill("Warning"));
    assert.equal(await page.getAttribute(".filter.error", "aria-pressed"), "false");
    assert.equal(await page.textContent("#tab-findings"), `Findings (${report.findings.length})`);
    assert.deepEqual(page.faults, []);
});

test("findings with certain words are shown, and after a refresh what it put right is said to be so", async () => {
    const page = await openPane(hostFor(faulty));
    await page.click("#refresh");
    assert.match(await settled(page), /^Refreshed: 3 changes applied\. Left for you: 7 errors, 8 warnings\.$/);
    await page.click("#tab-findings");
    assert.equal(await page.textContent("#tab-findings"), "Findings (16)");
    assert.deepEqual(await page.$$eval(".filter", (filters) => filters.map((filter) => filter.textContent)), ["7 Errors", "8 Warnings", "1 Remark", "3 Put right"]);
    const places = () => page.$$eval("#findings-list .card", (cards) => cards.map((card) => card.querySelector(".place").textContent));
    await page.fill("#findings-words", "Below THRESHOLD cr16");
    assert.deepEqual(await places(), ["'Risk Register'!L15"]);
    await page.fill("#findings-words", "n9");
    assert.equal(await page.textContent("#findings-list .card.right .severity"), "Put right");
    await page.fill("#findings-words", "no such words");
    assert.equal(await page.textContent("#findings-empty"), "None of the findings is as chosen above.");
    await page.click("#tab-changes");
    await page.click("#put-back");
    await settled(page);
    assert.equal(await page.textContent("#tab-findings"), "Findings (19)");
    assert.deepEqual(page.faults, []);
});

test("a click on a place goes to the cell; a hidden sheet is said", async () => {
    const host = hostFor(faulty);
    const page = await openPane(host);
    await page.click("#check");
    await settled(page);
    await page.click('#findings-list button:text("\'Risk Register\'!N9")');
    await page.waitForFunction(() => fakeHost.log.selected !== "");
    assert.equal((await log(page)).selected, "Risk Register!N9");
    await page.evaluate(() => (fakeHost.sheets.get("Opportunities").visibility = "Hidden"));
    await page.click("#findings-list button:text(\"Opportunities!A9\")");
    await page.waitForFunction(() => document.getElementById("status").textContent.includes("hidden"));
});

test("only ticked changes are applied, and they can be put back", async () => {
    const page = await openPane(hostFor(faulty));
    const before = await contents(page);
    await page.click("#check");
    await settled(page);
    await page.click("#tab-changes");
    await page.click("#tick-none");
    assert.equal(await page.isDisabled("#apply"), true);
    await page.check('#changes-list input[aria-label="Apply the change of \'Risk Register\'!L17"]');
    await page.click("#apply");
    assert.match(await settled(page), /^Refreshed: 1 change applied\./);
    assert.equal(await cellText(page, "Risk Register", "L17"), 12);
    assert.equal(await cellText(page, "Risk Register", "N9"), "Amber");
    assert.equal((await page.$$("#changes-list .state.applied")).length, 1);
    await page.click("#tick-all");
    await page.click("#apply");
    assert.match(await settled(page), /^Refreshed: 2 changes applied\./);
    await page.click("#put-back");
    await page.waitForFunction(() => document.getElementById("status").textContent.startsWith("Put back"));
    assert.equal(await page.textContent("#status"), "Put back 3 changes.");
    assert.equal(await contents(page), before);
    assert.deepEqual(page.faults, []);
});

test("what can't be done is one sentence, and nothing is changed", async () => {
    const cases = [
        [{ refusesFile: true }, /^Excel did not hand out the workbook: The workbook is being saved\. Nothing was changed\.$/],
        [{ bytes: btoa("<html>a web page</html>") }, /\. Nothing was changed\.$/],
        [{ mode: "readOnly" }, /^This workbook is open read-only, so save a copy and refresh that\. Nothing was changed\.$/],
    ];
    for (const [more, sentence] of cases) {
        const page = await openPane(hostFor(faulty, more));
        const before = await contents(page);
        await page.click("#refresh");
        assert.match(await settled(page), sentence);
        assert.equal(await contents(page), before);
        assert.deepEqual(page.faults, []);
    }
});

test("an accepted finding goes to the Scorebook sheet with reason and name, where the engine finds it", async () => {
    const page = await openPane(hostFor(faulty));
    await page.click("#check");
    await settled(page);
    const card = page.locator("#findings-list .card", { hasText: "Residual Score 9 is below the threshold" }).first();
    await card.locator("button:has-text('Accept…')").click();
    await card.locator("button[type=submit]").click();
    assert.equal(await page.evaluate(() => fakeHost.sheets.has("Scorebook")), false, "a reason is required");
    await card.locator("textarea").fill("=Leaves with the next report");
    await card.locator("input[name=name]").fill("J Smith, Head of Audit");
    await card.locator("input[name=until]").fill("2099-03-31");
    await card.locator("button[type=submit]").click();
    await page.waitForFunction(() => document.getElementById("status").textContent.startsWith("Accepted"));
    assert.equal(await page.textContent("#status"), "Accepted G05 of CR16; it is on the sheet Scorebook.");
    // A second one goes below it.
    const other = page.locator("#findings-list .card", { hasText: "Residual Opportunity Score 9 is below" }).first();
    await other.locator("button:has-text('Accept…')").click();
    await other.locator("textarea").fill("Kept for the record");
    await other.locator("button[type=submit]").click();
    await page.waitForFunction(() => document.getElementById("status").textContent.includes("CO2"));
    const rows = await page.evaluate(() => [1, 2, 3].map((row) => ["A", "B", "C", "D", "E"].map((column) => fakeHost.cell("Scorebook", `${column}${row}`).value)));
    assert.deepEqual(rows, [
        ["Accepted", "Record", "Reason", "Name", "Until"],
        ["G05", "CR16", "=Leaves with the next report", "J Smith, Head of Audit", "2099-03-31"],
        ["G05", "CO2", "Kept for the record", "J Smith, Head of Audit", ""],
    ]);
    const path = join(settings.out, "accepted.xlsx");
    const script = "import json,sys,openpyxl\nbook=openpyxl.load_workbook(sys.argv[1])\nsheet=book.create_sheet('Scorebook')\n" +
        "for row in json.loads(sys.argv[3]): sheet.append(row)\nfor row in sheet.iter_rows():\n  for cell in row: cell.data_type='s'\nbook.save(sys.argv[2])";
    assert.equal(spawnSync(settings.python, ["-c", script, faulty, path, JSON.stringify(rows)]).status, 0);
    const findings = JSON.parse(scorebook("check", "--format", "json", path)).findings;
    const accepted = findings.filter(({ rule, record }) => rule === "G05" && ["CR16", "CO2"].includes(record));
    assert.deepEqual(accepted.map(({ severity }) => severity), ["info", "info"]);
    assert.match(accepted[0].message, /Accepted by J Smith, Head of Audit until 31 March 2099: =Leaves with the next report\./);
    assert.deepEqual(page.faults, []);
});

test("everything can be done with the keyboard, and what happens is in a live region", async () => {
    const page = await openPane(hostFor(faulty));
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "refresh");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await settled(page);
    assert.equal(await page.getAttribute("#status", "role"), "status");
    await page.focus("#tab-findings");
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement.id), "tab-changes");
    assert.equal(await page.isVisible("#panel-changes"), true);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "apply");
    for (const _ of [1, 2, 3]) await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.type), "checkbox");
    await page.keyboard.press("Space");
    assert.equal(await page.textContent("#apply"), "Apply 2 ticked");
    assert.equal(await page.evaluate(() => document.activeElement.type), "checkbox");
    await page.focus("#apply");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.getElementById("status").textContent.startsWith("Refreshed: 2 changes applied."));
});

test("last period's workbook and the day can be chosen", async () => {
    const page = await openPane(hostFor(join(settings.samples, "risk-register-2016-05.xlsx")));
    await page.click("#check");
    await settled(page);
    const alone = await page.textContent("#tab-findings");
    await page.click("#options summary");
    await page.setInputFiles("#previous", join(settings.samples, "risk-register-2016-03.xlsx"));
    await page.fill("#as-at", "2016-06-08");
    await page.click("#check");
    await page.waitForFunction((text) => document.getElementById("tab-findings").textContent !== text, alone);
    const report = JSON.parse(scorebook("check", "--format", "json", "--as-at", "2016-06-08", "--previous",
        join(settings.samples, "risk-register-2016-03.xlsx"), join(settings.samples, "risk-register-2016-05.xlsx")));
    assert.equal(await page.textContent("#tab-findings"), `Findings (${report.findings.length})`);
    await page.click("#check");
    await settled(page);
    assert.deepEqual(page.faults, []);
});

test("what was accepted last period comes along, on a sheet Scorebook made for it", async () => {
    const previous = join(settings.out, "last-period.xlsx");
    const script = "import sys,openpyxl\nbook=openpyxl.load_workbook(sys.argv[1])\nsheet=book.create_sheet('Scorebook')\n" +
        "sheet.append(['Accepted','Record','Reason','Name','Until'])\nsheet.append(['G05','CR16','Agreed','J Smith',''])\nbook.save(sys.argv[2])";
    assert.equal(spawnSync(settings.python, ["-c", script, faulty, previous]).status, 0);
    const page = await openPane(hostFor(faulty));
    await page.click("#options summary");
    await page.setInputFiles("#previous", previous);
    await page.click("#refresh");
    assert.match(await settled(page), /^Refreshed: \d+ changes applied\./);
    const rows = await page.evaluate(() => [1, 2].map((row) => ["A", "B", "C", "D"].map((column) => fakeHost.cell("Scorebook", `${column}${row}`).value)));
    assert.deepEqual(rows, [["Accepted", "Record", "Reason", "Name"], ["G05", "CR16", "Agreed (accepted in last-period.xlsx)", "J Smith"]]);
    await page.evaluate(() => fakeHost.undo());
    assert.equal(await page.evaluate(() => fakeHost.sheets.has("Scorebook")), false);
    const before = await contents(page);
    await page.evaluate(() => (fakeHost.failsAtWrite = 2));
    await page.click("#refresh");
    assert.match(await settled(page), /Nothing was changed\.$/);
    assert.equal(await contents(page), before, "the sheet made for it is gone again");
    assert.deepEqual(page.faults, []);
});

test("the protocol's cases are answered by the pane's own worker", async () => {
    const page = await openPane(hostFor(faulty));
    const bytesOf = (folder, name) => name && readFileSync(join(folder, name)).toString("base64");
    const host = async ({ request, workbook, previous, folder }) => {
        const json = await page.evaluate(async ([options, current, earlier]) => {
            const { askEngine } = await import("./engine_client.js");
            const bytes = (text) => text && Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
            const question = { options, workbook: bytes(current), previous: bytes(earlier) };
            return (await askEngine(question, new AbortController().signal)).json;
        }, [{ ...request, file: workbook, "dry-run": true, ...(previous ? { previous } : {}) }, bytesOf(folder, workbook), bytesOf(folder, previous)]);
        return JSON.parse(json);
    };
    const { passed, failed, notAsked } = await holdCases("pane", host);
    assert.deepEqual([passed > 5, failed, notAsked], [true, 0, 0]);
    assert.deepEqual(page.faults, []);
});
