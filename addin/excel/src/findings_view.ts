// findings_view.ts - the tab Findings: what is wrong, worst first, filtered by severity; a click goes to the cell.
import { canBeAccepted, type Acceptance } from "./acceptances.js";
import { placeText } from "./cell_place.js";
import { byId, element } from "./dom.js";
import type { Finding, Severity } from "./protocol.js";
import type { Session } from "./session.js";

const severities: { severity: Severity; one: string; many: string }[] = [
    { severity: "error", one: "Error", many: "Errors" },
    { severity: "warning", one: "Warning", many: "Warnings" },
    { severity: "info", one: "Remark", many: "Remarks" },
];

/** More than a person reads at once, and few enough to be shown at once. */
const pageSize = 100;
const nameKey = "scorebook.name";

export class FindingsView {
    readonly #session: Session;
    readonly #goTo: (sheet: string, cells: string | undefined) => void;
    readonly #list = byId("findings-list", HTMLUListElement);
    readonly #filters = byId("findings-filters", HTMLDivElement);
    readonly #shown = new Set<Severity>(["error", "warning", "info"]);
    #report: unknown;
    #length = pageSize;

    constructor(session: Session, goTo: (sheet: string, cells: string | undefined) => void) {
        this.#session = session;
        this.#goTo = goTo;
        byId("findings-more", HTMLButtonElement).addEventListener("click", () => {
            const first = this.#list.children.length;
            this.#length += pageSize;
            this.render();
            (this.#list.children[first]?.querySelector("button") as HTMLElement | null)?.focus();
        });
    }

    render(): void {
        const { report } = this.#session.state;
        if (report !== this.#report) this.#length = pageSize;
        this.#report = report;
        const findings = report?.findings ?? [];
        this.#renderFilters(findings);
        const order: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
        const shown = findings
            .filter(({ severity }) => this.#shown.has(severity))
            .sort((a, b) => order[a.severity] - order[b.severity]);
        this.#list.replaceChildren(...shown.slice(0, this.#length).map((finding) => this.#item(finding)));
        byId("findings-more", HTMLButtonElement).hidden = shown.length <= this.#length;
        const empty = byId("findings-empty", HTMLParagraphElement);
        empty.hidden = shown.length !== 0;
        empty.textContent = !report
            ? "Check looks for what is wrong and changes nothing. Refresh also corrects scores, words and colours."
            : findings.length === 0
              ? "Nothing was found."
              : "None of the severities chosen above.";
        const unchecked = report?.not_checked ?? [];
        byId("not-checked", HTMLDetailsElement).hidden = unchecked.length === 0;
        byId("not-checked-count", HTMLElement).textContent = `Not checked (${unchecked.length})`;
        byId("not-checked-list", HTMLUListElement).replaceChildren(
            ...unchecked.map(({ what, why }) => element("li", {}, element("strong", {}, what), `: ${why}`)),
        );
    }

    #renderFilters(findings: readonly Finding[]): void {
        this.#filters.hidden = findings.length === 0;
        if (this.#filters.childElementCount === 0) {
            for (const { severity } of severities) {
                const button = element("button", { type: "button", class: `filter ${severity}` });
                button.addEventListener("click", () => {
                    if (!this.#shown.delete(severity)) this.#shown.add(severity);
                    this.#length = pageSize;
                    this.render();
                });
                this.#filters.append(button);
            }
        }
        for (const [index, { severity, one, many }] of severities.entries()) {
            const count = findings.filter((finding) => finding.severity === severity).length;
            const button = this.#filters.children[index] as HTMLButtonElement;
            button.setAttribute("aria-pressed", String(this.#shown.has(severity)));
            button.replaceChildren(element("span", { class: "mark", "aria-hidden": "true" }), `${count} ${count === 1 ? one : many}`);
            button.disabled = count === 0;
        }
    }

    #item(finding: Finding): HTMLLIElement {
        const { severity, sheet, cell, range, record, message, advice, evidence, rule } = finding;
        const word = severities.find((each) => each.severity === severity)?.one ?? "";
        const place = placeText(sheet, range ?? cell);
        const top = element(
            "div",
            { class: "card-top" },
            element("span", { class: `severity ${severity}` }, element("span", { class: "mark", "aria-hidden": "true" }), word),
        );
        if (sheet) {
            const go = element("button", { type: "button", class: "place", "aria-label": `Go to ${place}` }, place);
            go.addEventListener("click", () => this.#goTo(sheet, range ?? cell));
            top.append(go);
        } else {
            top.append(element("span", { class: "place-text" }, place));
        }
        if (record) top.append(element("span", { class: "record" }, record));
        const item = element("li", { class: `card ${severity}` }, top, element("p", { class: "message" }, message));
        if (advice) item.append(element("p", { class: "advice" }, advice));
        const facts = Object.entries(evidence).map(([name, value]) => `${name} ${value}`);
        const foot = element("div", { class: "card-foot" }, element("span", { class: "rule" }, [`Rule ${rule}`, ...facts].join(" · ")));
        item.append(foot);
        if (this.#session.state.accepted.has(finding)) {
            foot.append(element("span", { class: "state" }, "Accepted"));
        } else if (canBeAccepted(finding)) {
            const accept = element("button", { type: "button", class: "quiet", "aria-expanded": "false" }, "Accept…");
            accept.setAttribute("aria-label", `Accept this finding at ${place}`);
            accept.addEventListener("click", () => this.#openForm(item, accept, finding));
            foot.append(accept);
        }
        return item;
    }

    /** Reason and name are what the Scorebook sheet needs; the name is kept for the next time. */
    #openForm(item: HTMLLIElement, opener: HTMLButtonElement, finding: Finding): void {
        const field = (label: string, input: HTMLInputElement | HTMLTextAreaElement): HTMLLabelElement =>
            element("label", {}, element("span", {}, label), input);
        const reason = element("textarea", { name: "reason", rows: 2, required: true });
        const name = element("input", { name: "name", type: "text", autocomplete: "name", required: true });
        const until = element("input", { name: "until", type: "date" });
        name.value = localStorage.getItem(nameKey) ?? "";
        const cancel = element("button", { type: "button", class: "secondary" }, "Don't accept");
        const form = element(
            "form",
            { class: "accept", "aria-label": "Accept this finding" },
            field("Why it can stay as it is", reason),
            field("Your name and post", name),
            field("Until (leave empty: for good)", until),
            element("div", { class: "buttons" }, element("button", { type: "submit", class: "primary" }, "Accept"), cancel),
        );
        const close = (): void => {
            form.remove();
            opener.hidden = false;
            opener.focus();
        };
        cancel.addEventListener("click", close);
        form.addEventListener("keydown", (event) => {
            if (event.key === "Escape") close();
        });
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            const acceptance: Acceptance = { reason: reason.value.trim(), name: name.value.trim(), until: until.value };
            if (acceptance.reason === "" || acceptance.name === "") return;
            localStorage.setItem(nameKey, acceptance.name);
            void this.#session.accept(finding, acceptance).then(() => {
                const index = [...this.#list.children].indexOf(item);
                (this.#list.children[Math.max(index, 0)]?.querySelector("button") as HTMLElement | null)?.focus();
            });
        });
        opener.hidden = true;
        item.append(form);
        reason.focus();
    }
}
