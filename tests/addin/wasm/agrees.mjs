// agrees.mjs - the WebAssembly build gives the JSON and the bytes of the native one:
//   node agrees.mjs PROGRAM MODULE EVERY WORKBOOK-OR-FOLDER...
// EVERY 1 takes all workbooks, 20 each twentieth.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { Engine } from "../../../addin/wasm/engine.mjs";

const [, , program, module, every, ...places] = process.argv;
const asAt = "2016-06-08";

function* workbooksIn(place) {
    if (statSync(place).isFile()) {
        if (/\.xl[st][xm]$/i.test(place)) yield place;
    } else {
        for (const name of readdirSync(place).sort()) yield* workbooksIn(join(place, name));
    }
}

function native(options, bytes) {
    const { stdout, status, error } = spawnSync(program, options, { input: bytes, maxBuffer: 1 << 30 });
    if (error) throw error;
    return { stdout, status };
}

const wasmBytes = readFileSync(module);
const engine = await Engine.load(wasmBytes);
const faults = [];
let compared = 0;
let failed = 0;
let refreshed = 0;

/** The first place where two texts differ, with a little around it. */
function firstDifference(a, b) {
    let at = 0;
    while (at < a.length && a[at] === b[at]) ++at;
    return `...${a.slice(Math.max(0, at - 60), at + 60)} | ${b.slice(Math.max(0, at - 60), at + 60)}`;
}

function compare(path, command, bytes) {
    const wasm = engine.answer({ command, file: "-", "as-at": asAt, now: `${asAt}T00:00:00` }, bytes);
    const flags = ["--format", "json", "--as-at", asAt, "-"];
    const said = native([command, ...(command === "check" ? [] : ["--dry-run"]), ...flags], bytes).stdout.toString("utf8");
    ++compared;
    const isFailure = JSON.parse(said).status === "failed";
    if (isFailure) ++failed;
    const isSame = isFailure ? JSON.stringify(JSON.parse(said)) === JSON.stringify(JSON.parse(wasm.json)) : said === wasm.json;
    if (!isSame) faults.push(`${basename(path)}: ${command}: ${firstDifference(said, wasm.json)}`);
    if (command === "check" || isFailure) return;
    const written = native([command, "--as-at", asAt, "--quiet", "-", "-o", "-"], bytes).stdout;
    if (Buffer.compare(written, wasm.workbook) !== 0) faults.push(`${basename(path)}: ${command}: the new workbook has other bytes`);
    if (Buffer.compare(written, bytes) !== 0) ++refreshed;
}

const all = places.flatMap((place) => [...workbooksIn(place)]).filter((_path, index) => index % Number(every) === 0);
for (const path of all) {
    const bytes = readFileSync(path);
    for (const command of ["check", "refresh", "recalc"]) compare(path, command, bytes);
}
console.log(`scorebook.wasm: ${wasmBytes.length} bytes, ${gzipSync(wasmBytes, { level: 9 }).length} as served (gzip)`);
console.log(`${all.length} workbooks, ${compared} replies compared (${failed} of them refusals), ${refreshed} with new bytes`);
for (const fault of faults.slice(0, 20)) console.error(fault);
console.log(`wasm agrees: ${compared - faults.length} passed, ${faults.length} failed`);
process.exitCode = faults.length === 0 && compared !== 0 ? 0 : 1;
