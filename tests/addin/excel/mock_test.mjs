// mock_test.mjs - the task pane against office-addin-mock, Microsoft's own stand-in: it gives a property only after load() and
// sync(), by rules that aren't ours.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { closeBrowser, openPane, settings, settled } from "./pane_page.mjs";

after(closeBrowser);

const faulty = join(settings.samples, "risk-register-5x5-faulty.xlsx");

/** The package's modules as one script: they are made for node and need only the names of hosts from another package. */
function mockScript() {
    const part = (name) => readFileSync(join(settings.node, "office-addin-mock/lib", name), "utf8");
    const wrap = (name) => `"./${name}": (exports, require) => {${part(`${name}.js`).replace(/^\/\/# source.*$/m, "")}\n}`;
    return `(() => {
        const sources = { ${["host", "possibleErrors", "officeMockObject"].map(wrap).join(",\n")} };
        const loaded = { "office-addin-manifest": { OfficeApp: { Excel: "excel", Outlook: "outlook" } } };
        const load = (name) => {
            if (!loaded[name]) sources[name](loaded[name] = {}, load);
            return loaded[name];
        };
        window.OfficeMockObject = load("./officeMockObject").OfficeMockObject;
    })();`;
}

/** The cells the sample's refresh is about, as mock objects. Runs in the page. */
function hostScript() {
    const bytes = Uint8Array.from(atob(window.fakeWorkbook.bytes), (c) => c.charCodeAt(0));
    const column = (values) => values.map((value) => [value]);
    const made = new window.OfficeMockObject({
        host: "excel",
        workbook: {
            worksheets: {
                register: {
                    isNullObject: false,
                    visibility: "Visible",
                    protection: { protected: false },
                    scores: { values: column(["16", 10, 16, 9, 12, 14]), formulas: column(["16", "=J13*K13", "=J14*K14", 9, "=J16*K16", 14]) },
                    rag: { values: column(["Amber"]), formulas: column(["Amber"]) },
                    getRange(address) {
                        window.asked.push(address);
                        return { "L12:L17": this.scores, N9: this.rag }[address];
                    },
                },
                getItemOrNullObject() { return this.register; },
                getItem() { return this.register; },
            },
        },
    });
    window.asked = [];
    window.mock = made;
    window.Excel = { run: async (options, batch) => { const result = await batch(made); await made.sync(); return result; } };
    window.Office = {
        onReady: async () => ({ host: "Excel", platform: "PC" }),
        FileType: { Compressed: "compressed" },
        AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
        DocumentMode: { ReadOnly: "readOnly", ReadWrite: "readWrite" },
        actions: { associate: () => undefined },
        addin: { showAsTaskpane: async () => undefined },
        context: {
            requirements: { isSetSupported: () => false },
            document: {
                url: "register.xlsx",
                mode: "readWrite",
                getFileAsync: (_type, _options, done) => setTimeout(() => done({ status: "succeeded", value: {
                    size: bytes.length,
                    sliceCount: 1,
                    getSliceAsync: (_index, gave) => setTimeout(() => gave({ status: "succeeded", value: { data: bytes } }), 0),
                    closeAsync: () => undefined,
                } }), 0),
            },
        },
    };
}

test("a refresh writes the changed cells and leaves those between alone", async () => {
    const bytes = readFileSync(faulty).toString("base64");
    const page = await openPane({ bytes }, { office: `${mockScript()}(${hostScript})();` });
    await page.click("#refresh");
    assert.match(await settled(page), /^Refreshed: 3 changes applied\./);
    const { scores, rag, asked } = await page.evaluate(() => ({
        scores: window.mock.workbook.worksheets.register.scores.formulas,
        rag: window.mock.workbook.worksheets.register.rag.formulas,
        asked: [...new Set(window.asked)].sort(),
    }));
    assert.deepEqual(scores.flat(), [16, null, null, null, null, 12]);
    assert.deepEqual(rag.flat(), ["Red"]);
    assert.deepEqual(asked, ["L12:L17", "N9"]);
    assert.deepEqual(page.faults, []);
});
