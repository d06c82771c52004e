// contract.mjs - the shape of a reply, key by key: what a program that reads it may rely on.

const isText = (value) => typeof value === "string";
const isCount = (value) => Number.isInteger(value) && value >= 0;
const isCell = (value) => /^[A-Z]{1,3}[1-9]\d*$/.test(value);
const isRange = (value) => /^[A-Z]{1,3}[1-9]\d*:[A-Z]{1,3}[1-9]\d*$/.test(value);
const isColour = (value) => /^[0-9A-F]{6}$/.test(value);
const isOneOf = (...words) => (value) => words.includes(value);
const orNull = (is) => (value) => value === null || is(value);
const isContent = (value) =>
    value === null || ["number", "string", "boolean"].includes(typeof value) || /^#/.test(value?.error);
const isObjectOf = (is) => (value) => typeof value === "object" && value !== null && Object.values(value).every(is);

/** Shapes: each key with its test; a key that ends in "?" may be left out. */
const table = { name: isText, sheet: isText, range: isRange, rows: isCount };
const finding = {
    rule: isText,
    severity: isOneOf("error", "warning", "info"),
    "sheet?": isText,
    "cell?": isCell,
    "range?": isRange,
    record: isText,
    message: (value) => isText(value) && value.length > 10,
    "advice?": isText,
    evidence: isObjectOf(isText),
    fix: isOneOf("safe", "ask", "none"),
};
const change = {
    sheet: isText,
    cell: isCell,
    kind: isOneOf("value", "cached", "fill"),
    before: isContent,
    after: isContent,
    "fill?": isColour,
    "was_formula?": isOneOf(true),
    "spill?": isText,
    rule: isText,
    record: isText,
    because: isText,
};
const notChecked = { what: isText, why: isText };
const counts = { error: isCount, warning: isCount, info: isCount, changes: isCount };
const stale = { sheet: isText, cell: isCell, formula: isText, stored: isContent, computed: isContent };
const unsupported = { sheet: isText, cell: isCell, why: isText };
const difference = { class: isText, record: isText, old: isText, new: isText, old_cell: isText, new_cell: isText };

const head = { protocol: isOneOf("scorebook/1"), file: isText };
const ok = { ...head, status: isOneOf("ok") };
const reported = {
    ...ok,
    template: orNull(isText),
    period: orNull(isText),
    tables: [table],
    findings: [finding],
    changes: [change],
    not_checked: [notChecked],
    counts,
};
const shapes = {
    check: reported,
    refresh: reported,
    recalc: { ...ok, stale: [stale], formulas: isCount, unsupported: [unsupported], changes: [change], counts },
    compare: { ...ok, template: isText, differences: [difference], narrative: [{}], not_checked: [notChecked] },
};
const failed = { ...head, status: isOneOf("failed"), error: (value) => isText(value) && value.length > 10 };

function* faultsOf(shape, value, place) {
    if (typeof shape === "function") {
        if (!shape(value)) yield `${place} is ${JSON.stringify(value)}`;
    } else if (Array.isArray(shape)) {
        if (!Array.isArray(value)) yield `${place} is no list`;
        else for (const [index, item] of value.entries()) yield* faultsOf(shape[0], item, `${place}[${index}]`);
    } else if (typeof value !== "object" || value === null) {
        yield `${place} is no object`;
    } else {
        for (const [key, inner] of Object.entries(shape)) {
            const name = key.replace("?", "");
            if (name in value) yield* faultsOf(inner, value[name], `${place}.${name}`);
            else if (!key.endsWith("?")) yield `${place} has no ${name}`;
        }
    }
}

/** What is not as the contract says, place by place. */
export function contractFaults(command, reply) {
    if (reply.status === "failed") {
        const others = Object.keys(reply).filter((key) => !(key in failed));
        return [...faultsOf(failed, reply, "reply"), ...others.map((key) => `a failed reply has ${key}`)];
    }
    const faults = [...faultsOf(shapes[command], reply, "reply")];
    if (reply.counts && reply.findings && command !== "recalc") {
        for (const severity of ["error", "warning", "info"]) {
            const count = reply.findings.filter((each) => each.severity === severity).length;
            if (count !== reply.counts[severity]) faults.push(`counts.${severity} is not the ${count} there are`);
        }
        if (reply.changes.length !== reply.counts.changes) faults.push("counts.changes is not how many there are");
    }
    return faults;
}
