// engine_client.ts - asks the engine in its worker, one question at a time; a question can be given up.
import type { EngineAnswer, EngineQuestion } from "./engine_worker.js";

/** The browser doesn't say why a worker's script was refused. */
const notServed = "the engine could not be started; the add-in's web server must hand out engine_worker.js and engine.mjs as text/javascript";

let worker: Worker | undefined;

/** Starts the worker, which then compiles the engine. */
export function prepareEngine(): Worker {
    if (worker) return worker;
    const made = new Worker(new URL("engine_worker.js", import.meta.url), { type: "module" });
    // It may fail before anybody asks it; who asks then starts another, and is told.
    made.addEventListener("error", () => {
        if (worker === made) dropEngine();
    });
    worker = made;
    return made;
}

function dropEngine(): void {
    worker?.terminate();
    worker = undefined;
}

/** What the engine says, and how long it took. When `signal` is aborted the worker is ended in the middle of its work. */
export function askEngine(question: EngineQuestion, signal: AbortSignal): Promise<{ json: string; milliseconds: number }> {
    signal.throwIfAborted();
    const asked = prepareEngine();
    return new Promise((resolve, reject) => {
        const end = (settle: () => void): void => {
            asked.onmessage = null;
            asked.onerror = null;
            signal.removeEventListener("abort", giveUp);
            settle();
        };
        const giveUp = (): void => {
            dropEngine();
            end(() => reject(signal.reason));
        };
        const fail = (message: string): void => {
            dropEngine();
            end(() => reject(new Error(message)));
        };
        asked.onmessage = ({ data }: MessageEvent<EngineAnswer>) => {
            if ("broken" in data) fail(data.broken);
            else end(() => resolve(data));
        };
        asked.onerror = (event) => fail(event.message || notServed);
        signal.addEventListener("abort", giveUp);
        asked.postMessage(question, [question.workbook.buffer]);
    });
}
