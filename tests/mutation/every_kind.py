#!/usr/bin/env python3
"""Refresh and compare, for a workbook of every kind.

A figure typed as text is put right by refresh, nothing else is written, and a second refresh leaves the file as it is.
Compared with itself a workbook has nothing new and nothing gone; compared with one that has another figure or word in
one cell, that cell is told.

    tests/mutation/every_kind.py --program build/src/cli/scorebook

Kinds of words alone (improvement plans, risk awareness) have nothing refresh could put right: theirs must come
back byte for byte. Needs Python 3.9 and nothing else.
"""
import argparse
import filecmp
import json
import os
import subprocess
import sys
import tempfile

from sample_book import Book

SAMPLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "samples")

# sample, sheet, a cell with a figure
FIGURES = [
    ("benchmarking-clean", "Authorities", "B5"),
    ("budget-monitor-clean", "Budget", "C7"),
    ("complaints-clean", "Quarters", "D5"),
    ("contact-volumes-clean", "Telephony", "B8"),
    ("kpi-scorecard-clean", "Scorecard", "F10"),
    ("priority-backlog-clean", "Applications", "C5"),
    ("procurement-dashboard-clean", "Locations", "B5"),
    ("provider-monitoring-clean", "Providers", "B6"),
    ("recovery-plan-clean", "Trajectory", "B5"),
    ("risk-register-5x5", "Risk Register", "L12"),
    ("sla-monitor-clean", "ICT", "E7"),
    ("workforce-clean", "Staff", "C5"),
]
# sample, sheet, a cell with a word from a list, another word
WORDS = [
    ("improvement-plan-clean", "Plan", "E9", "Red"),
    ("risk-awareness-clean", "Self-assessment", "F6", "Red"),
]


def refresh(program, source, target):
    done = subprocess.run([program, "refresh", "--format", "json", "--fail-on", "never", source, "-o", target],
                          capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{source}: {done.stderr}")
    return json.loads(done.stdout)


def faults_of(program, sample, planted, folder):
    """What is wrong with refreshing this sample, as sentences."""
    source = os.path.join(folder, f"{sample}.xlsx")
    once, twice = os.path.join(folder, f"{sample}-1.xlsx"), os.path.join(folder, f"{sample}-2.xlsx")
    book = Book(os.path.join(SAMPLES, sample + ".xlsx"))
    value = None
    if planted:
        value = book.value(*planted)
        text = repr(int(value)) if value.is_integer() else repr(value)
        book.write(source, *planted, text)
    else:
        source = os.path.join(SAMPLES, sample + ".xlsx")
    first = refresh(program, source, once)
    second = refresh(program, once, twice)
    changed = [(change["sheet"], change["cell"]) for change in first["changes"] if change["kind"] == "value"]
    if planted and Book(once).value(*planted) != value:
        yield f"{'!'.join(planted)} is {Book(once).value(*planted)!r}, not {value!r}"
    if changed != ([planted] if planted else []):
        yield f"{changed} were changed"
    if not planted and not filecmp.cmp(source, once, shallow=False):
        yield "the file was rewritten although nothing changed"
    if second["changes"] or not filecmp.cmp(once, twice, shallow=False):
        yield "a second refresh changed it again"


def compared(program, old, new):
    done = subprocess.run([program, "compare", "--format", "json", old, new], capture_output=True, text=True)
    return json.loads(done.stdout)["differences"]


def faults_of_compare(program, sample, place, word, folder):
    """What is wrong with comparing this sample, as sentences."""
    source, changed = os.path.join(SAMPLES, sample + ".xlsx"), os.path.join(folder, f"{sample}-changed.xlsx")
    book = Book(source)
    book.write(changed, *place, word or book.value(*place) + 1)
    same = {difference["class"] for difference in compared(program, source, source)}
    if same & {"new", "removed", "value changed", "status changed", "reworded"}:
        yield f"compared with itself: {sorted(same)}"
    cells = [difference["new_cell"] for difference in compared(program, source, changed)
             if difference["class"] not in ("remains, unchanged", "direction contradicts score", "history restated")]
    if cells != ["!".join(place)]:
        yield f"{'!'.join(place)} changed, and {cells} was told"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", required=True)
    options = options.parse_args()
    jobs = [(sample, (sheet, cell), None) for sample, sheet, cell in FIGURES]
    jobs += [(sample, (sheet, cell), word) for sample, sheet, cell, word in WORDS]
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for sample, place, word in jobs:
            found = list(faults_of(options.program, sample, None if word else place, folder))
            found += faults_of_compare(options.program, sample, place, word, folder)
            for fault in found:
                print(f"{sample}: {fault}")
            wrong += len(found)
    print(f"{len(jobs)} kinds refreshed and compared, {wrong} faults")
    sys.exit(1 if wrong else 0)


main()
