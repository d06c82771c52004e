// pane_page.mjs - opens the task pane in headless Chromium with a stand-in for Office; serves the built folder and nothing else.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { basename, extname, join, normalize } from "node:path";
import { pathToFileURL, fileURLToPath } from "node:url";

const settings = JSON.parse(process.env.SCOREBOOK_PANE_TEST);
const here = fileURLToPath(new URL(".", import.meta.url));
export const { chromium } = await import(pathToFileURL(join(settings.node, "playwright-core/index.mjs")));
export { settings };

const fakeOffice = readFileSync(join(here, "fake_office.js"), "utf8");
/** Served as web.config tells IIS to, so that what it says is tried too. */
const config = readFileSync(join(settings.pane, "web.config"), "utf8");
const types = { ".html": "text/html", ".css": "text/css", ".png": "image/png", ".xml": "application/xml",
                ...Object.fromEntries([...config.matchAll(/<mimeMap fileExtension="(.*?)" mimeType="(.*?)"/g)].map(([, end, type]) => [end, type])) };
export const serverHeaders = Object.fromEntries([...config.matchAll(/<add name="(.*?)" value="(.*?)"/g)].map(([, name, value]) => [name.toLowerCase(), value]));
const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, "http://localhost").pathname);
    try {
        const bytes = readFileSync(join(settings.pane, path));
        response.writeHead(200, { ...serverHeaders, "content-type": types[extname(path)] ?? "application/octet-stream" }).end(bytes);
    } catch {
        response.writeHead(404).end();
    }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
    executablePath: settings.chromium,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync"],
});

export async function closeBrowser() {
    await browser.close();
    server.close();
}

/** What was read, by path and content: openpyxl takes most of a second. */
const readCells = new Map();

/** Sheets and cells of workbooks, read by openpyxl. */
export function cellsOf(...paths) {
    const keys = paths.map((path) => `${path} ${createHash("sha1").update(readFileSync(path)).digest("hex")}`);
    const unread = paths.filter((_path, index) => !readCells.has(keys[index]));
    if (unread.length !== 0) {
        const { stdout, stderr, status } = spawnSync(settings.python, [join(here, "cells_of.py"), ...unread], { maxBuffer: 1 << 29 });
        if (status !== 0) throw new Error(String(stderr));
        const all = JSON.parse(stdout);
        paths.forEach((path, index) => path in all && readCells.set(keys[index], all[path]));
    }
    return keys.map((key) => structuredClone(readCells.get(key)));
}

const made = new Set();

/** A register of so many rows with wrong scores (make_register.py); its path. */
export function madeRegister(name, rows, ...flags) {
    const path = join(settings.out, `${basename(process.argv[1], ".mjs")}-${name}`);  // tests run side by side
    if (made.has(path)) return path;
    made.add(path);
    const { stderr, status } = spawnSync(settings.python, [join(here, "make_register.py"), path, String(rows), ...flags]);
    if (status !== 0) throw new Error(String(stderr));
    return path;
}

/** The command line's own run; its standard output. */
export function scorebook(...options) {
    const { stdout, error } = spawnSync(settings.scorebook, options, { maxBuffer: 1 << 29, encoding: "utf8" });
    if (error) throw error;
    return stdout;
}

/** What a workbook is to the fake host; `more` overrides. */
export function hostFor(path, more = {}) {
    const [sheets] = cellsOf(path);
    return { url: `C:\\registers\\${path.split("/").at(-1)}`, sheets, bytes: readFileSync(path).toString("base64"), ...more };
}

/** The ribbon's buttons as the manifest has them: its words, the function each calls, and the page that has the functions. */
export function ribbonOf(manifest) {
    const resource = (id) => new RegExp(`id="${id}" DefaultValue="([^"]*)"`).exec(manifest)[1];
    const page = new URL(resource(/<FunctionFile resid="([^"]*)"/.exec(manifest)[1])).pathname.split("/").at(-1);
    const controls = [...manifest.matchAll(/<Control [^]*?<\/Control>/g)].map(([control]) => ({
        label: resource(/<Label resid="([^"]*)"/.exec(control)[1]),
        calls: /<FunctionName>([^<]*)/.exec(control)?.[1],
    }));
    return { page, controls };
}

/** The one page: a new one for each test takes as long as the test. */
let page;
/** What the next load of the page gets for Office's script. */
let officeScript;

async function makePage() {
    const context = await browser.newContext({ deviceScaleFactor: 2 });
    page = await context.newPage();
    page.on("pageerror", (error) => page.faults.push(`error: ${error}`));
    page.on("console", (message) => {
        if (message.type() === "error") page.faults.push(`console: ${message.text()}`);
    });
    await page.route("**/*", (route) => {
        const url = route.request().url();
        page.asked.push(url.replace(`${address}/`, ""));
        if (url === "https://appsforoffice.microsoft.com/lib/1/hosted/office.js")
            return route.fulfill({ contentType: "text/javascript", body: officeScript });
        if (url.startsWith(`${address}/`)) return route.continue();
        page.faults.push(`request: ${url}`);
        return route.abort();
    });
}

/**
 * A page with the pane on it, ready, as if for the first time. `page.faults` collects what may not happen: errors, a broken
 * content security policy, requests to anywhere else; `page.asked` what was asked for.
 */
export async function openPane(workbook, { scheme = "light", office = fakeOffice, viewport = { width: 350, height: 760 }, at = "taskpane.html" } = {}) {
    if (page) await page.evaluate(() => localStorage.clear());
    else await makePage();
    page.faults = [];
    page.asked = [];
    officeScript = `window.fakeWorkbook = ${JSON.stringify(workbook)};\n${office}`;
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`${address}/${at}`);
    await page.waitForSelector("html[data-ready]", { timeout: 20000 });
    return page;
}

/** Waits until nothing is going on; what the pane says. */
export async function settled(page) {
    await page.waitForFunction(() => document.getElementById("cancel").hidden && document.getElementById("status").textContent !== "", undefined, { timeout: 60000 });
    return page.textContent("#status");
}
