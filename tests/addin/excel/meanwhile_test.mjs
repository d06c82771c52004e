// meanwhile_test.mjs - what happens while the pane is at work: others change cells, a sheet is protected, Excel breaks off, the
// officer cancels. Whatever it is, no cell gets a wrong value, and the pane says what was left.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { closeBrowser, hostFor, madeRegister, openPane, settings, settled } from "./pane_page.mjs";

after(closeBrowser);

const faulty = join(settings.samples, "risk-register-5x5-faulty.xlsx");
const cellText = (page, sheet, cell) => page.evaluate(([s, c]) => fakeHost.cell(s, c).value, [sheet, cell]);
const log = (page) => page.evaluate(() => fakeHost.log);
const contents = (page) => page.evaluate(() => fakeHost.contents());
const skipped = (page) => page.$$eval("#changes-list .skipped-why", (items) => items.map((item) => item.textContent));

/** The faulty sample, made into another file by a line of Python; its path. */
function altered(name, line) {
    const path = join(settings.out, name);
    const { status, stderr } = spawnSync(settings.python, ["-c", `import sys, os, shutil, zipfile, openpyxl\n${line}`, faulty, path]);
    assert.equal(status, 0, String(stderr));
    return path;
}

/** Each sentence the pane shows while `work` goes on, with the share of progress: null without one, "some" without a number. */
async function shownDuring(page, work) {
    await page.evaluate(() => {
        window.shown = [];
        const [status, progress] = ["status", "progress"].map((id) => document.getElementById(id));
        const look = () => {
            const share = progress.hidden ? null : progress.hasAttribute("value") ? progress.value : "some";
            window.shown.push([status.textContent, share]);
        };
        new MutationObserver(look).observe(document.querySelector("header"), { subtree: true, childList: true, attributes: true });
    });
    await work();
    await settled(page);
    return page.evaluate(() => window.shown);
}

test("a cell changed meanwhile is skipped and said, the others are written", async () => {
    const page = await openPane(hostFor(faulty));
    await page.click("#check");
    await settled(page);
    await page.evaluate(() => {
        fakeHost.sheets.get("Risk Register").cells.L17.value = 9;
        fakeHost.sheets.get("Risk Register").cells.N9 = { value: "Amber", formula: "=UPPER(\"a\")" };
    });
    await page.click("#tab-changes");
    await page.click("#apply");
    assert.match(await settled(page), /^Refreshed: 1 change applied, 2 skipped \(see Changes for why\)\./);
    assert.equal(await cellText(page, "Risk Register", "L17"), 9);
    assert.equal(await cellText(page, "Risk Register", "L12"), 16);
    assert.deepEqual(await page.$$eval("#changes-list .skipped-why", (items) => items.map((item) => item.textContent)),
                     ["Skipped: it holds a formula now", "Skipped: it was changed meanwhile"]);
    assert.deepEqual(page.faults, []);
});

test("a protected or missing sheet is left alone and said; the ribbon then opens the pane", async () => {
    const host = hostFor(faulty);
    host.sheets["Risk Register"].isProtected = true;
    const page = await openPane(host);
    const before = await contents(page);
    await page.evaluate(() => fakeHost.ribbon("refresh"));
    assert.match(await settled(page), /^Refreshed: 0 changes applied, 3 skipped \(see Changes for why\)\./);
    assert.equal(await contents(page), before);
    assert.equal((await log(page)).shown, 1);
    assert.equal(await page.textContent("#changes-list .skipped-why"), "Skipped: the sheet is protected");
    await page.evaluate(() => fakeHost.sheets.delete("Risk Register"));
    await page.click("#apply");
    await page.waitForFunction(() => document.querySelector(".skipped-why")?.textContent === "Skipped: the sheet is gone");
    assert.deepEqual(page.faults, []);
});

test("a workbook in many slices is read whole, by arrays of bytes too, and its file is closed", async () => {
    const page = await openPane(hostFor(faulty, { sliceSize: 1000, slicesAsArrays: true }));
    await page.click("#check");
    assert.match(await settled(page), /^Checked: 9 errors, 9 warnings/);
    const { files, mostFiles, slices } = await log(page);
    assert.ok(slices.length > 5);
    assert.deepEqual([files, mostFiles], [0, 1]);
});

test("Cancel stops reading; nothing is changed and the next refresh works", async () => {
    const page = await openPane(hostFor(faulty, { sliceSize: 500, sliceDelay: 30 }));
    const before = await contents(page);
    await page.click("#refresh");
    await page.click("#cancel");
    assert.equal(await settled(page), "Cancelled; nothing was changed.");
    assert.equal(await contents(page), before);
    assert.equal((await log(page)).files, 0);
    await page.click("#refresh");
    assert.match(await settled(page), /^Refreshed: 3 changes applied\./);
    assert.deepEqual(page.faults, []);
});

test("a batch that Excel refuses half way leaves the cells as they were", async () => {
    const page = await openPane(hostFor(faulty));
    const before = await contents(page);
    await page.click("#check");
    await settled(page);
    await page.evaluate(() => (fakeHost.failsAtWrite = 2));
    await page.click("#tab-changes");
    await page.click("#apply");
    assert.match(await settled(page), /^There was an internal error\. Nothing was changed\.$/);
    assert.equal(await contents(page), before);
});

test("a cell that a colleague changes while Refresh is at work is skipped, and the pane opens to say so", async () => {
    const page = await openPane(hostFor(faulty));
    await page.evaluate(() => {
        fakeHost.beforeRun = () => (fakeHost.sheets.get("Risk Register").cells.L17.value = 9);
    });
    await page.evaluate(() => fakeHost.ribbon("refresh"));
    assert.match(await settled(page), /^Refreshed: 2 changes applied, 1 skipped/);
    assert.equal(await cellText(page, "Risk Register", "L17"), 9);
    assert.deepEqual(await skipped(page), ["Skipped: it was changed meanwhile"]);
    assert.equal((await log(page)).shown, 1);
    assert.deepEqual(page.faults, []);
});

test("a score whose likelihood a colleague changed after the check is not written, though its own cell is as it was", async () => {
    const page = await openPane(hostFor(faulty));
    await page.click("#check");
    await settled(page);
    const later = altered("likelihood.xlsx", "book = openpyxl.load_workbook(sys.argv[1]); book['Risk Register']['K17'] = 2; book.save(sys.argv[2])");
    await page.evaluate((text) => fakeHost.replaceBytes(text), readFileSync(later).toString("base64"));
    await page.click("#tab-changes");
    await page.click("#apply");
    assert.match(await settled(page), /^Refreshed: 2 changes applied, 1 skipped/);
    assert.equal(await cellText(page, "Risk Register", "L17"), 14);
    assert.deepEqual(await skipped(page), ["Skipped: what it follows from was changed meanwhile"]);
    assert.deepEqual(page.faults, []);
});

test("slices of 4 MB are asked for, and a workbook of more is read whole", async () => {
    const large = altered("large.xlsx", "shutil.copy(sys.argv[1], sys.argv[2]); zipfile.ZipFile(sys.argv[2], 'a').writestr('docProps/thumbnail.jpeg', os.urandom(5000000))");
    const bytes = readFileSync(large);
    const page = await openPane(hostFor(faulty, { bytes: bytes.toString("base64") }));
    await page.click("#check");
    assert.match(await settled(page), /^Checked: 9 errors, 9 warnings/);
    const { askedSlice, slices } = await log(page);
    assert.deepEqual([askedSlice, slices], [4194304, [4194304, bytes.length - 4194304]]);
});

test("progress is shown: the share that was read, then checking, then writing", async () => {
    const page = await openPane(hostFor(faulty, { sliceSize: 5000, sliceDelay: 10 }));
    const shown = (await shownDuring(page, () => page.click("#refresh"))).filter(([, share]) => share !== null);
    const shares = shown.filter(([, share]) => share !== "some").map(([, share]) => share);
    assert.ok(new Set(shares).size > 2, JSON.stringify(shown));
    assert.deepEqual(shares, [...shares].sort((a, b) => a - b));
    const first = (text) => shown.findIndex(([sentence]) => sentence === text);
    assert.ok(first("Reading the workbook…") < first("Checking…") && first("Checking…") < first("Writing…"), JSON.stringify(shown));
    assert.equal(await page.isHidden("#progress"), true);
});

test("Cancel stops the engine in the middle of its work; nothing is changed and the next refresh works", async () => {
    const page = await openPane(hostFor(madeRegister("1500.xlsx", 1500)));
    const before = await contents(page);
    await page.evaluate(() => {
        const status = document.getElementById("status");
        new MutationObserver((_, observer) => {
            if (status.textContent !== "Checking…") return;
            observer.disconnect();
            setTimeout(() => document.getElementById("cancel").click(), 1);
        }).observe(status, { childList: true });
    });
    await page.click("#refresh");
    assert.equal(await settled(page), "Cancelled; nothing was changed.");
    assert.equal(await contents(page), before);
    await page.click("#refresh");
    assert.match(await settled(page), /^Refreshed: 750 changes applied\./);
    assert.deepEqual(page.faults, []);
});

test("Cancel, or a fault, between two batches of writing takes back what the first has written", async () => {
    const page = await openPane(hostFor(faulty));
    const before = await contents(page);
    /** 500 cells so far apart that they are two batches; `atWrite` is called before each is written, true: Excel refuses. */
    const outcome = (atWrite) => page.evaluate(async (code) => {
        const { editCells } = await import("./cell_edits.js");
        const edits = Array.from({ length: 500 }, (_, index) => ({
            sheet: "Risk Register", cell: `Z${1000 + index * 100}`, expected: { content: null }, wanted: { content: index + 1 },
        }));
        const stop = new AbortController();
        const start = fakeHost.log.writes;
        let failed = false;
        const refuses = { nothing: () => false, cancel: (written) => written === 300 && stop.abort(new DOMException("", "AbortError")),
                          fault: (written) => written === 450 && !failed && (failed = true), end: (written) => written >= 450 }[code];
        fakeHost.refuses = () => refuses(fakeHost.log.writes - start);
        const said = await editCells(edits, stop.signal).then(() => "done", (error) => `${error.name}: ${error.message}`);
        fakeHost.refuses = undefined;
        return said;
    }, atWrite);
    assert.equal(await outcome("nothing"), "done");
    await page.evaluate(() => fakeHost.undo());
    assert.equal(await contents(page), before);
    assert.equal(await outcome("cancel"), "AbortError: ");
    assert.equal(await contents(page), before);
    assert.equal(await outcome("fault"), "RichApi.Error: There was an internal error");
    assert.equal(await contents(page), before);
    // Excel takes nothing any more: then the pane may not say that nothing was changed.
    assert.match(await outcome("end"), /would not take the cells back; use Undo in Excel/);
});
