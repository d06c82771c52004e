#!/usr/bin/env python3
"""scorebook.exe under wine beside the native program: the same JSON, the same bytes, and files replaced the same way.

    windows_test.py --exe scorebook.exe --scorebook scorebook --samples samples
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

NOT_RUN = 77  # ctest's SKIP_RETURN_CODE
chosen = None
FAULTY = "risk-register-5x5-faulty.xlsx"


def find_wine():
    return next((path for path in (shutil.which("wine64"), "/usr/lib/wine/wine64", shutil.which("wine")) if path and Path(path).exists()), None)


def files_of(folder):
    """Path in the folder -> bytes; without what tells one run from another."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*")
            if path.is_file() and path.name != "times.csv" and ".scorebook" not in path.parts}


def run(program, arguments, folder, data=None):
    return subprocess.run([*program, *map(str, arguments)], cwd=folder, input=data, capture_output=True, env=chosen.environment, timeout=120)


class SameAsNative(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="scorebook-windows-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.place = Path(cls.folder.name)

    def both(self, arguments, folder, data=None):
        here = run(chosen.native, arguments, folder, data)
        there = run(chosen.windows, arguments, folder, data)
        self.assertEqual(there.returncode, here.returncode, there.stderr.decode("utf-8", "replace"))
        return here, there

    def test_each_sample_has_the_same_json(self):
        names = sorted(path.name for path in chosen.samples.glob("*.xls[xm]"))
        self.assertGreater(len(names), 30)
        for command in (["check"], ["refresh", "--dry-run"], ["recalc", "--dry-run"]):
            here, there = self.both([*command, "--as-at", "2016-06-08", "--format", "json", "--jobs", "1", *names], chosen.samples)
            for name, expected, got in zip(names, here.stdout.splitlines(), there.stdout.splitlines(), strict=True):
                self.assertEqual(got, expected, f"{command[0]} {name}")

    def test_each_sample_is_refreshed_to_the_same_bytes(self):
        names = sorted(path.name for path in chosen.samples.glob("*.xls[xm]"))
        for kind in ("native", "windows"):
            run(getattr(chosen, kind), ["refresh", "--quiet", "--as-at", "2016-06-08", "-o", self.place / kind, *names], chosen.samples)
        for name in names:
            self.assertEqual((self.place / "windows" / name).read_bytes(), (self.place / "native" / name).read_bytes(), name)

    def test_the_other_commands_write_the_same_files(self):
        for kind in ("native", "windows"):
            folder = self.place / f"{kind}-others"
            folder.mkdir()
            program = getattr(chosen, kind)
            for name in ("appendix.xlsx", "appendix.docx", "appendix.ods", "appendix.html", "appendix.csv"):
                run(program, ["appendix", chosen.samples / FAULTY, "--as-at", "2016-06-08", "-o", name, "--quiet"], folder)
            run(program, ["appendix", chosen.samples / FAULTY, "--profile", "published", "-o", "published.xlsx", "--quiet"], folder)
            for name in ("risk-register", "kpi-scorecard", "budget-monitor"):
                run(program, ["new", name, "-o", f"{name}.xlsx"], folder)
        native = files_of(self.place / "native-others")
        self.assertEqual(len(native), 9)
        self.assert_same_files(files_of(self.place / "windows-others"), native)

    def test_a_quarters_returns_are_collected_to_the_same_bytes(self):
        subprocess.run(["sh", chosen.samples / "quarter" / "make", self.place / "sent"], check=True, stdout=subprocess.DEVNULL)
        for kind in ("native", "windows"):
            ran = run(getattr(chosen, kind), ["convert", "sent", "--as-at", "2016-06-30", "-o", f"{kind}-quarter", "--quiet"], self.place)
            self.assertEqual(ran.returncode, 3, "two of the returns can't be read")
        native = files_of(self.place / "native-quarter")
        self.assertGreater(sum(name.startswith("collected/") and name.endswith(".xlsx") for name in native), 5)
        self.assert_same_files(files_of(self.place / "windows-quarter"), native)

    def assert_same_files(self, got, expected):
        self.assertEqual(sorted(got), sorted(expected))
        self.assertEqual([name for name in expected if got[name] != expected[name]], [])

    def test_a_file_with_any_name_is_replaced_in_place(self):
        folder = self.place / "Zoë 日本"
        folder.mkdir()
        path = folder / "régister 😀.xlsx"
        shutil.copy(chosen.samples / FAULTY, path)
        expected = self.place / "expected.xlsx"
        run(chosen.native, ["refresh", "-q", chosen.samples / FAULTY, "-o", expected], self.place)
        ran = run(chosen.windows, ["refresh", "--format", "json", path.name, "--reply", "ré.json"], folder)
        self.assertEqual((ran.returncode, ran.stdout), (1, b""))
        self.assertEqual(path.read_bytes(), expected.read_bytes())
        self.assertIn(b'"file":"r\\u00e9gister \\ud83d\\ude00.xlsx"', (folder / "ré.json").read_bytes())
        self.assertEqual(sorted(each.name for each in folder.iterdir()), ["ré.json", "régister 😀.xlsx"], "no temporary file is left")

    def test_bytes_through_pipes(self):
        data = (chosen.samples / FAULTY).read_bytes()
        here, there = self.both(["refresh", "-q", "-", "-o", "-"], self.place, data)
        self.assertEqual(there.stdout, here.stdout)
        self.assertEqual(there.stdout[:2], b"PK")

    @unittest.skipUnless(shutil.which("node"), "node is not installed")
    def test_the_protocols_cases(self):
        run_cases = Path(__file__).resolve().parents[2] / "protocol" / "run.mjs"
        ran = run(["node", run_cases, "cli", *chosen.windows], [], self.place)
        self.assertEqual((ran.returncode, ran.stderr.decode()), (0, ""), ran.stdout)

    def test_what_cannot_be_done_is_the_same_sentence(self):
        (self.place / "folder.xlsx").mkdir()
        (self.place / "text.xlsx").write_text("a,b\n1,2\n")
        (self.place / "~$open.xlsx").write_text("")
        shutil.copy(chosen.samples / FAULTY, self.place / "open.xlsx")
        for arguments in (["check", "none.xlsx"], ["check", "folder.xlsx"], ["check", "text.xlsx"], ["refresh", "open.xlsx"],
                          ["refresh", chosen.samples / FAULTY, "-o", "no/such/r.xlsx"], ["chek"], ["check"]):
            here, there = self.both(arguments, self.place)
            self.assertEqual(there.stderr, here.stderr)


def main():
    global chosen
    options = argparse.ArgumentParser()
    options.add_argument("--exe", type=Path, required=True)
    options.add_argument("--scorebook", type=Path, required=True)
    options.add_argument("--samples", type=Path, required=True)
    chosen, rest = options.parse_known_args()
    wine = find_wine()
    if wine is None:
        print("not run here: wine is not installed, so scorebook.exe was built and never started")
        return NOT_RUN
    with tempfile.TemporaryDirectory(prefix="scorebook-wine-") as prefix:
        chosen.environment = {**os.environ, "WINEPREFIX": prefix, "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml=",
                              "DISPLAY": "", "LC_ALL": "C.UTF-8"}
        chosen.native = [chosen.scorebook.resolve()]
        chosen.windows = [wine, chosen.exe.resolve()]
        chosen.samples = chosen.samples.resolve()
        # One server for all: without, each run would start and stop its own, which takes seconds. Its services are started here, as
        # they keep the outputs of whoever starts them.
        beside = Path(wine).parent / "wineserver"
        server = [beside if beside.exists() else "wineserver"]
        subprocess.run([*server, "-p"], env=chosen.environment, check=True)
        try:
            subprocess.run([*chosen.windows, "templates"], env=chosen.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                           check=True)
            ran = unittest.main(argv=[sys.argv[0], *rest], verbosity=2, exit=False)
        finally:
            for order in ("-k", "-w"):
                subprocess.run([*server, order], env=chosen.environment, stderr=subprocess.DEVNULL, check=False)
    return 0 if ran.result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
