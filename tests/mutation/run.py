#!/usr/bin/env python3
"""Plants one fault at a time in the clean samples and counts how many scorebook finds where they are.

    tests/mutation/run.py --program build/src/cli/scorebook [--list] [--least 97]

A mutant is caught when a new error or warning stands in its row, or in its column's total. Cells nothing
depends on (a commentary, a single target) aren't mutated: no rule could know. Needs Python 3.9 and nothing
else.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import tempfile

from sample_book import GONE, MOVED, Book, cells_of, name, place

BATCH = 50  # mutants one run of the program is given
SAMPLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "samples")


def transposed(value):
    digits = re.sub(r"\D", "", repr(value))
    text = repr(int(value)) if float(value).is_integer() else repr(value)
    for i in range(len(text) - 1):
        a, b = text[i], text[i + 1]
        if a.isdigit() and b.isdigit() and a != b and not (i == 0 and b == "0"):
            return float(text[:i] + b + a + text[i + 2:])
    return None if len(digits) < 2 else value + 9


NUMBERS = {
    "digits swapped": transposed,
    "a digit lost": lambda v: float(int(v / 10)) if abs(v) >= 10 else None,
    "a digit too many": lambda v: v * 10 if v else None,
    "sign swapped": lambda v: -v if v else None,
    "one too many": lambda v: v + 1,
    "one too few": lambda v: v - 1 if v >= 2 else None,
    "a tenth more": lambda v: round(v * 1.1, 3) if v else None,
    "scale of 100": lambda v: v / 100 if v > 1 else None,
    "half of it": lambda v: v / 2 if v else None,
}
COUNTS = ["digits swapped", "a digit lost", "a digit too many", "one too many", "one too few"]
SHARES = ["digits swapped", "a digit too many", "a tenth more", "half of it"]
MONEY = ["digits swapped", "sign swapped", "a tenth more", "a digit lost", "a digit too many"]
TEXTS = {
    "a full stop": ".",
    "a dash": "-",
    "words for a figure": "see appendix",
    "number as text": None,  # the figure itself
    "n/a": "n/a",
    "thousands by a space": "12 345",
    "a mark without note": "12*",
}
UNREADABLE = ["a full stop", "a dash", "words for a figure", "number as text", "n/a", "thousands by a space"]
WORDS = {
    "the wrong status": {"Red": "Green", "Green": "Red", "Amber": "Green"},
    "direction swapped": {"Improving": "Worsening", "Worsening": "Improving", "Upwards": "Downwards"},
    "comparison swapped": {"better": "worse", "worse": "better"},
    "polarity swapped": {"Higher": "Lower", "Lower": "Higher"},
    "an unknown word": collections.defaultdict(lambda: "Turquoise"),
    "the group as owner": collections.defaultdict(lambda: "Management Team"),
    "nothing": collections.defaultdict(lambda: ""),
    "the row above's": collections.defaultdict(lambda: None),
    "another's reference": collections.defaultdict(lambda: None),
}

# sample, sheet, cells, faults
PLAN = [
    ("contact-volumes-clean", "Telephony", "B6:C10 B14:C18", COUNTS),
    ("contact-volumes-clean", "Telephony", "D6:D10 D14:D18", SHARES),
    ("contact-volumes-clean", "Telephony", "F6", ["a tenth more", "half of it", "mean of means: 75.5"]),
    ("contact-volumes-clean", "Telephony", "F14", ["a tenth more", "half of it", "mean of means: 70.8"]),
    ("contact-volumes-clean", "Telephony", "A7:A10", ["the row is gone"]),
    ("budget-monitor-clean", "Budget", "B6:B12", ["the row is gone"]),
    ("workforce-clean", "Staff", "A4:A7", ["the row is gone"]),
    ("complaints-clean", "Ombudsman", "A4:A6", ["the row is gone"]),
    ("contact-volumes-clean", "Telephony", "B7:D10", UNREADABLE),
    ("contact-volumes-clean", "Telephony", "F7:F10 F15:F18", ["scale of 100"]),
    ("contact-volumes-clean", "Email", "B4:D4", ["the header moved"]),
    ("workforce-clean", "Sickness", "B3:G3", ["the header moved"]),
    ("workforce-clean", "Staff", "B3:E3", ["the header moved"]),
    ("benchmarking-clean", "Authorities", "B3:D3", ["the header moved"]),
    ("complaints-clean", "Quarters", "C4:G4", ["the header moved"]),
    ("provider-monitoring-clean", "Providers", "B3:E3", ["the header moved"]),
    ("priority-backlog-clean", "Applications", "B3:G3", ["the header moved"]),
    ("recovery-plan-clean", "Trajectory", "B3:F3", ["the header moved"]),
    ("improvement-plan-clean", "Plan", "B5:F5", ["the header moved"]),
    ("kpi-scorecard-clean", "Scorecard", "B5:H5", ["the header moved"]),
    ("sla-monitor-clean", "ICT", "B5:F5", ["the header moved"]),
    ("contact-volumes-clean", "Email", "B5:C9", COUNTS),
    ("contact-volumes-clean", "Take-up", "C4:C12", ["a digit too many"]),
    ("budget-monitor-clean", "Budget", "C6:E13", MONEY),
    ("budget-monitor-clean", "Budget", "F6:F13", ["sign swapped", "a digit too many"]),
    ("benchmarking-clean", "Authorities", "B4:C19", ["digits swapped", "a digit lost"]),
    ("benchmarking-clean", "Authorities", "D4:D19", ["a tenth more", "a digit too many"]),
    ("benchmarking-clean", "Scorecard", "G5:G14", ["comparison swapped", "an unknown word"]),
    ("complaints-clean", "Quarters", "C5:G10", ["one too many", "a digit too many"]),
    ("complaints-clean", "Reasons", "B4:D14", ["one too many"]),
    ("complaints-clean", "Ombudsman", "B4:C7", COUNTS),
    ("complaints-clean", "Quarters", "C5:F10", UNREADABLE[:3]),
    ("provider-monitoring-clean", "Providers", "B5:E7 B11:E13 B15:E17", ["one too many"]),
    ("priority-backlog-clean", "Applications", "C4:G5", ["digits swapped", "one too many", "a digit too many"]),
    ("priority-backlog-clean", "Priorities", "C4:C7", COUNTS),
    ("workforce-clean", "Staff", "B4:E8", COUNTS),
    ("workforce-clean", "Sickness", "C4:C8", ["digits swapped", "a digit lost"]),
    ("workforce-clean", "Sickness", "D4:D7", ["a tenth more"]),
    ("workforce-clean", "Sickness", "G4:G7", ["the wrong status", "an unknown word"]),
    ("kpi-scorecard-clean", "Scorecard", "G7:G20", ["the wrong status", "an unknown word"]),
    ("kpi-scorecard-clean", "Scorecard", "H7:H25", ["direction swapped", "an unknown word"]),
    ("kpi-scorecard-clean", "Scorecard", "F7:F25", UNREADABLE),
    ("kpi-scorecard-clean", "Scorecard", "A8:A12 A15:A20 A23:A25", ["another's reference"]),
    ("kpi-scorecard-clean", "Scorecard", "C8:C9 C11:C12 C14:C15 C19:C20 C22:C25", ["polarity swapped"]),
    ("sla-monitor-clean", "ICT", "F8:F10", ["a tenth more", "half of it"]),
    ("sla-monitor-clean", "ICT", "D6:F10", UNREADABLE[:3]),
    ("recovery-plan-clean", "Trajectory", "B4:D5", ["a tenth more", "half of it"]),
    ("recovery-plan-clean", "Trajectory", "F4:F5", ["the wrong status"]),
    ("procurement-dashboard-clean", "Duplicates", "C4:C6", ["a digit lost", "a digit too many"]),
    ("improvement-plan-clean", "Plan", "A7:A16", ["another's reference"]),
    ("improvement-plan-clean", "Plan", "E6:E16", ["an unknown word"]),
    ("improvement-plan-clean", "Plan", "F6:F16", ["the group as owner", "nothing"]),
    ("risk-awareness-clean", "Self-assessment", "F5:F9", ["an unknown word"]),
    ("risk-register-5x5", "Risk Register", "H6:H20", ["one too many", "a digit lost"]),
    ("risk-register-5x5", "Risk Register", "L6:L20", ["one too many", "a full stop", "words for a figure"]),
    ("risk-register-5x5", "Risk Register", "N6:N20", ["the wrong status"]),
    ("risk-register-5x5", "Risk Register", "O6:O20", ["the group as owner", "nothing"]),
    ("risk-register-5x5", "Risk Register", "A7:A20", ["another's reference"]),
]


def mutants(book, sheet, ranges, faults):
    for cell in cells_of(ranges):
        value = book.value(sheet, cell)
        if value is None:
            continue
        for fault in faults:
            if fault in NUMBERS and isinstance(value, float):
                # A share in a cell of percentages moves as its reader sees it.
                new = NUMBERS[fault](value)
            elif fault == "number as text" and isinstance(value, float):
                new = repr(int(value)) if value.is_integer() else repr(value)
            elif fault in TEXTS and isinstance(value, float):
                new = TEXTS[fault]
            elif fault == "another's reference" and isinstance(value, str):
                row, column = place(cell)
                new = book.value(sheet, name(row - 1, column))
            elif fault in WORDS and isinstance(value, str):
                new = WORDS[fault].get(value) if not isinstance(WORDS[fault], collections.defaultdict) else WORDS[fault][value]
            elif fault.startswith("mean of means"):
                new = float(fault.split(": ")[1])
            elif fault == "the row is gone":
                new = GONE
            elif fault == "the header moved":
                new = MOVED
            else:
                new = None
            if new is not None and new != value:
                yield cell, fault, value, new


def findings(program, paths):
    """Errors and warnings of each workbook, in the order of the paths, from one run of the program."""
    done = subprocess.run([program, "check", "--format", "json", "--jobs", "1", *paths], capture_output=True, text=True)
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode == 3 or len(reports) != len(paths):
        raise SystemExit(f"{paths[0]} ...: {done.stderr}")
    found = {report["file"]: [f for f in report["findings"] if f["severity"] != "info"] for report in reports}
    return [found[path] for path in paths]


def stands_at(finding, sheet, cell, is_gone):
    if finding.get("sheet") != sheet or "cell" not in finding:
        return False
    row, column = place(cell)
    first, _, last = finding.get("range", finding["cell"]).partition(":")
    (r1, c1), (r2, c2) = place(first), place(last or first)
    # A row that is gone can only be missed in the totals.
    return r1 <= row <= r2 or (r1 == r2 and (is_gone or c1 <= column <= c2))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", required=True)
    options.add_argument("--list", action="store_true", help="name the mutants that got away")
    options.add_argument("--least", type=float, default=0, help="fail below this percentage")
    options = options.parse_args()
    by_fault = collections.defaultdict(lambda: [0, 0])
    missed, alarms = [], []
    with tempfile.TemporaryDirectory() as folder:
        books = {}
        for sample in sorted({row[0] for row in PLAN}):
            path = os.path.join(SAMPLES, sample + ".xlsx")
            books[sample] = Book(path)
            alarms += [f"{sample}: {f['message']}" for f in findings(options.program, [path])[0]]
        jobs = []
        for sample, sheet, ranges, faults in PLAN:
            for cell, fault, old, new in mutants(books[sample], sheet, ranges, faults):
                jobs.append((sample, sheet, cell, fault, old, new))

        def run(first):
            batch = jobs[first:first + BATCH]
            paths = [os.path.join(folder, f"{first + i}.xlsx") for i in range(len(batch))]
            for path, (sample, sheet, cell, _, _, new) in zip(paths, batch):
                books[sample].write(path, sheet, cell, new)
            found = [any(stands_at(f, sheet, cell, new is GONE) for f in of_mutant)
                     for (_, sheet, cell, _, _, new), of_mutant in zip(batch, findings(options.program, paths))]
            for path in paths:
                os.remove(path)
            return found

        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            results = [found for batch in pool.map(run, range(0, len(jobs), BATCH)) for found in batch]
    for job, found in zip(jobs, results):
        by_fault[job[3].split(":")[0]][0] += 1
        by_fault[job[3].split(":")[0]][1] += found
        if not found:
            missed.append(job)
    for fault, (count, found) in sorted(by_fault.items()):
        print(f"{fault:24} {found:4} of {count}")
    caught = 100 * (len(jobs) - len(missed)) / len(jobs)
    print(f"{len(jobs)} mutants of {len(by_fault)} kinds: {caught:.1f}% caught; "
          f"{len(alarms)} false alarms on {len(books)} clean workbooks")
    if options.list:
        for sample, sheet, cell, fault, old, new in missed:
            print(f"  {sample} {sheet}!{cell} {fault}: {old!r} -> {new!r}")
    for alarm in alarms:
        print(f"  false alarm: {alarm}")
    sys.exit(1 if alarms or caught < options.least else 0)


main()
