#!/usr/bin/env python3
"""Measures how far LibreOffice agrees with the results Excel stored, into libreoffice-agreement.tsv.

    tests/foreign/measure_libreoffice.py --shared ../shared --build build

Every workbook of the corpus marked `recalc` is opened by headless LibreOffice with "recalculate on load: always" and saved as
.xlsx; corpus_recalculation then compares the same cells it compares of scorebook's. Takes some minutes.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, required=True)
    options.add_argument("--build", type=Path, required=True)
    chosen = options.parse_args()
    office = shutil.which("soffice")
    if not office:
        sys.exit("LibreOffice is not installed")
    rows = [line.split("\t") for line in (chosen.shared / "corpus/manifest.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    names = [row[0] for row in rows if "recalc" in row[8]]
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder, "profile/user")
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
        sources, results = Path(folder, "sources"), Path(folder, "results")
        sources.mkdir()
        results.mkdir()
        for name in names:
            stem, extension = os.path.splitext(name)
            os.symlink((chosen.shared / "corpus" / name).resolve(), sources / (stem.replace("/", "__") + extension))
        convert = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir", results]
        waiting = sorted(sources.iterdir())
        for start in range(0, len(waiting), 40):
            batch = waiting[start:start + 40]
            try:
                subprocess.run([*convert, *batch], capture_output=True, timeout=300)
            except subprocess.TimeoutExpired:
                pass
            # A workbook that stops LibreOffice takes the rest of its batch with it: those again, one by one.
            for source in batch:
                if not (results / (source.stem + ".xlsx")).exists():
                    try:
                        subprocess.run([*convert, source], capture_output=True, timeout=60)
                    except subprocess.TimeoutExpired:
                        print(f"{source.name}: not done within a minute")
        version = subprocess.run([office, "--version"], capture_output=True, text=True).stdout.strip()
        target = Path(__file__).with_name("libreoffice-agreement.tsv")
        subprocess.run([chosen.build / "tests/foreign/corpus_recalculation", chosen.shared, "--engine", results, target], check=True)
        target.write_text(target.read_text(encoding="utf-8") + f"# {version}, {len(list(results.iterdir()))} of {len(names)} workbooks opened.\n",
                          encoding="utf-8")


if __name__ == "__main__":
    main()
