#!/usr/bin/env python3
"""Measures calculating beside LibreOffice on the same workbooks in the same run; writes a table and a plot.

    tests/bench/recalculation.py --build build [--rows 1000,10000,100000,1000000] [--out folder]

The workbooks (make_calculation) have three formulas a row, 1,000 COUNTIFs over a column and a dashboard of 347 formulas. What
is timed is calculation alone, of an open workbook: recalculation_time (median of five) and LibreOffice's calculateAll in a
headless macro (median of three, up to 100,000 rows). Wall seconds both; ours in CPU seconds beside them, because the machine is shared.
"""
import argparse
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Measure(path As String, target As String)
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "Hidden"
  options(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, options())
  began = GetSystemTicks()
  document.calculateAll()
  ended = GetSystemTicks()
  number = FreeFile
  Open target For Output As #number
  Print #number, ended - began
  Close #number
  document.close(True)
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
"""
LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>
"""


def run_office(office, folder, *arguments):
    subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile", "--headless", *arguments],
                   capture_output=True, timeout=600)


def libreoffice_seconds(office, folder, workbook, runs=3):
    """Seconds of calculateAll, the median of its runs; None when LibreOffice did not get to it within ten minutes."""
    # A new profile's first start brings its own macros, and only a second one is over before the next.
    run_office(office, folder, "--terminate_after_init")
    run_office(office, folder, "--cat", folder / "nothing.csv")
    basic = folder / "profile/user/basic"
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    (basic / "script.xlc").write_text(LIBRARIES, encoding="utf-8")
    (basic / "Standard/script.xlb").write_text(LIBRARY, encoding="utf-8")
    (basic / "Standard/Module1.xba").write_text(MODULE, encoding="utf-8")
    answer = folder / "milliseconds"
    seconds = []
    for _ in range(runs):
        answer.unlink(missing_ok=True)
        try:
            run_office(office, folder, f'macro:///Standard.Module1.Measure("{workbook}","{answer}")')
        except subprocess.TimeoutExpired:
            return None
        if answer.exists():
            seconds.append(int(answer.read_text().strip()) / 1000)
    return sorted(seconds)[len(seconds) // 2] if seconds else None


def plot(figures, target):
    """Both axes logarithmic: a straight line of slope one is linear growth."""
    width, height, left, bottom = 640, 400, 70, 50
    rows = [figure["rows"] for figure in figures]
    seconds = [figure[key] for figure in figures for key in ("ours", "libreoffice") if figure[key]]
    low, high = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))
    first, last = math.log10(min(rows)), math.log10(max(rows))

    def place(row, second):
        x = left + (math.log10(row) - first) / max(last - first, 1) * (width - left - 30)
        y = height - bottom - (math.log10(second) - low) / (high - low) * (height - bottom - 30)
        return x, y

    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="13">',
             "<title>Seconds to calculate a workbook, by rows: scorebook and LibreOffice</title>",
             f'<rect width="{width}" height="{height}" fill="white"/>']
    for power in range(low, high + 1):
        y = place(rows[0], 10.0 ** power)[1]
        lines.append(f'<path d="M{left} {y:.1f}H{width - 30}" stroke="#ddd"/>'
                     f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{10.0 ** power:g} s</text>')
    for row in rows:
        x = place(row, 10.0 ** low)[0]
        lines.append(f'<text x="{x:.1f}" y="{height - bottom + 20}" text-anchor="middle">{row:,}</text>')
    lines.append(f'<text x="{(left + width - 30) / 2}" y="{height - 8}" text-anchor="middle">rows (three formulas each)</text>')
    for key, name, colour, dash in (("libreoffice", "LibreOffice calculateAll", "#b45309", "6 4"),
                                    ("ours", "scorebook, everything", "#1d4ed8", "none")):
        points = [place(figure["rows"], figure[key]) for figure in figures if figure[key]]
        if not points:
            continue
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        lines.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>')
        lines += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in points]
        x, y = points[-1]
        lines.append(f'<text x="{x - 8:.1f}" y="{y - 10:.1f}" text-anchor="end" fill="{colour}">{name}</text>')
    target.write_text("\n".join(lines) + "\n</svg>\n", encoding="utf-8")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--build", type=Path, required=True)
    options.add_argument("--rows", default="1000,10000,100000,1000000")
    options.add_argument("--out", type=Path, help="folder for recalculation.svg and recalculation.md")
    chosen = options.parse_args()
    office = shutil.which("soffice")
    lines = ["| rows | formulas | scorebook s | CPU s | us a formula | edit of a score, ms | edit of a looked-up id, ms | LibreOffice s | times faster |",
             "|---|---|---|---|---|---|---|---|---|"]
    print("\n".join(lines), flush=True)
    figures = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for rows in (int(text) for text in chosen.rows.split(",")):
            workbook = folder / f"calculation-{rows}.xlsx"
            subprocess.run([chosen.build / "tests/bench/make_calculation", str(rows), workbook], check=True)
            run = subprocess.run([chosen.build / "tests/bench/recalculation_time", workbook], check=True, capture_output=True, text=True)
            ours = json.loads(run.stdout)
            theirs = libreoffice_seconds(office, folder, workbook) if office and rows <= 100_000 else None
            figures.append({"rows": rows, "ours": ours["all"], "libreoffice": theirs})
            lines.append(f"| {rows:,} | {ours['formulas']:,} | {ours['all']:.3f} | {ours['all_cpu']:.3f} | "
                         f"{ours['all_cpu'] / ours['formulas'] * 1e6:.2f} | {ours['edit_score'] * 1e3:.2f} | {ours['edit_lookup'] * 1e3:.3f} | "
                         + (f"{theirs:.2f} | {theirs / ours['all']:.0f} |" if theirs else "not measured | |"))
            print(lines[-1], flush=True)
            os.unlink(workbook)
    if chosen.out:
        (chosen.out / "recalculation.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
        plot(figures, chosen.out / "recalculation.svg")


if __name__ == "__main__":
    sys.exit(main())
