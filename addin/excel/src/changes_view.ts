// changes_view.ts - the tab Changes: before and after of each, with a box to tick, and what became of it.
import { contentText } from "./cell_content.js";
import { placeText } from "./cell_place.js";
import { byId, element } from "./dom.js";
import type { Proposal } from "./proposals.js";
import type { CellContent } from "./protocol.js";
import { counted, type Session } from "./session.js";

const pageSize = 100;

/** A colour beside its number, so that it is told by more than colour. */
function colourText(content: CellContent): (Node | string)[] {
    if (typeof content !== "string") return ["no colour"];
    const swatch = element("span", { class: "swatch", "aria-hidden": "true" });
    swatch.style.backgroundColor = `#${content}`;
    return [swatch, `#${content}`];
}

export class ChangesView {
    readonly #session: Session;
    readonly #goTo: (sheet: string, cells: string | undefined) => void;
    readonly #list = byId("changes-list", HTMLUListElement);
    readonly #apply = byId("apply", HTMLButtonElement);
    readonly #putBack = byId("put-back", HTMLButtonElement);
    #report: unknown;
    #length = pageSize;

    constructor(session: Session, goTo: (sheet: string, cells: string | undefined) => void) {
        this.#session = session;
        this.#goTo = goTo;
        this.#apply.addEventListener("click", () => void session.apply());
        this.#putBack.addEventListener("click", () => void session.putBack());
        byId("tick-all", HTMLButtonElement).addEventListener("click", () => session.tick(this.#open(), true));
        byId("tick-none", HTMLButtonElement).addEventListener("click", () => session.tick(this.#open(), false));
        byId("changes-more", HTMLButtonElement).addEventListener("click", () => {
            const first = this.#list.children.length;
            this.#length += pageSize;
            this.render();
            (this.#list.children[first]?.querySelector("input, button") as HTMLElement | null)?.focus();
        });
    }

    /** Those that can still be applied. */
    #open(): Proposal[] {
        return this.#session.state.proposals.filter(({ state }) => state !== "applied");
    }

    render(): void {
        const { report, proposals, activity } = this.#session.state;
        if (report !== this.#report) this.#length = pageSize;
        this.#report = report;
        this.#list.replaceChildren(...proposals.slice(0, this.#length).map((proposal) => this.#item(proposal)));
        const more = byId("changes-more", HTMLButtonElement);
        more.hidden = proposals.length <= this.#length;
        more.textContent = `Show more (${proposals.length - this.#length} left)`;
        const open = this.#open();
        const ticked = open.filter((proposal) => proposal.ticked).length;
        byId("changes-tools", HTMLDivElement).hidden = open.length === 0;
        this.#apply.textContent = `Apply ${ticked} ticked`;
        this.#apply.disabled = ticked === 0 || activity !== undefined;
        this.#putBack.hidden = open.length === proposals.length;
        this.#putBack.textContent = `Put back ${counted(proposals.length - open.length, "applied change")}`;
        this.#putBack.disabled = activity !== undefined;
        const empty = byId("changes-empty", HTMLParagraphElement);
        empty.hidden = proposals.length !== 0;
        empty.textContent = report ? "Nothing needs changing." : "What a refresh changes is listed here, with before and after.";
        const left = (report?.changes ?? []).filter(({ kind }) => kind === "cached").length;
        const note = byId("cached-note", HTMLParagraphElement);
        note.hidden = left === 0;
        note.textContent = `Excel recalculates ${counted(left, "formula")} that ${left === 1 ? "depends" : "depend"} on these cells.`;
    }

    #item(proposal: Proposal): HTMLLIElement {
        const { change, state, why } = proposal;
        const place = placeText(change.sheet, change.cell);
        const show = change.kind === "fill" ? colourText : (content: CellContent): (Node | string)[] => [contentText(content)];
        const after = show(change.after);
        if (change.fill !== undefined) after.push(" ", ...colourText(change.fill));
        const go = element("button", { type: "button", class: "place", "aria-label": `Go to ${place}` }, place);
        go.addEventListener("click", () => this.#goTo(change.sheet, change.cell));
        const top = element("div", { class: "card-top" });
        if (state === "applied") {
            top.append(element("span", { class: "state applied" }, "Applied"));
        } else {
            const box = element("input", { type: "checkbox", "aria-label": `Apply the change of ${place}` });
            box.checked = proposal.ticked;
            box.addEventListener("change", () => this.#tickOne(proposal, box));
            top.append(box);
        }
        top.append(go);
        if (change.record) top.append(element("span", { class: "record" }, change.record));
        const values = element(
            "p",
            { class: "values" },
            element("span", { class: "visually-hidden" }, "before "),
            element("del", {}, ...show(change.before)),
            element("span", { "aria-hidden": "true", class: "arrow" }, " → "),
            element("span", { class: "visually-hidden" }, " after "),
            element("ins", {}, ...after),
        );
        const item = element("li", { class: `card ${state}` }, top, values);
        const reasons = [change.because, change.rule ? `Rule ${change.rule}` : ""].filter((text) => text !== "").join(" · ");
        if (reasons) item.append(element("p", { class: "because" }, reasons));
        if (why) item.append(element("p", { class: "skipped-why" }, `Skipped: ${why}`));
        return item;
    }

    /** Not a whole new list: the box that was clicked keeps the keyboard. */
    #tickOne(proposal: Proposal, box: HTMLInputElement): void {
        proposal.ticked = box.checked;
        const ticked = this.#open().filter((each) => each.ticked).length;
        this.#apply.textContent = `Apply ${ticked} ticked`;
        this.#apply.disabled = ticked === 0 || this.#session.state.activity !== undefined;
    }
}
