// fake_office.js - stands in for office.js in a test: a workbook in memory behind the calls the pane makes, as strict as
// Microsoft's documentation says Excel is. What the pane asks beyond that is an error, not undefined.
//
// window.fakeWorkbook, set before this script runs: { url, mode, api, bytes (base64), sheets: { name: { cells: { A1: { value,
// formula, fill } }, isProtected, visibility } } }. window.fakeHost is the test's own view.
(() => {
    "use strict";
    const setup = window.fakeWorkbook;
    const sheets = new Map(Object.entries(setup.sheets));
    const decoded = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    let bytes = decoded(setup.bytes);
    const log = { sets: [], calls: [], askedSlice: 0, syncs: 0, writes: 0, selected: "", activeSheet: "", shown: 0, files: 0, mostFiles: 0, getFiles: 0, slices: [] };
    const undoStack = [];
    const functions = new Map();
    const api = setup.api ?? 1.2;

    class FakeError extends Error {
        constructor(code, message) {
            super(message);
            this.name = "RichApi.Error";
            this.code = code;
        }
    }
    const refuse = (code, message) => {
        throw new FakeError(code, message);
    };
    const note = (list, name) => list.includes(name) || list.push(name);
    /** Reading what there isn't is an error of the pane. */
    const strict = (object) =>
        new Proxy(object, {
            get: (target, name) => {
                if (!(name in target) && typeof name === "string" && name !== "then" && name !== "toJSON")
                    throw new Error(`the fake host has no ${name}`);
                const value = target[name];
                if (typeof value === "function") note(log.calls, name);
                return value;
            },
            set: (target, name, value) => {
                if (!(name in target)) throw new Error(`the fake host can't set ${String(name)}`);
                note(log.sets, name);
                target[name] = value;
                return true;
            },
        });

    const parseCell = (text) => {
        const parts = /^([A-Z]{1,3})(\d{1,7})$/.exec(text) ?? refuse("InvalidArgument", `${text} is no address`);
        const column = [...parts[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        return { row: Number(parts[2]) - 1, column };
    };
    const cellName = (row, column) => {
        let letters = "";
        for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
            letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
        return `${letters}${row + 1}`;
    };
    const parseRange = (text) => {
        const [first, last = first] = text.split(":").map(parseCell);
        return { first, last, rows: last.row - first.row + 1, columns: last.column - first.column + 1 };
    };
    const gridOf = (area, cell) =>
        Array.from({ length: area.rows }, (_row, row) =>
            Array.from({ length: area.columns }, (_column, column) => cell(cellName(area.first.row + row, area.first.column + column))));
    /** As if typed, which is what Excel does with text that is put into values or formulas. */
    const typed = (value) => {
        if (typeof value !== "string" || value === "") return { value };
        if (value.startsWith("'")) return { value: value.slice(1) };
        if (value.startsWith("=")) return { value: 0, formula: value };
        if (/^[-+]?[\d.,£$]+%?$/.test(value.trim())) return { value: Number(value.replace(/[^\d.eE-]/g, "")) };
        if (/^\d{1,4}[-/]\d{1,2}([-/]\d{2,4})?$/.test(value) || /^\d{1,2} \p{L}{3,} \d{4}$/u.test(value)) return { value: 42000 };
        if (/^(true|false)$/i.test(value)) return { value: value.toLowerCase() === "true" };
        return { value };
    };

    const cellAt = (sheet, name) => sheet.cells[name] ?? { value: "" };
    /** Changes a cell, and remembers what it was for undo. */
    const writeCell = (context, sheet, name, change) => {
        if (window.fakeHost.failsAtWrite-- === 0 || window.fakeHost.refuses?.()) refuse("GeneralException", "There was an internal error");
        context.record.push({ sheet, name, before: sheet.cells[name] });
        sheet.cells[name] = { ...cellAt(sheet, name), ...change };
        ++log.writes;
    };
    const mustBeOpen = (sheet) => {
        if (sheet.isProtected) refuse("AccessDenied", "You can't perform the requested operation: the sheet is protected.");
    };

    /** An object whose properties are there only after load() and sync(). */
    const loadable = (context, readers, members) => {
        const loaded = new Map();
        const object = {
            load(names) {
                const list = typeof names === "string" ? names.split(",").map((name) => name.trim()) : names;
                for (const name of list) {
                    if (!(name in readers)) throw new Error(`the fake host can't load ${name}`);
                    context.queue(() => loaded.set(name, readers[name]()));
                }
                return object;
            },
        };
        const descriptors = {};
        for (const name of Object.keys(readers)) {
            descriptors[name] = {
                enumerable: true,
                get: () => (loaded.has(name) ? loaded.get(name)
                    : refuse("PropertyNotLoaded", `The property '${name}' is not available. Load it and call sync first.`)),
            };
        }
        const own = Object.getOwnPropertyDescriptors(members);
        for (const [name, descriptor] of Object.entries(own)) descriptors[name] = { ...descriptors[name], ...descriptor, get: descriptor.get ?? descriptors[name]?.get };
        for (const descriptor of Object.values(descriptors)) {
            if (descriptor.get === undefined) delete descriptor.get;
            if (descriptor.get || descriptor.set) { delete descriptor.value; delete descriptor.writable; }
        }
        return strict(Object.defineProperties(object, descriptors));
    };

    const makeFill = (context, sheetOf, cellNames) =>
        strict({
            set color(colour) {
                if (!/^#[0-9A-Fa-f]{6}$/.test(colour)) refuse("InvalidArgument", `${colour} is no colour`);
                context.queue(() => {
                    mustBeOpen(sheetOf());
                    for (const name of cellNames()) writeCell(context, sheetOf(), name, { fill: colour.slice(1).toUpperCase() });
                }, colour);
            },
            get color() {
                return refuse("PropertyNotLoaded", "color is not loaded");
            },
            clear: () => context.queue(() => {
                mustBeOpen(sheetOf());
                for (const name of cellNames()) writeCell(context, sheetOf(), name, { fill: undefined });
            }),
        });

    const makeRange = (context, sheetOf, address) => {
        const area = parseRange(address);
        const put = (grid, withFormulas) => {
            if (!Array.isArray(grid) || grid.length !== area.rows || grid.some((row) => row.length !== area.columns))
                refuse("InvalidArgument", "The number of rows or columns in the input array doesn't match the range.");
            const copy = structuredClone(grid);
            context.queue(() => {
                const sheet = sheetOf();
                mustBeOpen(sheet);
                for (const [row, values] of copy.entries()) {
                    for (const [column, value] of values.entries()) {
                        if (value === null) continue;
                        const name = cellName(area.first.row + row, area.first.column + column);
                        const isText = sheet.textCells?.has(name) && !(withFormulas && String(value).startsWith("="));
                        writeCell(context, sheet, name, { formula: undefined, ...(isText ? { value } : typed(value)) });
                    }
                }
            }, copy);
        };
        const names = () => gridOf(area, (name) => name).flat();
        return loadable(
            context,
            {
                values: () => gridOf(area, (name) => cellAt(sheetOf(), name).value),
                formulas: () => gridOf(area, (name) => cellAt(sheetOf(), name).formula ?? cellAt(sheetOf(), name).value),
                isNullObject: () => false,
                rowIndex: () => area.first.row,
                columnIndex: () => area.first.column,
            },
            {
                set values(grid) { put(grid, false); },
                set formulas(grid) { put(grid, true); },
                set numberFormat(grid) {
                    context.queue(() => {
                        const sheet = sheetOf();
                        mustBeOpen(sheet);
                        sheet.textCells ??= new Set();
                        for (const [row, formats] of grid.entries())
                            for (const [column, format] of formats.entries())
                                if (format === "@") sheet.textCells.add(cellName(area.first.row + row, area.first.column + column));
                    }, grid);
                },
                format: strict({ fill: makeFill(context, sheetOf, names) }),
                getCellProperties: (wanted) => {
                    if (!wanted?.format?.fill?.color) refuse("InvalidArgument", "no property was asked for");
                    const result = { done: false, grid: undefined };
                    context.queue(() => {
                        result.grid = gridOf(area, (name) => ({ format: { fill: { color: `#${cellAt(sheetOf(), name).fill ?? "FFFFFF"}` } } }));
                    });
                    return strict({
                        get value() {
                            return result.grid ?? refuse("ValueNotLoaded", "The value of the result object has not been loaded yet.");
                        },
                    });
                },
                select: () => context.queue(() => {
                    if (log.activeSheet !== nameOf(sheetOf())) refuse("InvalidSelection", "The sheet is not active.");
                    log.selected = `${log.activeSheet}!${address}`;
                }),
            },
        );
    };
    const nameOf = (sheet) => [...sheets].find(([, each]) => each === sheet)?.[0];

    const makeSheet = (context, name, mayBeMissing) => {
        const find = () => [...sheets].find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
        const sheetOf = () => find() ?? refuse("ItemNotFound", `The requested resource doesn't exist: ${name}`);
        const usedNames = () => Object.entries(sheetOf().cells).filter(([, cell]) => cell.value !== "" || cell.formula).map(([each]) => parseCell(each));
        return loadable(
            context,
            {
                isNullObject: () => (mayBeMissing ? find() === undefined : !sheetOf()),
                visibility: () => sheetOf().visibility ?? "Visible",
                name: () => nameOf(sheetOf()),
            },
            {
                protection: loadable(context, { protected: () => sheetOf().isProtected === true }, {}),
                getRange: (address) => makeRange(context, sheetOf, address),
                getRanges: (address) => {
                    if (address.length >= 8192) refuse("InvalidArgument", "The address is longer than 8,192 characters.");
                    const parts = address.split(",").map(parseRange);
                    const names = () => parts.flatMap((area) => gridOf(area, (each) => each).flat());
                    return strict({ format: strict({ fill: makeFill(context, sheetOf, names) }) });
                },
                getUsedRangeOrNullObject: (valuesOnly) => {
                    if (valuesOnly !== true) refuse("InvalidArgument", "the pane wants values only");
                    const used = { names: [] };
                    context.queue(() => { used.names = usedNames(); });
                    const edge = (pick, side) => side(...used.names.map(pick));
                    return loadable(context, {
                        isNullObject: () => used.names.length === 0,
                        rowIndex: () => edge(({ row }) => row, Math.min),
                        columnIndex: () => edge(({ column }) => column, Math.min),
                        values: () => {
                            const first = { row: edge(({ row }) => row, Math.min), column: edge(({ column }) => column, Math.min) };
                            const rows = edge(({ row }) => row, Math.max) - first.row + 1;
                            const columns = edge(({ column }) => column, Math.max) - first.column + 1;
                            return used.names.length === 0 ? [] : gridOf({ first, rows, columns }, (each) => cellAt(sheetOf(), each).value);
                        },
                    }, {});
                },
                delete: () => context.queue(() => {
                    context.record.push({ removed: name, sheet: sheetOf() });
                    sheets.delete(nameOf(sheetOf()));
                }),
                activate: () => context.queue(() => {
                    if ((sheetOf().visibility ?? "Visible") !== "Visible") refuse("InvalidOperation", "The sheet is hidden.");
                    log.activeSheet = nameOf(sheetOf());
                }),
            },
        );
    };

    const undoRecords = (records) => {
        for (const { sheet, name, before, added, removed } of records.toReversed()) {
            if (added) sheets.delete(added);
            else if (removed) sheets.set(removed, sheet);
            else if (before === undefined) delete sheet.cells[name];
            else sheet.cells[name] = before;
        }
    };

    const run = async (options, batch) => {
        const work = batch ?? options;
        const merges = batch !== undefined && options.mergeUndoGroup === true;
        if (merges && api < 1.2) refuse("ApiNotFound", "mergeUndoGroup is ExcelApi 1.20");
        let pending = [];
        let size = 0;
        const group = [];
        const context = {
            record: [],
            queue(request, payload) {
                pending.push(request);
                size += 200 + (payload === undefined ? 0 : JSON.stringify(payload).length);
            },
            async sync() {
                // Another process does it: never at once.
                await new Promise((resolve) => setTimeout(resolve, 0));
                ++log.syncs;
                const requests = pending;
                const sent = size;
                pending = [];
                size = 0;
                if (sent > 5 * 1024 * 1024) refuse("RequestPayloadSizeLimitExceeded", "The request is larger than 5 MB.");
                context.record = [];
                try {
                    for (const request of requests) request();
                } finally {
                    if (context.record.length !== 0) {
                        if (merges) group.push(...context.record);
                        else undoStack.push(context.record);
                    }
                }
            },
            workbook: strict({
                worksheets: strict({
                    getItem: (name) => makeSheet(context, name, false),
                    getItemOrNullObject: (name) => makeSheet(context, name, true),
                    add: (name) => {
                        context.queue(() => {
                            if (sheets.has(name)) refuse("ItemAlreadyExists", "There is a sheet of that name.");
                            sheets.set(name, { cells: {} });
                            context.record.push({ added: name });
                        });
                        return makeSheet(context, name, false);
                    },
                }),
            }),
        };
        try {
            window.fakeHost.beforeRun?.();
            const result = await work(strict(context));
            await context.sync();
            return result;
        } finally {
            if (group.length !== 0) undoStack.push(group);
        }
    };

    const succeed = (value) => ({ status: "succeeded", value });
    const failWith = (message) => ({ status: "failed", error: { message, code: 5001, name: "Fake" } });
    const later = (callback, result) => setTimeout(() => callback(result), 0);
    const getFileAsync = (type, { sliceSize }, callback) => {
        ++log.getFiles;
        log.askedSlice = sliceSize;
        if (type !== "compressed") throw new Error("the pane must ask for the compressed file");
        if (!(sliceSize > 0 && sliceSize <= 4194304)) return later(callback, failWith("The slice size is too large."));
        if (log.files >= 2) return later(callback, failWith("Two files are open already."));
        if (setup.refusesFile) return later(callback, failWith("The workbook is being saved."));
        const size = setup.sliceSize ?? sliceSize;
        log.mostFiles = Math.max(log.mostFiles, ++log.files);
        const whole = bytes;
        let isOpen = true;
        later(callback, succeed(strict({
            size: whole.length,
            sliceCount: Math.ceil(whole.length / size),
            getSliceAsync: (index, done) => {
                if (!isOpen) return later(done, failWith("The file is closed."));
                const part = whole.slice(index * size, (index + 1) * size);
                log.slices.push(part.length);
                setTimeout(() => done(succeed({ index, size: part.length, data: setup.slicesAsArrays ? [...part] : part })), setup.sliceDelay ?? 0);
            },
            closeAsync: (done) => {
                isOpen = false;
                --log.files;
                if (done) later(done, succeed());
            },
        })));
    };

    window.Excel = strict({ run });
    window.Office = strict({
        onReady: () => Promise.resolve({ host: "Excel", platform: "PC" }),
        FileType: { Compressed: "compressed" },
        AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
        DocumentMode: { ReadOnly: "readOnly", ReadWrite: "readWrite" },
        context: strict({
            document: strict({ url: setup.url ?? "", mode: setup.mode ?? "readWrite", getFileAsync }),
            requirements: strict({ isSetSupported: (name, version) => name === "ExcelApi" && Number(version) <= api }),
            officeTheme: setup.theme ? { bodyBackgroundColor: setup.theme } : undefined,
        }),
        actions: strict({ associate: (name, action) => functions.set(name, action) }),
        addin: strict({ showAsTaskpane: async () => { ++log.shown; } }),
    });
    window.fakeHost = {
        log,
        sheets,
        undoStack,
        beforeRun: undefined,
        /** So many cells are written before Excel breaks off once. */
        failsAtWrite: -1,
        /** Asked before each cell is written: true breaks off. */
        refuses: undefined,
        /** Somebody else has worked on the workbook: what Excel hands out from now on. */
        replaceBytes: (text) => { bytes = decoded(text); },
        cell: (sheet, name) => cellAt(sheets.get(sheet), name),
        /** One step, as Ctrl+Z. */
        undo: () => undoRecords(undoStack.pop() ?? []),
        /** A click on the ribbon's button; done when the pane says so. */
        ribbon: (name) => new Promise((resolve) => functions.get(name)({ completed: resolve })),
        /** Every cell, for comparison. */
        contents: () => JSON.stringify([...sheets].map(([name, { cells }]) =>
            [name, Object.entries(cells).filter(([, cell]) => cell.value !== "" || cell.formula || cell.fill).sort()])),
    };
})();
