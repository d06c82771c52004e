#!/usr/bin/env python3
"""LibreOffice opens every workbook scorebook refreshed, without repair, and shows the values scorebook wrote.

Each sample (and, where it is there, each workbook of the corpus that scorebook changes) is refreshed into a temporary folder
and loaded by LibreOffice, which saves it again; openpyxl then reads both and every cell must agree. Headless LibreOffice
refuses a file that needs repair, so a file that comes out was taken as it is.
"""
import argparse
import math
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl


def corpus_workbooks():
    """Registers among the foreign workbooks: these are refreshed for real, not only copied."""
    shared = Path(os.environ.get("SCOREBOOK_SHARED", Path(__file__).parents[2] / "../shared"))
    manifest = shared / "corpus/manifest.tsv"
    if not manifest.is_file():
        print("the corpus of foreign workbooks is not here: only the samples are tried")
        return []
    rows = [line.split("\t") for line in manifest.read_text(encoding="utf-8").splitlines()[1:]]
    return [shared / "corpus" / row[0] for row in rows if "domain" in row[8] and row[0].endswith(".xlsx")]


def refresh(scorebook, source, target):
    """True when scorebook read the workbook; its findings don't matter here."""
    run = subprocess.run([scorebook, "refresh", "--quiet", "--fail-on", "never", source, "-o", target],
                         capture_output=True, text=True)
    if run.returncode != 0:
        print(f"{source.name}: {run.stderr.strip()}")
    return run.returncode == 0


def values(path):
    book = openpyxl.load_workbook(path, data_only=True)
    found = {}
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value not in (None, ""):
                    found[sheet.title, cell.coordinate] = cell.value
    return found


def same(ours, theirs):
    if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-12)
    if isinstance(ours, str) and isinstance(theirs, str):
        return ours.replace("\r\n", "\n") == theirs.replace("\r\n", "\n")
    return ours == theirs


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--scorebook", required=True)
    options.add_argument("--soffice", required=True)
    options.add_argument("--samples", type=Path, required=True)
    chosen = options.parse_args()
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        refreshed, saved = Path(folder, "refreshed"), Path(folder, "saved")
        refreshed.mkdir()
        sources = sorted(chosen.samples.glob("*.xlsx"))
        if not sources:
            sys.exit(f"no samples in {chosen.samples}")
        written = [refreshed / source.name for source in sources if refresh(chosen.scorebook, source, refreshed / source.name)]
        if len(written) != len(sources):
            sys.exit("not every sample could be refreshed")
        for number, source in enumerate(corpus_workbooks()):
            target = refreshed / f"corpus-{number}.xlsx"
            if refresh(chosen.scorebook, source, target) and target.read_bytes() != source.read_bytes():
                written.append(target)
        subprocess.run([chosen.soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
                        "--outdir", saved, *written], check=True, capture_output=True, timeout=600)
        cells = 0
        for path in written:
            if not (saved / path.name).exists():
                faults.append(f"{path.name}: LibreOffice did not open it")
                continue
            ours, theirs = values(path), values(saved / path.name)
            cells += len(ours)
            faults += [f"{path.name} {sheet}!{cell}: wrote {ours[sheet, cell]!r}, LibreOffice shows {theirs.get((sheet, cell))!r}"
                       for sheet, cell in ours if not same(ours[sheet, cell], theirs.get((sheet, cell)))]
    print(f"{len(written)} workbooks, {cells} cells compared, {len(faults)} differ")
    print("\n".join(faults[:40]))
    sys.exit(1 if faults or not cells else 0)


if __name__ == "__main__":
    main()
