// go_to_cell.ts - shows a cell in the sheet, for one who clicks its place in the pane.

/** Why it can't be shown; empty when it is. */
export async function goToCell(sheetName: string, cells: string | undefined): Promise<string> {
    try {
        return await Excel.run(async (context) => {
            const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
            sheet.load(["isNullObject", "visibility"]);
            await context.sync();
            if (sheet.isNullObject) return `There is no sheet ${sheetName} any more.`;
            if (sheet.visibility !== "Visible") return `The sheet ${sheetName} is hidden; unhide it to see the cell.`;
            sheet.activate();
            if (cells) sheet.getRange(cells).select();
            await context.sync();
            return "";
        });
    } catch (error) {
        return `Excel could not go there: ${error instanceof Error ? error.message : String(error)}`;
    }
}
