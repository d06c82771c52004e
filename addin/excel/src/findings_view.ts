// findings_view.ts - the tab Findings: what is wrong, worst first, filtered by severity; a click goes to the cell.
import { canBeAccepted, type Acceptance } from "./acceptances.js";
import { placeText } from "./cell_place.js";
import { byId, element } from "./dom.js";
import type { Finding, Severity } from "./protocol.js";
import type { Session } from "./session.js";

/** How a finding stands now; "right": a refresh has put it right. */
type Standing = Severity | "right";

/** In the order of the list. */
const standings: { standing: Standing; one: string; many: string }[] = [
    { standing: "error", one: "Error", many: "Errors" },
    { standing: "warning", one: "Warning", many: "Warnings" },
    { standing: "info", one: "Remark", many: "Remarks" },
    { standing: "right", one: "Put right", many: "Put right" },
];

/** Every word is in there somewhere, in capitals or not. */
function mentions({ sheet, cell, rule, record, message, advice }: Finding, words: string): boolean {
    const text = [placeText(sheet, cell), rule, record, message, advice].join(" ").toLowerCase();
    return words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

/** More than a person reads at once, and few enough to be shown at once. */
const pageSize = 100;
const nameKey = "scorebook.name";

export class FindingsView {
    readonly #session: Session;
    readonly #goTo: (sheet: string, cells: string | undefined) => void;
    readonly #list = byId("findings-list", HTMLUListElement);
    readonly #filters = byId("findings-filters", HTMLDivElement);
    readonly #words = byId("findings-words", HTMLInputElement);
    readonly #shown = new Set<Standing>(standings.map(({ standing }) => standing));
    #report: unknown;
    #length = pageSize;

    constructor(session: Session, goTo: (sheet: string, cells: string | undefined) => void) {
        this.#session = session;
        this.#goTo = goTo;
        this.#words.addEventListener("input", () => {
            this.#length = pageSize;
            this.render();
        });
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
        const right = this.#session.putRight();
        const groups = standings.map(({ standing }) =>
            findings.filter((finding) => (right.has(finding) ? "right" : finding.severity) === standing),
        );
        this.#renderFilters(groups.map(({ length }) => length));
        byId("findings-search", HTMLLabelElement).hidden = findings.length === 0;
        const shown = groups.flatMap((group, index) => {
            const standing = standings[index]?.standing ?? "info";
            if (!this.#shown.has(standing)) return [];
            return group.filter((finding) => mentions(finding, this.#words.value)).map((finding) => ({ finding, standing }));
        });
        this.#list.replaceChildren(...shown.slice(0, this.#length).map(({ finding, standing }) => this.#item(finding, standing)));
        byId("findings-more", HTMLButtonElement).hidden = shown.length <= this.#length;
        const empty = byId("findings-empty", HTMLParagraphElement);
        empty.hidden = shown.length !== 0;
        empty.textContent = !report
            ? "Check looks for what is wrong and changes nothing. Refresh also corrects scores, words and colours."
            : findings.length === 0
              ? "Nothing was found."
              : "None of the findings is as chosen above.";
        const unchecked = report?.not_checked ?? [];
        byId("not-checked", HTMLDetailsElement).hidden = unchecked.length === 0;
        byId("not-checked-count", HTMLElement).textContent = `Not checked (${unchecked.length})`;
        byId("not-checked-list", HTMLUListElement).replaceChildren(
            ...unchecked.map(({ what, why }) => element("li", {}, element("strong", {}, what), `: ${why}`)),
        );
    }

    #renderFilters(counts: readonly number[]): void {
        this.#filters.hidden = counts.every((count) => count === 0);
        if (this.#filters.childElementCount === 0) {
            for (const { standing } of standings) {
                const button = element("button", { type: "button", class: `filter ${standing}` });
                button.addEventListener("click", () => {
                    if (!this.#shown.delete(standing)) this.#shown.add(standing);
                    this.#length = pageSize;
                    this.render();
                });
                this.#filters.append(button);
            }
        }
        for (const [index, { standing, one, many }] of standings.entries()) {
            const count = counts[index] ?? 0;
            const button = this.#filters.children[index] as HTMLButtonElement;
            button.setAttribute("aria-pressed", String(this.#shown.has(standing)));
            button.replaceChildren(element("span", { class: "mark", "aria-hidden": "true" }), `${count} ${count === 1 ? one : many}`);
            button.disabled = count === 0;
            button.hidden = count === 0 && standing === "right";
        }
    }

    #item(finding: Finding, standing: Standing): HTMLLIElement {
        const { sheet, cell, range, record, message, advice, evidence, rule } = finding;
        const word = standings.find((each) => each.standing === standing)?.one ?? "";
        const place = placeText(sheet, range ?? cell);
        const top = element(
            "div",
            { class: "card-top" },
            element("span", { class: `severity ${standing}` }, element("span", { class: "mark", "aria-hidden": "true" }), word),
        );
        if (sheet) {
            const go = element("button", { type: "button", class: "place", "aria-label": `Go to ${place}` }, place);
            go.addEventListener("click", () => this.#goTo(sheet, range ?? cell));
            top.append(go);
        } else {
            top.append(element("span", { class: "place-text" }, place));
        }
        if (record) top.append(element("span", { class: "record" }, record));
        const item = element("li", { class: `card ${standing}` }, top, element("p", { class: "message" }, message));
        if (advice && standing !== "right") item.append(element("p", { class: "advice" }, advice));
        const facts = Object.entries(evidence).map(([name, value]) => `${name} ${value}`);
        const foot = element("div", { class: "card-foot" }, element("span", { class: "rule" }, [`Rule ${rule}`, ...facts].join(" · ")));
        item.append(foot);
        if (this.#session.state.accepted.has(finding)) {
            foot.append(element("span", { class: "state" }, "Accepted"));
        } else if (standing !== "right" && canBeAccepted(finding)) {
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
