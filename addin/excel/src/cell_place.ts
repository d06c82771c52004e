// cell_place.ts - "H6" as column and row, and back. Rows and columns count from 0.

export interface CellPlace {
    column: number;
    row: number;
}

export function parsePlace(cell: string): CellPlace {
    const parts = /^([A-Z]{1,3})(\d{1,7})$/.exec(cell);
    if (!parts?.[1] || !parts[2]) throw new Error(`${cell} is no cell`);
    let column = 0;
    for (const letter of parts[1]) column = column * 26 + letter.charCodeAt(0) - 64;
    return { column: column - 1, row: Number(parts[2]) - 1 };
}

export function columnLetters(column: number): string {
    let letters = "";
    for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
        letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    return letters;
}

/** "H6:H9", or "H6" when it is one cell. */
export function columnRange(column: number, first: number, last: number): string {
    const letters = columnLetters(column);
    return first === last ? `${letters}${first + 1}` : `${letters}${first + 1}:${letters}${last + 1}`;
}

/** "Register!H6", with quotes where Excel wants them. */
export function placeText(sheet: string | undefined, cell: string | undefined): string {
    if (!sheet) return "Whole workbook";
    const name = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
    return cell ? `${name}!${cell}` : sheet;
}
