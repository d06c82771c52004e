// replies.mjs - a host that has answered already: replies in a folder, under the names of their cases. For hosts that node can't
// drive, such as LibreOffice (tests/addin/libreoffice/commands_test.py).
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @param {string} replies the folder */
export function open(replies) {
    return async ({ name }) => {
        const path = join(replies, name);
        return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
    };
}
