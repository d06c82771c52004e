// run.mjs - holds every case of cases/ against one host: node run.mjs HOST ARGUMENT... (README.md).
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
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

/**
 * Holds every case against `host`, which gives the reply to { name, request, workbook, previous, folder }, or undefined for what
 * it can't be asked. Faults are said on standard error.
 */
export async function holdCases(hostName, host) {
    const files = readdirSync(join(here, "cases")).filter((name) => name.endsWith(".json")).sort();
    const counts = { passed: 0, failed: 0, notAsked: 0 };
    for (const name of files) {
        const { promise, request, workbook, previous, reply: expected, length = {} } = JSON.parse(readFileSync(join(here, "cases", name)));
        const reply = await host({ name, request, workbook, previous, folder });
        if (reply === undefined) {
            ++counts.notAsked;
            continue;
        }
        const faults = contractFaults(request.command, reply);
        const lacks = missing(expected, reply, "reply");
        if (lacks) faults.push(lacks);
        for (const [key, count] of Object.entries(length)) {
            if (reply[key]?.length !== count) faults.push(`reply.${key} has ${reply[key]?.length} items, not ${count}`);
        }
        if (faults.length === 0) {
            ++counts.passed;
        } else {
            ++counts.failed;
            console.error(`${name}: ${promise}\n  ${faults.slice(0, 10).join("\n  ")}`);
        }
    }
    console.log(`${hostName}: ${counts.passed} passed, ${counts.failed} failed, ${counts.notAsked} it can't be asked`);
    return counts;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
    const [, , hostName, ...given] = process.argv;
    const { open } = await import(`./hosts/${hostName}.mjs`);
    const { passed, failed } = await holdCases(hostName, await open(...given));
    process.exitCode = failed === 0 && passed !== 0 ? 0 : 1;
}
