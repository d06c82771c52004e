// cell_content.ts - the protocol's contents of cells beside what Excel reads and takes.
import type { CellContent } from "./protocol.js";

/** What Excel gives in Range.values: "" for blank, "#N/A" for an error. */
export type ExcelValue = number | string | boolean;

export function sameContent(content: CellContent, value: ExcelValue): boolean {
    if (content === null) return value === "";
    if (typeof content === "object") return value === content.error;
    if (typeof content === "number" && typeof value === "number")
        return Math.abs(content - value) <= 1e-14 * Math.abs(content);
    if (typeof content === "string" && typeof value === "string")
        return content.replaceAll("\r\n", "\n") === value.replaceAll("\r\n", "\n");
    return content === value;
}

/** Excel reads text that is put into a cell as if it were typed: this would become a number, a date or a formula. */
function looksTyped(text: string): boolean {
    return /^\s*[-+=@'£$€(.\d#]/.test(text) || /^\s*(true|false)\s*$/i.test(text) || /^\s*\p{L}{3,9}[ .-]?\d/u.test(text);
}

/** What to put into Range.values or Range.formulas so that the cell holds `content`. */
export function toExcel(content: CellContent): ExcelValue {
    if (content === null) return "";
    if (typeof content === "object") return content.error;
    return typeof content === "string" && looksTyped(content) ? `'${content}` : content;
}

/** As an officer reads it. */
export function contentText(content: CellContent): string {
    if (content === null || content === "") return "blank";
    if (typeof content === "object") return content.error;
    if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
    return typeof content === "number" ? String(Number(content.toPrecision(15))) : content;
}

/** Excel gives white for a cell without a colour, and may be off by one where a theme's colour is tinted. */
export function sameFill(expected: string | null, actual: string): boolean {
    const parts = (colour: string): number[] =>
        [0, 2, 4].map((at) => Number.parseInt(colour.replace("#", "").slice(at, at + 2), 16));
    const wanted = parts(expected ?? "FFFFFF");
    const found = parts(actual === "" ? "FFFFFF" : actual);
    return wanted.every((part, index) => Math.abs(part - (found[index] ?? -9)) <= 2);
}
