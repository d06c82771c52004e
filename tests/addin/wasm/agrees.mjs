// agrees.mjs - the WebAssembly build gives the JSON and the bytes of the native one:
//   node agrees.mjs PROGRAM MODULE EVERY WORKBOOK-OR-FOLDER...
// EVERY 1 takes all workbooks, 20 each twentieth.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { Engine } from "../../../addin/wasm/engine.mjs";

const [, , program, module, every, ...places] = process.argv;
/**
 * Functions whose last digit is the C library's (std::erf, std::erfc) or the compiler's (division of complex numbers): glibc and
 * GCC round some arguments in another way than musl and LLVM. They may differ by two units of the last place, and nothing else may.
 */
const roundedElsewhere = /\b(ERF|ERFC|IMDIV)\b/i;
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
const lastDigits = [];

/** The first place where two texts differ, with a little around it. */
function firstDifference(a, b) {
    let at = 0;
    while (at < a.length && a[at] === b[at]) ++at;
    return `...${a.slice(Math.max(0, at - 60), at + 60)} | ${b.slice(Math.max(0, at - 60), at + 60)}`;
}

/** Numbers, or texts with numbers in them such as IMDIV's "0.1+0.2i", that are equal to within two units of the last place. */
function nearlySame(a, b) {
    if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= 2 * Number.EPSILON * Math.abs(a);
    if (typeof a !== "string" || typeof b !== "string") return JSON.stringify(a) === JSON.stringify(b);
    const number = /\d+(\.\d+)?(E[+-]?\d+)?/gi;
    const [ours, theirs] = [a.match(number) ?? [], b.match(number) ?? []];
    return a.replace(number, "") === b.replace(number, "") && ours.every((each, index) => nearlySame(Number(each), Number(theirs[index])));
}

/** Whether two replies differ in nothing but the last digits of formulas that are rounded elsewhere; their cells go to `cells`. */
function differInLastDigits(said, given, cells) {
    const [ours, theirs] = [JSON.parse(said), JSON.parse(given)];
    if (!ours.stale || ours.stale.length !== theirs.stale?.length || ours.changes.length !== theirs.changes.length) return false;
    const rounded = new Map();
    ours.stale.forEach((each, index) => {
        const other = theirs.stale[index];
        if (!roundedElsewhere.test(each.formula) || each.computed === other.computed || !nearlySame(each.computed, other.computed)) return;
        rounded.set(`${each.sheet}!${each.cell}`, each.computed);
        other.computed = each.computed;
    });
    ours.changes.forEach((each, index) => {
        const other = theirs.changes[index];
        if (rounded.has(`${each.sheet}!${each.cell}`) && nearlySame(each.after, other.after)) other.after = each.after;
    });
    cells.push(...rounded.keys());
    return rounded.size !== 0 && JSON.stringify(ours) === JSON.stringify(theirs);
}

function compare(path, command, bytes) {
    const wasm = engine.answer({ command, file: "-", "as-at": asAt, now: `${asAt}T00:00:00` }, bytes);
    const flags = ["--format", "json", "--as-at", asAt, "-"];
    const said = native([command, ...(command === "check" ? [] : ["--dry-run"]), ...flags], bytes).stdout.toString("utf8");
    ++compared;
    const isFailure = JSON.parse(said).status === "failed";
    if (isFailure) ++failed;
    const isSame = isFailure ? JSON.stringify(JSON.parse(said)) === JSON.stringify(JSON.parse(wasm.json)) : said === wasm.json;
    const cells = [];
    if (!isSame && differInLastDigits(said, wasm.json, cells)) {
        lastDigits.push(`${basename(path)} ${cells.join(" ")}`);
        return;
    }
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
if (lastDigits.length !== 0) console.log(`the same but for the last digit of ERF, ERFC or IMDIV: ${lastDigits.join("; ")}`);
for (const fault of faults.slice(0, 20)) console.error(fault);
console.log(`wasm agrees: ${compared - faults.length} passed, ${faults.length} failed`);
process.exitCode = faults.length === 0 && compared !== 0 ? 0 : 1;
