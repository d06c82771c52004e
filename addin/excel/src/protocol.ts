// protocol.ts - the engine's JSON, "scorebook/1", as types. cli.md's contract; nothing here judges a workbook.

/** What a cell holds; null is blank. */
export type CellContent = number | string | boolean | null | { error: string };

export type Severity = "error" | "warning" | "info";

export interface Finding {
    rule: string;
    severity: Severity;
    sheet?: string;
    cell?: string;
    range?: string;
    record: string;
    message: string;
    advice?: string;
    evidence: Record<string, string>;
    fix: "safe" | "ask" | "none";
}

export interface Change {
    sheet: string;
    cell: string;
    kind: "value" | "cached" | "fill";
    /** For kind fill, here and in `after`: "RRGGBB" or null. */
    before: CellContent;
    after: CellContent;
    /** A colour that goes with a new value. */
    fill?: string;
    was_formula?: boolean;
    rule: string;
    record: string;
    because: string;
}

export interface Report {
    status: "ok";
    file: string;
    template: string | null;
    period: string | null;
    tables: { name: string; sheet: string; range: string; rows: number }[];
    findings: Finding[];
    changes: Change[];
    not_checked: { what: string; why: string }[];
}

export interface Failure {
    status: "failed";
    file: string;
    error: string;
}

export function parseReply(json: string): Report | Failure {
    const reply = JSON.parse(json) as Partial<Report> & { protocol?: string };
    if (reply.protocol !== "scorebook/1") throw new Error("the engine speaks another protocol than this pane");
    return reply as Report | Failure;
}
