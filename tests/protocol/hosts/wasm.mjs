// wasm.mjs - the WebAssembly build as a host, in node.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Engine } from "../../../addin/wasm/engine.mjs";

/** @param {string} module the path of scorebook.wasm */
export async function open(module) {
    const engine = await Engine.load(readFileSync(module));
    return async ({ request, workbook, previous, folder }) => {
        const read = (name) => readFileSync(join(folder, name));
        const options = { ...request, file: workbook, "dry-run": true };
        if (previous) options.previous = previous;
        return JSON.parse(engine.answer(options, read(workbook), previous && read(previous)).json);
    };
}
