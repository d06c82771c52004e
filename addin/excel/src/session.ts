// session.ts - one check or refresh after another of the open workbook, and what is known of it now.
//
// The pane and the ribbon share it: in the shared runtime they are one page, whether the pane is open or not.
import { acceptFinding, type Acceptance } from "./acceptances.js";
import { HalfDone } from "./cell_edits.js";
import { applyAll, proposalsOf, putBack, type Proposal } from "./proposals.js";
import { askEngine } from "./engine_client.js";
import { parseReply, type Change, type Finding, type Report, type Severity } from "./protocol.js";
import { readWorkbook, workbookName } from "./workbook_bytes.js";

export type Activity = "reading" | "checking" | "writing";

export interface SessionState {
    /** What is going on; undefined when nothing is. */
    activity: Activity | undefined;
    /** Of reading, 0 to 1. */
    share: number;
    report: Report | undefined;
    proposals: Proposal[];
    accepted: Set<Finding>;
    /** One sentence on the last thing done, and whether it went wrong. */
    message: string;
    failed: boolean;
    /** Milliseconds from the click to the end, and the engine's part of it. */
    time: { whole: number; engine: number };
}

export interface SessionOptions {
    /** Last period's workbook, which turns on the rules across periods. */
    previous: { name: string; bytes: Uint8Array } | undefined;
    /** "2016-03-31", or empty. */
    asAt: string;
}

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** "It is read-only", for one who cancelled "Cancelled". */
function sentenceOf(error: unknown): string {
    if (error instanceof DOMException && error.name === "AbortError") return "Cancelled; nothing was changed.";
    const text = error instanceof Error ? error.message : String(error);
    const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, "")}.`;
    return error instanceof HalfDone ? sentence : `${sentence} Nothing was changed.`;
}

export class Session {
    readonly state: SessionState = {
        activity: undefined,
        share: 0,
        report: undefined,
        proposals: [],
        accepted: new Set(),
        message: "",
        failed: false,
        time: { whole: 0, engine: 0 },
    };
    readonly options: SessionOptions = { previous: undefined, asAt: "" };
    readonly #listeners = new Set<() => void>();
    #abort: AbortController | undefined;

    onChange(listener: () => void): void {
        this.#listeners.add(listener);
    }

    cancel(): void {
        this.#abort?.abort();
    }

    /** Says what is wrong and what a refresh would change; changes nothing. */
    check(): Promise<void> {
        return this.#do(async (signal) => {
            await this.#look(signal);
            const parts = this.#faults();
            const { length } = this.state.proposals;
            if (length !== 0) parts.push(`${counted(length, "change")} proposed`);
            return parts.length === 0 ? "Checked: nothing to correct." : `Checked: ${parts.join(", ")}.`;
        });
    }

    /** Checks, and applies every change. */
    refresh(): Promise<void> {
        return this.#do(async (signal) => {
            return this.#apply(await this.#look(signal), signal);
        });
    }

    /** Applies the ticked changes of the last check that are still right: others may have worked on the workbook since. */
    apply(): Promise<void> {
        return this.#do(async (signal) => this.#apply((await this.#ask(signal)).changes, signal));
    }

    /** Puts back what was applied. */
    putBack(): Promise<void> {
        return this.#do(async (signal) => {
            this.#show("writing");
            const count = this.#countOf("applied");
            await putBack(this.state.proposals, signal);
            const left = this.#countOf("applied");
            const kept = left === 0 ? "" : ` ${counted(left, "cell")} changed since then ${left === 1 ? "was" : "were"} left alone.`;
            return `Put back ${counted(count - left, "change")}.${kept}`;
        });
    }

    /** Writes the acceptance to the Scorebook sheet; the finding is silent from the next check on. */
    accept(finding: Finding, acceptance: Acceptance): Promise<void> {
        return this.#do(async () => {
            this.#show("writing");
            await acceptFinding(finding, acceptance);
            this.state.accepted.add(finding);
            return `Accepted ${finding.rule}${finding.record ? ` of ${finding.record}` : ""}; it is on the sheet Scorebook.`;
        });
    }

    /** For a page that is open outside of Excel. */
    tryEngine(): Promise<void> {
        return this.#do(async (signal) => {
            await askEngine({ options: { command: "check", file: "" }, workbook: new Uint8Array(), previous: undefined }, signal);
            return "Scorebook works inside Excel. Everything it needs is served here, and its engine answers.";
        });
    }

    /** Something went wrong or was skipped. */
    hasMoreToSay(): boolean {
        return this.state.failed || this.#countOf("skipped") !== 0;
    }

    tick(proposals: readonly Proposal[], ticked: boolean): void {
        for (const proposal of proposals) proposal.ticked = ticked;
        this.#tell();
    }

    /** The findings that refresh puts right and whose change is in the workbook now. */
    putRight(): Set<Finding> {
        const { report, proposals } = this.state;
        const applied = new Set(proposals.filter(({ state }) => state === "applied").map(({ change }) => `${change.sheet}!${change.cell}`));
        return new Set(report?.findings.filter(({ fix, sheet, cell }) => fix === "safe" && applied.has(`${sheet}!${cell}`)));
    }

    /** "9 errors", "1 warning": what is wrong in the workbook as it is now. */
    #faults(): string[] {
        const right = this.putRight();
        const left = this.state.report?.findings.filter((finding) => !right.has(finding)) ?? [];
        const count = (severity: Severity): number => left.filter((finding) => finding.severity === severity).length;
        return [counted(count("error"), "error"), counted(count("warning"), "warning")].filter((part) => !part.startsWith("0 "));
    }

    /** After a refresh: what only a person can put right. */
    #left(): string {
        const faults = this.#faults();
        return faults.length === 0 ? "" : ` Left for you: ${faults.join(", ")}.`;
    }

    #countOf(state: Proposal["state"]): number {
        return this.state.proposals.filter((proposal) => proposal.state === state).length;
    }

    #tell(): void {
        for (const listener of this.#listeners) listener();
    }

    #show(activity: Activity | undefined, share = 0): void {
        this.state.activity = activity;
        this.state.share = share;
        this.#tell();
    }

    /** One thing at a time: a second click while something is going on does nothing. */
    async #do(work: (signal: AbortSignal) => Promise<string>): Promise<void> {
        if (this.#abort) return;
        this.#abort = new AbortController();
        const start = performance.now();
        const { state } = this;
        state.message = "";
        state.failed = false;
        state.time.engine = 0;
        try {
            state.message = await work(this.#abort.signal);
        } catch (error) {
            state.message = sentenceOf(error);
            state.failed = !this.#abort.signal.aborted;
        }
        this.#abort = undefined;
        state.time.whole = performance.now() - start;
        this.#show(undefined);
    }

    /** Reads and checks the workbook; what the pane shows is of this check from now on. */
    async #look(signal: AbortSignal): Promise<readonly Change[]> {
        const report = await this.#ask(signal);
        this.state.report = report;
        this.state.proposals = proposalsOf(report.changes);
        this.state.accepted = new Set();
        return report.changes;
    }

    async #ask(signal: AbortSignal): Promise<Report> {
        const { previous, asAt } = this.options;
        this.#show("reading");
        const workbook = await readWorkbook(signal, (share) => this.#show("reading", share));
        this.#show("checking");
        const options = {
            command: "refresh",
            file: workbookName(),
            "dry-run": true,
            ...(asAt === "" ? {} : { "as-at": asAt }),
            ...(previous ? { previous: previous.name } : {}),
        } as const;
        const { json, milliseconds } = await askEngine({ options, workbook, previous: previous?.bytes }, signal);
        this.state.time.engine = milliseconds;
        const reply = parseReply(json);
        if (reply.status === "failed") throw new Error(reply.error);
        return reply;
    }

    async #apply(latest: readonly Change[], signal: AbortSignal): Promise<string> {
        const chosen = this.state.proposals.filter(({ ticked, state }) => ticked && state !== "applied");
        if (chosen.length === 0) return `Refreshed: nothing needed changing.${this.#left()}`;
        if (Office.context.document.mode === Office.DocumentMode.ReadOnly)
            throw new Error("this workbook is open read-only, so save a copy and refresh that");
        this.#show("writing");
        await applyAll(chosen, latest, signal);
        const skipped = chosen.filter(({ state }) => state === "skipped").length;
        const applied = `${counted(chosen.length - skipped, "change")} applied`;
        const why = skipped === 0 ? "" : `, ${skipped} skipped (see Changes for why)`;
        return `Refreshed: ${applied}${why}.${this.#left()}`;
    }
}
