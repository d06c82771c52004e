// acceptances.ts - writes an accepted finding to the workbook's Scorebook sheet, where the engine reads it.
//
// The sheet's layout is that of workbook-templates/README.md: a row "Accepted" begins the list; below it rule, record, reason,
// name and the day it holds until.
import { columnRange } from "./cell_place.js";
import type { Finding } from "./protocol.js";

export interface Acceptance {
    reason: string;
    name: string;
    /** "2017-03-31", or empty: for good. */
    until: string;
}

export const sheetName = "Scorebook";
const heading = ["Accepted", "Record", "Reason", "Name", "Until"];
const headings = /^(settings?|bands?|rag bands|columns?|column meanings|this column( means)?|accepted( findings)?|acceptances)$/i;

/** The engine takes acceptances of these only. */
export function canBeAccepted({ rule, severity }: Finding): boolean {
    return severity !== "info" && /^[A-Z]\d\d$/.test(rule);
}

/** True when a row put below all others would be read as an acceptance. */
function endsInAcceptances(values: readonly unknown[][]): boolean {
    const last = values.map(([first]) => String(first).trim()).filter((first) => headings.test(first)).at(-1);
    return last !== undefined && /^accept/i.test(last);
}

/** Throws an Error with a sentence when the sheet can't be written. */
export async function acceptFinding(finding: Finding, { reason, name, until }: Acceptance): Promise<void> {
    const row = [finding.rule, finding.record, reason, name, until];
    const run: Excel.RunOptions = { delayForCellEdit: true };
    if (Office.context.requirements.isSetSupported("ExcelApi", "1.20")) run.mergeUndoGroup = true;
    await Excel.run(run, async (context) => {
        let sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
        sheet.load("isNullObject");
        await context.sync();
        let rows = [heading, row];
        let first = 0;
        if (sheet.isNullObject) {
            sheet = context.workbook.worksheets.add(sheetName);
        } else {
            sheet.protection.load("protected");
            const used = sheet.getUsedRangeOrNullObject(true);
            used.load(["isNullObject", "rowIndex", "columnIndex", "values"]);
            await context.sync();
            if (sheet.protection.protected) throw new Error(`The sheet ${sheetName} is protected, so nothing was accepted`);
            if (!used.isNullObject) {
                const startsInColumnA = used.columnIndex === 0;
                first = used.rowIndex + used.values.length;
                if (startsInColumnA && endsInAcceptances(used.values)) rows = [row];
                else first += 1;
            }
        }
        const range = sheet.getRange(`A${first + 1}:${columnRange(4, first + rows.length - 1, first + rows.length - 1)}`);
        // Ids such as 1.10 and days stay as they are typed.
        range.numberFormat = rows.map((cells) => cells.map(() => "@"));
        range.values = rows;
        await context.sync();
    });
}
