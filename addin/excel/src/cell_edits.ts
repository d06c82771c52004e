// cell_edits.ts - puts contents and colours into cells of the open workbook, each only if it still holds what is expected.
//
// One Excel.run, few and large requests: a block of a column at a time, with null for the cells between, which Excel leaves
// alone. Comments, formats, validation and widths are not touched.
import { sheetName as acceptancesSheet } from "./acceptances.js";
import { columnRange, parsePlace } from "./cell_place.js";
import { sameContent, sameFill, toExcel, type ExcelValue } from "./cell_content.js";
import type { CellContent } from "./protocol.js";

/** What a cell should hold. Left out: that side stays as it is. */
export interface CellState {
    content?: CellContent;
    /** With "="; instead of `content`. */
    formula?: string;
    /** "RRGGBB", or null for no colour. */
    fill?: string | null;
}

export interface CellEdit {
    sheet: string;
    cell: string;
    expected: CellState;
    wanted: CellState;
    /** Why it isn't right any more, though the cell itself may be as expected. */
    outdated?: string;
}

/** What became of an edit: what the cell held before it was written, or why it was not. */
export type EditOutcome = { before: CellState } | { skipped: string };

/** Cells of one column that lie close together, by row. */
interface Block {
    sheet: string;
    column: number;
    edits: Map<number, CellEdit>;
    first: number;
    last: number;
}

/** Reading a few cells too many is cheaper than another request. */
const widestGap = 64;
/** Requests a batch: Excel on the web refuses batches of more than 5 MB. */
const requestsPerSync = 400;
/** Of one getRanges() call. */
const longestAddress = 8000;

function blocksOf(edits: readonly CellEdit[]): Block[] {
    const columns = new Map<string, { column: number; row: number; edit: CellEdit }[]>();
    for (const edit of edits) {
        const { column, row } = parsePlace(edit.cell);
        const key = `${column} ${edit.sheet}`;
        const cells = columns.get(key);
        if (cells) cells.push({ column, row, edit });
        else columns.set(key, [{ column, row, edit }]);
    }
    const blocks: Block[] = [];
    for (const cells of columns.values()) {
        cells.sort((a, b) => a.row - b.row);
        let block: Block | undefined;
        for (const { column, row, edit } of cells) {
            if (!block || row - block.last > widestGap) {
                block = { sheet: edit.sheet, column, edits: new Map(), first: row, last: row };
                blocks.push(block);
            }
            block.edits.set(row, edit);
            block.last = row;
        }
    }
    return blocks;
}

const blockAddress = (block: Block): string => columnRange(block.column, block.first, block.last);

/** Requests, with a sync in between where there are many: few are one batch, which is one step of undo everywhere. */
class Batches {
    readonly #context: Excel.RequestContext;
    readonly #signal: AbortSignal | undefined;
    #waiting = 0;

    /** `signal`: what stops before the next batch. */
    constructor(context: Excel.RequestContext, signal?: AbortSignal) {
        this.#context = context;
        this.#signal = signal;
    }

    async add(request: () => void): Promise<void> {
        request();
        if (++this.#waiting === requestsPerSync) await this.end();
    }

    async end(): Promise<void> {
        this.#signal?.throwIfAborted();
        this.#waiting = 0;
        await this.#context.sync();
    }
}

interface Sheets {
    /** Why nothing can be written on a sheet, for the sheets where that is so. */
    closed: Map<string, string>;
    /** The one of accepted findings, if it wasn't there. */
    made: Excel.Worksheet | undefined;
}

async function openSheets(context: Excel.RequestContext, names: readonly string[]): Promise<Sheets> {
    const sheets = names.map((name) => ({ name, sheet: context.workbook.worksheets.getItemOrNullObject(name) }));
    for (const { sheet } of sheets) sheet.load("isNullObject");
    await context.sync();
    const found = sheets.filter(({ sheet }) => !sheet.isNullObject);
    for (const { sheet } of found) sheet.protection.load("protected");
    await context.sync();
    const closed = new Map<string, string>();
    let made: Excel.Worksheet | undefined;
    for (const { name, sheet } of sheets) {
        if (sheet.isNullObject && name === acceptancesSheet) made = context.workbook.worksheets.add(name);
        else if (sheet.isNullObject) closed.set(name, "the sheet is gone");
        else if (sheet.protection.protected) closed.set(name, "the sheet is protected");
    }
    return { closed, made };
}

interface LoadedBlock {
    block: Block;
    range: Excel.Range;
    fills: OfficeExtension.ClientResult<Excel.CellProperties[][]> | undefined;
}

async function loadBlocks(context: Excel.RequestContext, blocks: readonly Block[]): Promise<LoadedBlock[]> {
    const loaded: LoadedBlock[] = [];
    const batches = new Batches(context);
    for (const block of blocks) {
        const range = context.workbook.worksheets.getItem(block.sheet).getRange(blockAddress(block));
        const needsFills = [...block.edits.values()].some(({ wanted }) => wanted.fill !== undefined);
        await batches.add(() => {
            range.load(["values", "formulas"]);
            const fills = needsFills ? range.getCellProperties({ format: { fill: { color: true } } }) : undefined;
            loaded.push({ block, range, fills });
        });
    }
    await batches.end();
    return loaded;
}

/** What the cell holds now, on the sides that `edit` will write. */
function stateNow({ block, range, fills }: LoadedBlock, row: number, edit: CellEdit): CellState {
    const index = row - block.first;
    const state: CellState = {};
    const formula: unknown = range.formulas[index]?.[0];
    if (edit.wanted.content !== undefined || edit.wanted.formula !== undefined) {
        if (typeof formula === "string" && formula.startsWith("=")) state.formula = formula;
        else state.content = fromExcel(range.values[index]?.[0] as ExcelValue);
    }
    if (edit.wanted.fill !== undefined) {
        const colour = fills?.value[index]?.[0]?.format?.fill?.color ?? "";
        state.fill = sameFill(null, colour) ? null : colour.replace("#", "");
    }
    return state;
}

const fromExcel = (value: ExcelValue): CellContent =>
    value === "" ? null : typeof value === "string" && /^#[A-Z/0!?_]+$/.test(value) ? { error: value } : value;

/** Why the cell isn't what the edit was made for; empty when it is. */
function changedMeanwhile({ expected, outdated }: CellEdit, now: CellState, value: ExcelValue): string {
    if (expected.content !== undefined && now.formula !== undefined) return "it holds a formula now";
    if (expected.formula !== undefined && now.formula === undefined) return "its formula is gone";
    if (expected.formula && now.formula !== expected.formula) return "its formula was changed meanwhile";
    if (expected.content !== undefined && !sameContent(expected.content, value)) return "it was changed meanwhile";
    if (expected.fill !== undefined && !sameFill(expected.fill, now.fill ?? "")) return "its colour was changed meanwhile";
    return outdated ?? "";
}

async function writeBlocks(context: Excel.RequestContext, batches: Batches, blocks: readonly Block[]): Promise<void> {
    for (const block of blocks) {
        const cells: (ExcelValue | null)[][] = [];
        let isWritten = false;
        for (let row = block.first; row <= block.last; ++row) {
            const wanted = block.edits.get(row)?.wanted;
            const written = wanted?.formula ?? (wanted?.content === undefined ? null : toExcel(wanted.content));
            isWritten ||= written !== null;
            cells.push([written]);
        }
        if (!isWritten) continue;
        const range = context.workbook.worksheets.getItem(block.sheet).getRange(blockAddress(block));
        // Formulas take values too; null leaves a cell alone.
        await batches.add(() => {
            range.formulas = cells;
        });
    }
}

async function writeFills(context: Excel.RequestContext, batches: Batches, blocks: readonly Block[]): Promise<void> {
    const places = new Map<string, { sheet: string; fill: string | null; runs: string[] }>();
    for (const block of blocks) {
        let run: { fill: string | null; first: number; last: number } | undefined;
        const close = (): void => {
            if (!run) return;
            const key = `${run.fill} ${block.sheet}`;
            const place = places.get(key) ?? { sheet: block.sheet, fill: run.fill, runs: [] };
            place.runs.push(columnRange(block.column, run.first, run.last));
            places.set(key, place);
        };
        for (const [row, { wanted }] of block.edits) {
            if (wanted.fill === undefined) continue;
            if (run && run.fill === wanted.fill && run.last === row - 1) {
                run.last = row;
            } else {
                close();
                run = { fill: wanted.fill, first: row, last: row };
            }
        }
        close();
    }
    const requests: { sheet: string; fill: string | null; address: string }[] = [];
    for (const { sheet, fill, runs } of places.values()) {
        let address = "";
        for (const run of runs) {
            if (address !== "" && address.length + 1 + run.length > longestAddress) {
                requests.push({ sheet, fill, address });
                address = "";
            }
            address += (address === "" ? "" : ",") + run;
        }
        requests.push({ sheet, fill, address });
    }
    for (const { sheet, fill, address } of requests) {
        await batches.add(() => {
            const fillOf = context.workbook.worksheets.getItem(sheet).getRanges(address).format.fill;
            if (fill === null) fillOf.clear();
            else fillOf.color = `#${fill}`;
        });
    }
}

async function writeAll(context: Excel.RequestContext, blocks: readonly Block[], signal?: AbortSignal): Promise<void> {
    const batches = new Batches(context, signal);
    await writeBlocks(context, batches, blocks);
    await writeFills(context, batches, blocks);
    await batches.end();
}

/** Some cells were written and could not be put back. */
export class HalfDone extends Error {
    constructor() {
        super("Excel broke off and would not take the cells back; use Undo in Excel before going on");
    }
}

/** After a batch failed: what earlier batches wrote is put back. */
async function restore(context: Excel.RequestContext, blocks: readonly Block[], outcomes: Map<CellEdit, EditOutcome>) {
    for (const block of blocks) {
        for (const [row, edit] of block.edits) {
            const outcome = outcomes.get(edit);
            if (outcome && "before" in outcome) block.edits.set(row, { ...edit, wanted: outcome.before });
        }
    }
    await writeAll(context, blocks).catch(() => {
        throw new HalfDone();
    });
}

/** What each cell holds, or why it is left alone; the blocks that are left to write. */
function compare(loaded: readonly LoadedBlock[], outcomes: Map<CellEdit, EditOutcome>): Block[] {
    for (const part of loaded) {
        for (const [row, edit] of part.block.edits) {
            const before = stateNow(part, row, edit);
            const value = part.range.values[row - part.block.first]?.[0] as ExcelValue;
            const why = changedMeanwhile(edit, before, value);
            outcomes.set(edit, why === "" ? { before } : { skipped: why });
            if (why !== "") part.block.edits.delete(row);
        }
    }
    return loaded.map(({ block }) => block).filter(({ edits }) => edits.size !== 0);
}

/** True where Excel can make one step of undo out of several batches (ExcelApi 1.20). */
export function canMergeUndo(): boolean {
    return Office.context.requirements.isSetSupported("ExcelApi", "1.20");
}

/**
 * The outcomes in the order of `edits`. Either all that can be written is, or nothing: what is protected, gone or was
 * changed meanwhile is found before the first cell is written.
 */
export async function editCells(edits: readonly CellEdit[], signal: AbortSignal): Promise<EditOutcome[]> {
    const outcomes = new Map<CellEdit, EditOutcome>();
    const run: Excel.RunOptions = { delayForCellEdit: true };
    if (canMergeUndo()) run.mergeUndoGroup = true;
    await Excel.run(run, async (context) => {
        const { closed, made } = await openSheets(context, [...new Set(edits.map(({ sheet }) => sheet))]);
        for (const edit of edits) {
            const why = closed.get(edit.sheet);
            if (why) outcomes.set(edit, { skipped: why });
        }
        try {
            const loaded = await loadBlocks(context, blocksOf(edits.filter((edit) => !outcomes.has(edit))));
            const blocks = compare(loaded, outcomes);
            signal.throwIfAborted();
            try {
                await writeAll(context, blocks, signal);
            } catch (error) {
                await restore(context, blocks, outcomes);
                throw error;
            }
        } catch (error) {
            if (made) {
                made.delete();
                await context.sync();
            }
            throw error;
        }
    });
    return edits.map((edit) => outcomes.get(edit) ?? { skipped: "Excel did not say" });
}
