// proposals.ts - the engine's changes as the pane keeps them: proposed, applied or skipped, and put back again.
import { editCells, type CellEdit, type CellState } from "./cell_edits.js";
import type { CellContent, Change } from "./protocol.js";

export interface Proposal {
    change: Change;
    /** The officer wants it. */
    ticked: boolean;
    state: "proposed" | "applied" | "skipped";
    /** Of a skipped one. */
    why: string;
    /** Of an applied one: what the cell held. */
    before: CellState | undefined;
}

/** Stored results of formulas are left to Excel, which calculates them itself. */
/** What a change says, for comparison with the change of a later check. */
const meaning = ({ sheet, cell, kind, before, after, fill, was_formula }: Change): string =>
    JSON.stringify([sheet, cell, kind, before, after, fill, was_formula]);

export function proposalsOf(changes: readonly Change[]): Proposal[] {
    return changes
        .filter(({ kind }) => kind !== "cached")
        .map((change) => ({ change, ticked: true, state: "proposed", why: "", before: undefined }));
}

function editOf({ sheet, cell, kind, before, after, fill, was_formula }: Change): CellEdit {
    if (kind === "fill") {
        const colour = (content: CellContent): string | null => (typeof content === "string" ? content : null);
        return { sheet, cell, expected: { fill: colour(before) }, wanted: { fill: colour(after) } };
    }
    const wanted: CellState = { content: after };
    if (fill !== undefined) wanted.fill = fill;
    // The protocol has no text of the formula, so any will do.
    return { sheet, cell, expected: was_formula ? { formula: "" } : { content: before }, wanted };
}

/**
 * Applies them. `latest` are the changes the workbook needs as it is now: what isn't among them was proposed for another
 * score, or for a row that has moved, and is skipped.
 */
export async function applyAll(chosen: readonly Proposal[], latest: readonly Change[], signal: AbortSignal): Promise<void> {
    const current = new Set(latest.map(meaning));
    const edits = chosen.map(({ change }) =>
        current.has(meaning(change)) ? editOf(change) : { ...editOf(change), outdated: "what it follows from was changed meanwhile" },
    );
    const outcomes = await editCells(edits, signal);
    for (const [index, proposal] of chosen.entries()) {
        const outcome = outcomes[index];
        if (!outcome) continue;
        proposal.state = "before" in outcome ? "applied" : "skipped";
        proposal.why = "skipped" in outcome ? outcome.skipped : "";
        proposal.before = "before" in outcome ? outcome.before : undefined;
    }
}

/** Puts back what was applied, where nobody has changed it since; what it can't put back stays applied, with the reason. */
export async function putBack(proposals: readonly Proposal[], signal: AbortSignal): Promise<void> {
    const chosen = proposals.filter(({ state }) => state === "applied");
    const edits = chosen.map(({ change, before }): CellEdit => {
        const { sheet, cell, wanted } = editOf(change);
        return { sheet, cell, expected: wanted, wanted: before ?? {} };
    });
    const outcomes = await editCells(edits, signal);
    for (const [index, proposal] of chosen.entries()) {
        const outcome = outcomes[index];
        if (!outcome) continue;
        if ("before" in outcome) {
            proposal.state = "proposed";
            proposal.before = undefined;
        }
        proposal.why = "skipped" in outcome ? outcome.skipped : "";
    }
}
