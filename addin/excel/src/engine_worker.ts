// engine_worker.ts - the engine in a thread of its own, so that the pane stays alive and a long check can be stopped.
import { Engine, type EngineOptions } from "./engine.mjs";

export interface EngineQuestion {
    options: EngineOptions;
    workbook: Uint8Array;
    previous: Uint8Array | undefined;
}

/** `json` is the reply, `milliseconds` what the engine took for it. */
export type EngineAnswer = { json: string; milliseconds: number } | { broken: string };

async function loadEngine(): Promise<Engine> {
    const response = await fetch(new URL("scorebook.wasm", import.meta.url));
    if (!response.ok) throw new Error(`scorebook.wasm could not be loaded (${response.status})`);
    return Engine.load(await response.arrayBuffer());
}

// Compiled while nobody waits.
const engine = loadEngine();
engine.catch(() => undefined);

self.addEventListener("message", async (event: MessageEvent<EngineQuestion>) => {
    const { options, workbook, previous } = event.data;
    try {
        const loaded = await engine;
        const start = performance.now();
        const { json } = loaded.answer(options, workbook, previous);
        self.postMessage({ json, milliseconds: performance.now() - start } satisfies EngineAnswer);
    } catch (error) {
        self.postMessage({ broken: error instanceof Error ? error.message : String(error) } satisfies EngineAnswer);
    }
});
