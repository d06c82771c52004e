// workbook_bytes.ts - the open workbook as bytes, slice by slice as Office hands it out; it needn't ever have been saved.

/** The largest Office allows; an iPad gives 64 KB whatever is asked. */
const sliceSize = 4 * 1024 * 1024;

function openFile(): Promise<Office.File> {
    return new Promise((resolve, reject) => {
        Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize }, (result) => {
            if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
            else reject(new Error(`Excel did not hand out the workbook: ${result.error.message}`));
        });
    });
}

function readSlice(file: Office.File, index: number): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
        file.getSliceAsync(index, (result) => {
            // An array of bytes in some hosts, a Uint8Array in others.
            if (result.status === Office.AsyncResultStatus.Succeeded) resolve(new Uint8Array(result.value.data));
            else reject(new Error(`Excel did not hand out the whole workbook: ${result.error.message}`));
        });
    });
}

/** Throws what `signal` was aborted with. The file is closed in every case: Office keeps two open at most. */
export async function readWorkbook(signal: AbortSignal, progress: (share: number) => void): Promise<Uint8Array> {
    const file = await openFile();
    try {
        const bytes = new Uint8Array(file.size);
        let filled = 0;
        for (let index = 0; index < file.sliceCount; ++index) {
            signal.throwIfAborted();
            const slice = await readSlice(file, index);
            bytes.set(slice, filled);
            filled += slice.length;
            progress(filled / file.size);
        }
        if (filled !== file.size) throw new Error("Excel handed out only a part of the workbook");
        return bytes;
    } finally {
        file.closeAsync();
    }
}

/** "register.xlsx"; a workbook that was never saved has no name. */
export function workbookName(): string {
    const place = Office.context.document.url ?? "";
    const name = place.slice(Math.max(place.lastIndexOf("/"), place.lastIndexOf("\\")) + 1).replace(/\?.*$/, "");
    if (name === "") return "workbook.xlsx";
    try {
        return decodeURIComponent(name);
    } catch {
        return name;
    }
}
