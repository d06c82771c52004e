#!/usr/bin/env python3
"""Measures `scorebook convert` over many returns: files a second, CPU and peak memory, beside its limit and its peer.

    tests/bench/convert.py --build build [--files 10,100,1000,10000] [--rows 60] [--jobs 2] [--runs 3] [--peer] [--out table.md]

The returns are registers that all differ. Three commands take turns (A B C A B C ...): the whole of convert; `--shard 1/1`,
which validates and writes back every return but leaves the collected set, and so the charts, to a merge; and the limit,
codec_limit's write of one return, times the number of files. Figures are medians of whole processes. The load of the machine
is printed with them. The peer does the same job in openpyxl, over the first 30 returns, scaled up: load, read every cell, add
a sheet, save, append the values to a CSV.
"""
import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import rmtree

from run import measure, medians

OPENPYXL = """
import csv, sys, openpyxl
from pathlib import Path
files, out = sys.argv[2:], Path(sys.argv[1])
out.mkdir(exist_ok=True)
with open(out / "all.csv", "w", newline="") as whole:
    rows = csv.writer(whole)
    for file in files:
        book = openpyxl.load_workbook(file)
        sheet = book.worksheets[0]
        for row in sheet.iter_rows(min_row=4):
            row[7].value = row[5].value * row[6].value
            for cell in row:
                rows.writerow([file, sheet.title, cell.coordinate, cell.value])
        book.create_sheet("Findings").append(["Severity", "Rule", "Cell"])
        book.save(out / Path(file).name)
"""


def make_returns(build, folder, files, rows):
    folder.mkdir()
    for number in range(files):
        subprocess.run([build / "tests/bench/make_register", str(rows), folder / f"return-{number:05}.xlsx", str(number)],
                       check=True)


def fresh(command, out):
    """One run into an empty folder."""
    rmtree(out, ignore_errors=True)
    return measure(command, (0, 1))


def measured(build, folder, returns, files, chosen):
    scorebook = build / "src/cli/scorebook"
    out = folder / "out"
    jobs = ["-q", "-j", str(chosen.jobs)]
    first = returns / "return-00000.xlsx"
    table = {
        "convert": ([scorebook, "convert", *jobs, returns, "-o", out], files),
        "convert --shard 1/1": ([scorebook, "convert", *jobs, "--shard", "1/1", returns, "-o", out], files),
        "limit (one file)": ([build / "tests/bench/codec_limit", "write", first, folder / "limit.xlsx"], 1),
    }
    figures = {name: [] for name in table}
    for _ in range(chosen.runs):
        for name, (command, _) in table.items():
            figures[name].append(fresh(command, out))
    has_peer = subprocess.run([sys.executable, "-c", "import openpyxl"], capture_output=True).returncode == 0
    if chosen.peer and has_peer and files <= 1000:
        names = sorted(returns.iterdir())[:30]
        table["openpyxl"] = ([sys.executable, "-c", OPENPYXL, folder / "peer", *names], len(names))
        figures["openpyxl"] = [measure(table["openpyxl"][0], (0,))]
    for name, (_, count) in table.items():
        wall, cpu, peak = medians(figures[name])
        yield (f"| {files:,} | {name} | {wall:.2f} | {cpu:.2f} | {peak:.0f} | {count / wall:.0f} | {1000 * cpu / count:.2f} |")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--build", type=Path, required=True)
    options.add_argument("--files", default="10,100,1000")
    options.add_argument("--rows", type=int, default=60)
    options.add_argument("--jobs", type=int, default=os.cpu_count())
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--peer", action="store_true")
    options.add_argument("--out", type=Path)
    chosen = options.parse_args()
    lines = [f"Load of the machine at the start: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", "",
             "| files | command | wall s | CPU s | peak MiB | files a second | CPU ms a file |",
             "|---|---|---|---|---|---|---|"]
    print("\n".join(lines), flush=True)
    with tempfile.TemporaryDirectory() as name:
        for files in (int(text) for text in chosen.files.split(",")):
            folder = Path(name) / str(files)
            folder.mkdir()
            make_returns(chosen.build, folder / "returns", files, chosen.rows)
            for line in measured(chosen.build, folder, folder / "returns", files, chosen):
                lines.append(line)
                print(line, flush=True)
            rmtree(folder)
    lines.append(f"\nLoad at the end: {os.getloadavg()[0]:.1f}")
    print(lines[-1])
    if chosen.out:
        chosen.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
