// speed.mjs - prints what the engine takes natively and as WebAssembly for one workbook: node speed.mjs PROGRAM MODULE WORKBOOK
//
// Prints, and judges nothing: times of a busy machine prove little. Natively a whole process, in WebAssembly a warm instance,
// as an add-in has it; medians of seven.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Engine } from "../../../addin/wasm/engine.mjs";

const [, , program, module, workbook] = process.argv;
const bytes = readFileSync(workbook);
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
function timed(work) {
    const times = Array.from({ length: 7 }, () => {
        const start = performance.now();
        work();
        return performance.now() - start;
    });
    return median(times);
}

const compileStart = performance.now();
const engine = await Engine.load(readFileSync(module));
const compiled = performance.now() - compileStart;
const options = { command: "refresh", file: "register.xlsx", "dry-run": true };
let reply = engine.answer(options, bytes);
const changes = JSON.parse(reply.json).counts?.changes;
const wasm = timed(() => (reply = engine.answer(options, bytes)));
const native = timed(() => spawnSync(program, ["refresh", "--dry-run", "--format", "json", "-"], { input: bytes, maxBuffer: 1 << 30 }));
console.log(`${(bytes.length / 1e6).toFixed(2)} MB, ${changes} changes: native ${native.toFixed(0)} ms (a process, and the new bytes), ` +
    `WebAssembly ${wasm.toFixed(0)} ms warm, ${(wasm / native).toFixed(2)} x; compiling the module ${compiled.toFixed(0)} ms`);
