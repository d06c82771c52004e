// pane.ts - the task pane: buttons, progress, what was said last, and the two tabs.
import { ChangesView } from "./changes_view.js";
import { byId } from "./dom.js";
import { FindingsView } from "./findings_view.js";
import { goToCell } from "./go_to_cell.js";
import { counted, type Session } from "./session.js";

const activities = {
    reading: "Reading the workbook…",
    checking: "Checking…",
    writing: "Writing…",
};

type TabName = "findings" | "changes";
const tabNames: TabName[] = ["findings", "changes"];

export class Pane {
    readonly #session: Session;
    readonly #findings: FindingsView;
    readonly #changes: ChangesView;
    readonly #status = byId("status", HTMLParagraphElement);
    readonly #progress = byId("progress", HTMLProgressElement);
    #wasBusy = false;

    constructor(session: Session) {
        this.#session = session;
        const goTo = (sheet: string, cells: string | undefined): void => {
            void goToCell(sheet, cells).then((problem) => {
                if (problem) this.#say(problem, true);
            });
        };
        this.#findings = new FindingsView(session, goTo);
        this.#changes = new ChangesView(session, goTo);
        byId("refresh", HTMLButtonElement).addEventListener("click", () => void session.refresh().then(() => this.showResult()));
        byId("check", HTMLButtonElement).addEventListener("click", () => void session.check().then(() => this.select("findings")));
        byId("cancel", HTMLButtonElement).addEventListener("click", () => session.cancel());
        for (const name of tabNames) {
            const tab = byId(`tab-${name}`, HTMLButtonElement);
            tab.addEventListener("click", () => this.select(name));
            tab.addEventListener("keydown", (event) => this.#moveTab(event, name));
        }
        this.#listenToOptions();
        session.onChange(() => this.render());
        this.render();
    }

    /** After a refresh: what was changed, or when nothing was, what was found. */
    showResult(): void {
        this.select(this.#session.state.proposals.length !== 0 ? "changes" : "findings");
    }

    select(chosen: TabName): void {
        for (const name of tabNames) {
            const tab = byId(`tab-${name}`, HTMLButtonElement);
            tab.setAttribute("aria-selected", String(name === chosen));
            tab.tabIndex = name === chosen ? 0 : -1;
            byId(`panel-${name}`, HTMLElement).hidden = name !== chosen;
        }
    }

    render(): void {
        const { activity, share, report, proposals, message, failed, time } = this.#session.state;
        const busy = activity !== undefined;
        for (const name of ["refresh", "check"]) byId(name, HTMLButtonElement).disabled = busy;
        byId("cancel", HTMLButtonElement).hidden = !busy;
        this.#progress.hidden = !busy;
        if (activity === "reading" && share > 0) this.#progress.value = share;
        else this.#progress.removeAttribute("value");
        this.#say(busy ? activities[activity] : message, failed);
        // The lists can be long: while something is going on they stay as they are.
        if (busy) {
            if (!this.#wasBusy) byId("panels", HTMLElement).setAttribute("aria-busy", "true");
            this.#wasBusy = true;
            return;
        }
        this.#wasBusy = false;
        // For who measures: what the engine took of the last run.
        document.documentElement.dataset["engineMs"] = time.engine.toFixed(1);
        byId("panels", HTMLElement).removeAttribute("aria-busy");
        byId("tab-findings", HTMLElement).textContent = report ? `Findings (${report.findings.length - this.#session.putRight().size})` : "Findings";
        byId("tab-changes", HTMLElement).textContent = report ? `Changes (${proposals.length})` : "Changes";
        const about = report
            ? [
                  report.template ? report.template.replaceAll("-", " ") : "not a kind of workbook scorebook knows",
                  report.period ?? "no period found",
                  ...report.tables.map(({ rows, name }) => counted(rows, `row of ${name}`, `rows of ${name}`)),
              ].join(" · ")
            : "";
        byId("about", HTMLParagraphElement).textContent = about;
        this.#findings.render();
        this.#changes.render();
    }

    /** In a live region, so that it is read out; the same words aren't said twice. */
    #say(text: string, isProblem: boolean): void {
        if (this.#status.textContent !== text) this.#status.textContent = text;
        this.#status.classList.toggle("problem", isProblem);
    }

    #moveTab(event: KeyboardEvent, from: TabName): void {
        const step = { ArrowLeft: -1, ArrowRight: 1, Home: -9, End: 9 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        const at = Math.min(Math.max(tabNames.indexOf(from) + step, 0), tabNames.length - 1);
        const to = tabNames[at] ?? from;
        this.select(to);
        byId(`tab-${to}`, HTMLButtonElement).focus();
    }

    #listenToOptions(): void {
        const { options } = this.#session;
        const previous = byId("previous", HTMLInputElement);
        previous.addEventListener("change", async () => {
            const file = previous.files?.[0];
            options.previous = file ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : undefined;
        });
        const asAt = byId("as-at", HTMLInputElement);
        asAt.addEventListener("change", () => {
            options.asAt = asAt.value;
        });
    }
}
