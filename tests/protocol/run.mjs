// run.mjs - holds every case of cases/ against one host: node run.mjs HOST ARGUMENT (README.md).
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { contractFaults } from "./contract.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, "../../samples");

/** Where `actual` lacks what is `expected`; empty when it has all. */
function missing(expected, actual, place) {
    if (Array.isArray(expected)) {
        if (!Array.isArray(actual)) return `${place} is no list`;
        let from = 0;
        for (const item of expected) {
            const found = actual.findIndex((each, index) => index >= from && missing(item, each, "") === "");
            if (found < 0) return `${place} has no (further) ${JSON.stringify(item)}`;
            from = found + 1;
        }
        return "";
    }
    if (typeof expected === "object" && expected !== null) {
        if (typeof actual !== "object" || actual === null) return `${place} is ${JSON.stringify(actual)}`;
        return Object.keys(expected).map((key) => missing(expected[key], actual[key], `${place}.${key}`)).find(Boolean) ?? "";
    }
    return Object.is(expected, actual) ? "" : `${place} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`;
}

const [, , hostName, argument] = process.argv;
const { open } = await import(`./hosts/${hostName}.mjs`);
const host = await open(argument);
let failures = 0;
const files = readdirSync(join(here, "cases")).filter((name) => name.endsWith(".json")).sort();
for (const file of files) {
    const { promise, request, workbook, previous, reply: expected, length = {} } = JSON.parse(readFileSync(join(here, "cases", file)));
    const reply = await host({ request, workbook, previous, folder });
    const faults = contractFaults(request.command, reply);
    const lacks = missing(expected, reply, "reply");
    if (lacks) faults.push(lacks);
    for (const [key, count] of Object.entries(length)) {
        if (reply[key]?.length !== count) faults.push(`reply.${key} has ${reply[key]?.length} items, not ${count}`);
    }
    if (faults.length !== 0) {
        ++failures;
        console.error(`${file}: ${promise}\n  ${faults.slice(0, 10).join("\n  ")}`);
    }
}
console.log(`${hostName}: ${files.length - failures} passed, ${failures} failed`);
process.exitCode = failures === 0 && files.length !== 0 ? 0 : 1;
