// manifest_test.mjs - the manifest, checked offline: Microsoft's own converter reads it, and what comes out is held against
// Microsoft's published schema; each place it names is in the folder that is served.
import assert from "node:assert/strict";
import { test } from "node:test";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const settings = JSON.parse(process.env.SCOREBOOK_PANE_TEST);
const require = createRequire(join(settings.node, "../"));
const manifestPath = join(settings.pane, "manifest.xml");
const xml = readFileSync(manifestPath, "utf8");

/** The unified manifest the converter makes of it; undefined when it makes none, as for a bad id. */
async function converted(path) {
    const { convert } = require("office-addin-manifest-converter");
    const out = mkdtempSync(join(tmpdir(), "scorebook-manifest-"));
    const log = console.log;
    console.log = () => undefined;
    try {
        await convert(path, out);
    } catch {
        return undefined;
    } finally {
        console.log = log;
    }
    const file = readdirSync(out).find((name) => name.endsWith(".json"));
    return file === undefined ? undefined : JSON.parse(readFileSync(join(out, file), "utf8"));
}

function schemaOf(manifest) {
    const version = /\/(v[\d.]+|vDevPreview)\//.exec(manifest.$schema)[1];
    return JSON.parse(readFileSync(join(settings.node, "@microsoft/app-manifest/build/json-schemas/teams", version, "MicrosoftTeams.schema.json"), "utf8"));
}

function faultsOf(manifest) {
    const schema = schemaOf(manifest);
    const Ajv = /draft-04/.test(schema.$schema) ? require("ajv-draft-04") : require("ajv").default;
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false, formats: { uri: true, email: true } });
    ajv.validate(schema, manifest);
    return ajv.errors ?? [];
}

test("Microsoft's converter takes the manifest, and the result fits Microsoft's schema", async () => {
    const manifest = await converted(manifestPath);
    assert.ok(manifest, "the converter made nothing of it");
    assert.deepEqual(faultsOf(manifest), []);
    const { runtimes } = manifest.extensions[0];
    assert.ok(runtimes.some(({ lifetime }) => lifetime === "long"), "Refresh without the pane needs the shared runtime");
    assert.deepEqual(runtimes.flatMap(({ actions = [] }) => actions.map(({ type }) => type)).sort(),
                     ["executeFunction", "executeFunction", "openPage"]);
});

test("a manifest with a bad id is refused, so this test can fail", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "scorebook-manifest-")), "bad.xml");
    writeFileSync(path, xml.replace(/<Id>[^<]*/, "<Id>no-guid"));
    const manifest = await converted(path);
    assert.ok(manifest === undefined || faultsOf(manifest).length !== 0);
});

test("every place the manifest names is served, and every resource it uses is there", () => {
    const base = /<SourceLocation DefaultValue="([^"]*)\/taskpane\.html"/.exec(xml)[1];
    assert.ok(base.startsWith("https://"));
    for (const [, url] of xml.matchAll(/DefaultValue="(https:[^"]*)"/g)) {
        assert.ok(url.startsWith(`${base}/`), url);
        assert.ok(existsSync(join(settings.pane, url.slice(base.length))), url);
    }
    const ids = [...xml.matchAll(/<bt:(?:Image|Url|String) id="([^"]*)"/g)].map(([, id]) => id);
    for (const [, id] of xml.matchAll(/resid="([^"]*)"/g)) assert.ok(ids.includes(id), id);
    for (const id of ids) assert.ok(id.length <= 32, `${id} is longer than the 32 characters Office allows`);
    for (const [, name] of xml.matchAll(/<FunctionName>([^<]*)/g))
        assert.match(readFileSync(join(settings.pane, "taskpane.js"), "utf8"), new RegExp(`associate\\("${name}"`));
});

test("the page takes scripts from its folder and Office's own place only", () => {
    const page = readFileSync(join(settings.pane, "taskpane.html"), "utf8");
    const scripts = [...page.matchAll(/<script[^>]*src="([^"]*)"/g)].map(([, source]) => source);
    assert.deepEqual(scripts, ["https://appsforoffice.microsoft.com/lib/1/hosted/office.js", "taskpane.js"]);
    assert.match(page, /default-src 'none'/);
    assert.doesNotMatch(page, /unsafe-inline|'unsafe-eval'|<style|<script>|style=|\son[a-z]+="/);
});
