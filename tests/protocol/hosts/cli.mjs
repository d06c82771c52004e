// cli.mjs - the command line as a host: a program is started for each request.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/**
 * @param {string} program
 * @param {string[]} first its first arguments: what wine is to run
 */
export function open(program, ...first) {
    program = resolve(program);
    return async ({ request, workbook, previous, folder }) => {
        const { command, ...options } = request;
        const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
        if (command === "refresh" || command === "recalc") flags.push("--dry-run");
        const files = command === "compare" ? [previous, workbook] : [workbook];
        if (command !== "compare" && previous) flags.push("--previous", previous);
        const { stdout, error } = spawnSync(program, [...first, command, "--format", "json", ...flags, ...files],
                                            { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
        if (error) throw error;
        return JSON.parse(stdout);
    };
}
