// times_test.mjs - how long an officer waits: from the click on Refresh until the pane has drawn the end, and for undo.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, hostFor, madeRegister, openPane } from "./pane_page.mjs";

after(closeBrowser);

test("from the click to done: 60 rows in 150 ms, 10,000 rows with 5,000 changes in 2 s and undone in 3 s", async () => {
    for (const [rows, limit, rounds] of [[60, 150, 12], [10000, 2000, 4]]) {
        const page = await openPane(hostFor(madeRegister(`${rows}.xlsx`, rows)));
        await page.evaluate(() => (window.before = fakeHost.contents()));
        // The first within the limit counts, on a machine that others use too; the very first may wait for the engine's compiling.
        const times = [];
        for (let round = 0; round < rounds; ++round) {
            const time = await page.evaluate(async () => {
                const status = document.getElementById("status");
                const start = performance.now();
                document.getElementById("refresh").click();
                await new Promise((resolve) => {
                    const observer = new MutationObserver(() => {
                        if (!status.textContent.startsWith("Refreshed")) return;
                        observer.disconnect();
                        resolve();
                    });
                    observer.observe(status, { childList: true, characterData: true, subtree: true });
                });
                // What was drawn counts.
                await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
                return performance.now() - start;
            });
            const engine = await page.getAttribute("html", "data-engine-ms");
            const start = performance.now();
            await page.evaluate(() => fakeHost.undo());
            times.push({ time, engine: Number(engine), undo: performance.now() - start });
            assert.ok(await page.evaluate(() => fakeHost.contents() === window.before), "undo brings every cell back");
            if (round !== 0 && times.at(-1).time < limit) break;
        }
        const best = times.slice(1).reduce((a, b) => (a.time < b.time ? a : b));
        console.log(`${rows} rows: ${best.time.toFixed(0)} ms from click to done, the engine ${best.engine.toFixed(0)} ms of it; undo ${best.undo.toFixed(0)} ms`);
        assert.ok(best.time < limit, `${rows} rows took ${best.time} ms`);
        assert.ok(best.undo < 3000);
        assert.deepEqual(page.faults, []);
    }
});
