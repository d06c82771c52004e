#!/usr/bin/env python3
"""Measures scorebook beside its limit and its peers, in one run: wall, user and system seconds, peak memory, ratios.

    tests/bench/run.py --build build [--rows 60,10000,100000,1000000] [--runs 5] [--peers] [--out table.md]

Every figure is of a whole process. The commands take turns (A B C A B C ...), so a drift of the machine hits all alike; the
figures are medians. Peers (openpyxl, LibreOffice) run once each where they are installed, up to 100,000 rows.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

OPENPYXL = """
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
for row in sheet.iter_rows(min_row=4, min_col=6, max_col=8):
    row[2].value = row[0].value * row[1].value
book.save(sys.argv[2])
"""


def measure(command, accepted):
    """One run: (wall, cpu, peak MiB). A run that ends with another status stops the benchmark."""
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in accepted:
        sys.exit(f"{' '.join(map(str, command))} ended with {child.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def medians(runs):
    return [statistics.median(column) for column in zip(*runs)]


def commands(build, folder, register):
    out = folder / "out.xlsx"
    scorebook, limit = build / "src/cli/scorebook", build / "tests/bench/codec_limit"
    return {
        "read limit": ([limit, "read", register], (0,)),
        "scorebook check": ([scorebook, "check", "-q", register], (0, 1)),
        "write limit": ([limit, "write", register, folder / "limit.xlsx"], (0,)),
        "scorebook refresh": ([scorebook, "refresh", "-q", register, "-o", out], (0, 1)),
    }


def peers(folder, register):
    found = {}
    if subprocess.run([sys.executable, "-c", "import openpyxl"], capture_output=True).returncode == 0:
        found["openpyxl load, change, save"] = ([sys.executable, "-c", OPENPYXL, register, folder / "peer.xlsx"], (0,))
    office = shutil.which("soffice")
    if office:
        found["LibreOffice load, save"] = (
            [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
             "--outdir", folder / "office", register], (0,))
    return found


def rows_of_table(rows, build, folder, runs, with_peers):
    register = folder / f"register-{rows}.xlsx"
    subprocess.run([build / "tests/bench/make_register", str(rows), register], check=True)
    table = commands(build, folder, register)
    figures = {name: [] for name in table}
    for command, accepted in table.values():
        measure(command, accepted)  # warm the file cache
    for _ in range(runs):
        for name, (command, accepted) in table.items():
            figures[name].append(measure(command, accepted))
    if with_peers and rows <= 100_000:
        for name, (command, accepted) in peers(folder, register).items():
            figures[name] = [measure(command, accepted)]
    result = {name: medians(values) for name, values in figures.items()}
    ratio = {"scorebook check": "read limit", "scorebook refresh": "write limit"}
    for name, (wall, cpu, peak) in result.items():
        beside = "read limit" if "check" in name else "write limit"
        against = cpu / result[beside][1] if result[beside][1] > 0 else float("nan")
        mark = "" if name in ratio.values() else f"{against:.2f} x {ratio.get(name, 'write limit')}"
        yield f"| {rows:,} | {name} | {wall:.3f} | {cpu:.3f} | {peak:.0f} | {mark} |"
    size_in, size_out = register.stat().st_size, (folder / "out.xlsx").stat().st_size
    yield f"| {rows:,} | file size, MB: before, after refresh | {size_in / 1e6:.2f} | {size_out / 1e6:.2f} | | |"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--build", type=Path, required=True)
    options.add_argument("--rows", default="60,10000,100000")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--peers", action="store_true")
    options.add_argument("--out", type=Path)
    chosen = options.parse_args()
    lines = ["| rows | program | wall s | CPU s | peak MiB | CPU, against |", "|---|---|---|---|---|---|"]
    print("\n".join(lines), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for rows in (int(text) for text in chosen.rows.split(",")):
            for line in rows_of_table(rows, chosen.build, Path(folder), chosen.runs, chosen.peers):
                lines.append(line)
                print(line, flush=True)
    if chosen.out:
        chosen.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
