// accessibility_test.mjs - axe-core finds nothing on the pane in any of its states, light and dark; pictures of each are kept.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { closeBrowser, hostFor, madeRegister, openPane, settings, settled } from "./pane_page.mjs";

after(closeBrowser);

const axe = readFileSync(join(settings.node, "axe-core/axe.min.js"), "utf8");
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const faulty = join(settings.samples, "risk-register-5x5-faulty.xlsx");

/** What axe-core finds, rule and element; its code is run by the browser itself, not by the page's policy. */
async function violations(page) {
    await page.evaluate(axe);
    return page.evaluate(async (tags) => {
        const { violations: found } = await axe.run(document, { runOnly: tags });
        return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    }, standards);
}

const states = {
    start: (page) => page.click("#options summary"),
    findings: async (page) => {
        await page.click("#check");
        await settled(page);
    },
    accepting: async (page) => {
        await page.click("#check");
        await settled(page);
        await page.click("#findings-list button:text('Accept…')");
        await page.fill("textarea", "Agreed with the head of service on 4 July");
        await page.fill("input[name=name]", "J Smith, Head of Audit");
    },
    changes: async (page) => {
        await page.click("#check");
        await settled(page);
        await page.click("#tab-changes");
        await page.evaluate(() => (fakeHost.sheets.get("Risk Register").cells.H6.value = 10));
    },
    refreshed: async (page) => {
        await page.evaluate(() => {
            fakeHost.beforeRun = () => (fakeHost.sheets.get("Risk Register").cells.H6.value = 10);
        });
        await page.click("#refresh");
        await settled(page);
    },
};

for (const scheme of ["light", "dark"]) {
    test(`axe-core finds nothing, ${scheme}`, async () => {
        for (const [name, prepare] of Object.entries(states)) {
            const path = name === "changes" || name === "refreshed" ? madeRegister("colours.xlsx", 12, "rag") : faulty;
            const page = await openPane(hostFor(path), { scheme });
            await prepare(page);
            assert.deepEqual(await violations(page), [], `${name}, ${scheme}`);
            await page.screenshot({ path: join(settings.out, `pane-${name}-${scheme}.png`) });
            assert.deepEqual(page.faults, []);
        }
    });
}

test("the pane follows Office's dark theme, and fits 320 pixels without scrolling sideways", async () => {
    const page = await openPane(hostFor(faulty, { theme: "#262626" }), { viewport: { width: 320, height: 640 } });
    assert.equal(await page.getAttribute("html", "data-theme"), "dark");
    for (const name of ["refreshed", "findings"]) {
        await states[name](page);
        assert.deepEqual(await violations(page), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
        await page.screenshot({ path: join(settings.out, `pane-narrow-${name}.png`) });
        await page.click("#tab-findings");
    }
});

/** What Tab reaches, in order; of each whether it can be seen, is named, large enough (WCAG 2.2, 2.5.8) and marked (2.4.7). */
async function walk(page) {
    await page.evaluate(() => {
        // From the very top, wherever the keyboard was.
        const heading = document.querySelector("h1");
        heading.tabIndex = -1;
        heading.focus();
        heading.removeAttribute("tabindex");
    });
    const seen = [];
    for (let step = 0; step < 300; ++step) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => {
            const at = document.activeElement;
            if (at === document.body) return undefined;
            const box = at.getBoundingClientRect();
            const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            const { outlineStyle, outlineWidth } = getComputedStyle(at);
            window.reached ??= new Map();
            window.reached.set(at, true);
            const faults = [];
            if (!(at === top || at.contains(top) || top?.contains(at) && top.matches("label"))) faults.push("hidden");
            if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) faults.push("not marked");
            if (box.width < 24 || box.height < 24) faults.push("too small");
            if (!(at.getAttribute("aria-label") || at.labels?.[0]?.textContent || at.textContent).trim()) faults.push("without a name");
            return { what: at.outerHTML.slice(0, 120), faults };
        });
        if (at === undefined) break;
        seen.push(at);
    }
    return seen;
}

test("Tab reaches everything that can be pressed or filled in, each named, marked, large enough and in sight", async () => {
    const page = await openPane(hostFor(faulty), { viewport: { width: 320, height: 640 } });
    await states.start(page);
    await states.findings(page);
    for (const tab of ["#tab-findings", "#tab-changes"]) {
        await page.click(tab);
        const seen = await walk(page);
        assert.deepEqual(seen.filter(({ faults }) => faults.length !== 0), []);
        const missed = await page.evaluate(() => [...document.querySelectorAll("button, input, textarea, summary, a, select")]
            .filter((each) => each.checkVisibility() && !each.disabled && each.tabIndex >= 0 && !window.reached.has(each)).map((each) => each.outerHTML));
        assert.deepEqual(missed, []);
        assert.ok(seen.length > 10);
    }
});
