// policy_test.mjs - the buttons of the manifest really run; the page keeps to its folder and Office's own script, and the
// browser holds it to that; of the workbook it touches contents and colours of cells, and nothing else.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { closeBrowser, hostFor, madeRegister, openPane, ribbonOf, serverHeaders, settings, settled } from "./pane_page.mjs";

after(closeBrowser);

const faulty = join(settings.samples, "risk-register-5x5-faulty.xlsx");
const manifest = readFileSync(join(settings.pane, "manifest.xml"), "utf8");
const officeScript = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

test("the manifest's buttons call functions its page has: Refresh without the pane, Check with it", async () => {
    const { page: at, controls } = ribbonOf(manifest);
    assert.deepEqual(controls, [{ label: "Refresh", calls: "refresh" }, { label: "Check", calls: "check" }, { label: "Findings", calls: undefined }]);
    for (const [label, sentence, shown] of [["Refresh", /^Refreshed: 3 changes applied\. Left for you: 7 errors, 8 warnings\.$/, 0],
                                            ["Check", /^Checked: 9 errors, 9 warnings, 3 changes proposed\.$/, 1]]) {
        const page = await openPane(hostFor(faulty), { at });
        await page.evaluate((name) => fakeHost.ribbon(name), controls.find((control) => control.label === label).calls);
        assert.match(await settled(page), sentence);
        assert.equal(await page.evaluate(() => fakeHost.log.shown), shown);
        assert.deepEqual(page.faults, []);
    }
});

test("a click on Refresh that changes no cell opens the pane, so that something is seen", async () => {
    const page = await openPane(hostFor(join(settings.samples, "risk-register-5x5.xlsx")));
    await page.evaluate(() => fakeHost.ribbon("refresh"));
    assert.match(await settled(page), /^Refreshed: nothing needed changing\./);
    assert.equal(await page.evaluate(() => fakeHost.log.shown), 1);
});

test("from start to end nothing is asked for but the folder's files and Office's script", async () => {
    const page = await openPane(hostFor(faulty));
    await page.click("#check");
    await settled(page);
    await page.click("#refresh");
    await settled(page);
    const served = readdirSync(settings.pane, { recursive: true }).map(String);
    assert.ok(page.asked.includes("scorebook.wasm"), "the worker's requests are seen too");
    assert.deepEqual(page.asked.filter((url) => url !== officeScript && !served.includes(url)), []);
    assert.deepEqual(page.faults, []);
});

test("the browser refuses the page everything else: strange scripts, other places, code made of text", async () => {
    const page = await openPane(hostFor(faulty));
    const refused = await page.evaluate(async () => {
        const broken = new Set();
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => broken.add(effectiveDirective));
        const add = (tag, values) => document.body.append(Object.assign(document.createElement(tag), values));
        await fetch("https://example.com/").catch(() => undefined);
        add("script", { textContent: "window.ran = true" });
        add("script", { src: "https://example.com/a.js" });
        add("img", { src: "https://example.com/a.png" });
        add("iframe", { src: "https://example.com/" });
        add("style", { textContent: "body { color: red }" });
        new Worker("data:text/javascript,1").onerror = () => undefined;
        // Not at once: what a test gives the browser to do is itself made of text.
        const evaluated = await new Promise((resolve) => setTimeout(() => {
            try {
                resolve(new Function("return true")());
            } catch {
                resolve(false);
            }
        }, 0));
        add("form", { id: "away", action: "https://example.com/" });
        document.getElementById("away").submit();
        await new Promise((resolve) => setTimeout(resolve, 200));
        return { broken: [...broken].sort(), evaluated, ran: window.ran };
    }).catch((error) => error);
    assert.deepEqual(refused, {
        broken: ["connect-src", "form-action", "frame-src", "img-src", "script-src", "script-src-elem", "style-src-elem", "worker-src"],
        evaluated: false, ran: undefined,
    });
    assert.deepEqual(page.faults.filter((fault) => fault.startsWith("request:")), []);
});

test("the page carries its policy itself; as the server's header it binds the engine's worker too", async () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(join(settings.pane, "taskpane.html"), "utf8"))[1];
    assert.match(policy, /^default-src 'none'; /);
    const header = serverHeaders["content-security-policy"];
    assert.equal(header.replace(/; frame-ancestors .*$/, ""), policy);
    const page = await openPane(hostFor(faulty));
    const worker = page.workers()[0];
    const outcome = await worker.evaluate(async () => [await fetch("scorebook.wasm").then(({ status }) => status), await fetch("https://example.com/").catch(() => "refused")]);
    assert.deepEqual(outcome, [200, "refused"]);
    assert.deepEqual(page.faults.filter((fault) => fault.startsWith("request:")), []);
});

test("outside of Excel the page says whether it is served as it should be", async () => {
    const office = "window.Office = { onReady: async () => ({ host: null, platform: null }), context: {}, actions: { associate() {} } };";
    const page = await openPane({}, { office });
    assert.equal(await settled(page), "Scorebook works inside Excel. Everything it needs is served here, and its engine answers.");
    assert.deepEqual(page.faults, []);
    await page.route("**/engine.mjs", (route) => route.fulfill({ contentType: "application/octet-stream", body: "" }));
    await openPane({}, { office });
    assert.match(await settled(page), /^The engine could not be started; the add-in's web server must hand out .* as text\/javascript\./);
    await page.unroute("**/engine.mjs");
});

test("of the workbook a refresh reads and writes contents and colours; comments, formats and sheets are never called upon", async () => {
    const page = await openPane(hostFor(madeRegister("colours.xlsx", 12, "rag")));
    await page.click("#refresh");
    await settled(page);
    const { sets, calls } = await page.evaluate(() => fakeHost.log);
    assert.deepEqual(sets.sort(), ["color", "formulas"]);
    assert.ok(calls.includes("getRange"));
    assert.deepEqual(calls.filter((name) => /comment|note|validation|insert|delete|add|clear|replace|sort/i.test(name)), []);
});

test("the pane is compiled from strict TypeScript, with no way around it", () => {
    const { compilerOptions } = JSON.parse(readFileSync(join(settings.source, "tsconfig.json"), "utf8"));
    for (const name of ["strict", "noUncheckedIndexedAccess", "exactOptionalPropertyTypes", "noEmitOnError"]) assert.equal(compilerOptions[name], true, name);
    const folder = join(settings.source, "src");
    for (const name of readdirSync(folder)) assert.doesNotMatch(readFileSync(join(folder, name), "utf8"), /: any\b|<any\b|as any|as unknown as|@ts-/, name);
});
