// engine.mjs - scorebook.wasm for JavaScript, in a browser's worker or in node: a request in, a reply out.
//
// An instance that fails is of no use any more (addin/wasm/module/module.cpp), so the next request makes a new one.

/**
 * What the engine is asked: the command line's own names, see include/scorebook/protocol.hpp.
 * @typedef {object} EngineOptions
 * @property {"check" | "refresh" | "recalc" | "compare"} command
 * @property {string} file what the workbook is called
 * @property {string} [previous] what last period's workbook is called
 * @property {string} [template] name of a workbook kind; left out: recognise it
 * @property {string} [as-at] "2016-03-31"
 * @property {boolean} [dry-run] don't make the new workbook's bytes
 * @property {string} [now] local time; left out: this moment
 */

/**
 * @typedef {object} EngineReply
 * @property {string} json one object of the protocol "scorebook/1", with its line end
 * @property {Uint8Array} workbook the new bytes; none for a dry run, or a failure
 */

/** A sentence of the engine's own, for an officer. */
class EngineFailure extends Error {}

/** @param {Date} time */
function localTime(time) {
    const local = new Date(time.getTime() - time.getTimezoneOffset() * 60000);
    return local.toISOString().slice(0, 19);
}

export class Engine {
    /** @type {WebAssembly.Module} */
    #module;
    /** @type {WebAssembly.Instance | undefined} */
    #instance;

    /** @param {WebAssembly.Module} module */
    constructor(module) {
        this.#module = module;
    }

    /**
     * @param {BufferSource} bytes of scorebook.wasm
     * @returns {Promise<Engine>}
     */
    static async load(bytes) {
        return new Engine(await WebAssembly.compile(bytes));
    }

    /**
     * Never throws: what can't be done is said by the reply, as the command line says it.
     * @param {EngineOptions} options
     * @param {Uint8Array} workbook
     * @param {Uint8Array} [previous]
     * @returns {EngineReply}
     */
    answer(options, workbook, previous = new Uint8Array()) {
        try {
            return this.#answer({ now: localTime(new Date()), ...options }, workbook, previous);
        } catch (error) {
            this.#instance = undefined;
            const failed = {
                protocol: "scorebook/1",
                file: options.file,
                status: "failed",
                error: error instanceof EngineFailure ? error.message : `it could not be done: ${error}`,
            };
            return { json: `${JSON.stringify(failed)}\n`, workbook: new Uint8Array() };
        }
    }

    /**
     * @param {EngineOptions} options
     * @param {Uint8Array} workbook
     * @param {Uint8Array} previous
     * @returns {EngineReply}
     */
    #answer(options, workbook, previous) {
        this.#instance ??= this.#newInstance();
        const engine = /** @type {any} */ (this.#instance.exports);
        const fill = (/** @type {number} */ which, /** @type {Uint8Array} */ bytes) => {
            const at = engine.scorebook_buffer(which, bytes.length);
            new Uint8Array(engine.memory.buffer, at >>> 0, bytes.length).set(bytes);
        };
        const read = (/** @type {number} */ which) =>
            new Uint8Array(engine.memory.buffer, engine.scorebook_reply(which) >>> 0,
                           engine.scorebook_reply_size(which) >>> 0);
        fill(0, new TextEncoder().encode(JSON.stringify(options)));
        fill(1, workbook);
        fill(2, previous);
        engine.scorebook_answer();
        const reply = { json: new TextDecoder().decode(read(0)), workbook: read(1).slice() };
        // Memory of an instance never shrinks: one that did a large workbook isn't kept.
        if (engine.memory.buffer.byteLength > 256 * 1024 * 1024) this.#instance = undefined;
        return reply;
    }

    /** @returns {WebAssembly.Instance} */
    #newInstance() {
        /** @type {WebAssembly.Instance} */
        let instance;
        const failed = (/** @type {number} */ _code, /** @type {number} */ text) => {
            const memory = new Uint8Array(/** @type {any} */ (instance.exports).memory.buffer, text >>> 0);
            throw new EngineFailure(new TextDecoder().decode(memory.subarray(0, memory.indexOf(0))));
        };
        // What the C library would write its last words with. There is nowhere to write: EBADF.
        const closed = () => 8;
        instance = new WebAssembly.Instance(this.#module, {
            scorebook: { scorebook_failed: failed },
            wasi_snapshot_preview1: { fd_close: closed, fd_seek: closed, fd_write: closed },
        });
        /** @type {any} */ (instance.exports)._initialize();
        return instance;
    }
}
