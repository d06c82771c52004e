#!/usr/bin/env python3
"""What convert shows on a terminal while it works, and that nothing of it is shown elsewhere.

    terminal_test.py --scorebook scorebook --samples samples
"""
import argparse
import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import unittest
from pathlib import Path

chosen = None
RETURNS = 40
BAR = re.compile(r"\[(#*)(-*)\] (\d+) of 41  (\d+(?:\.\d)?) files/s  (\d+ s|\d+:\d\d min) left")


def on_a_terminal(arguments, columns=100):
    """Exit status, and all that was written to a terminal of that width."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, columns, 0, 0))
    process = subprocess.Popen([chosen.scorebook, *arguments], stdin=theirs, stdout=theirs, stderr=theirs,
                               env={**os.environ, "TERM": "xterm-256color"})
    os.close(theirs)
    written = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux says so when the last program has closed it
            break
        if not piece:
            break
        written += piece
    os.close(ours)
    return process.wait(60), written.decode()


def left_on_screen(written):
    """The lines as they stand in the end: a carriage return begins a line anew, ESC [K clears the rest of it."""
    lines = []
    for line in written.replace("\r\n", "\n").split("\n"):
        shown = ""
        for part in line.split("\r"):
            part = re.sub(r"\x1b\[[0-9;]*m", "", part)
            text, clears, rest = part.partition("\x1b[K")
            shown = text + rest if clears else text + shown[len(text):]
        lines.append(shown)
    return lines


class Terminal(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="scorebook-terminal-")
        cls.addClassCleanup(folder.cleanup)
        cls.place = Path(folder.name)
        cls.returns = cls.place / "returns"
        cls.returns.mkdir()
        for number in range(RETURNS):
            shutil.copy(chosen.samples / "risk-register-2016-05.xlsx", cls.returns / f"service-{number:02}.xlsx")
        (cls.returns / "cut.xlsx").write_bytes((chosen.samples / "risk-register-2016-05.xlsx").read_bytes()[:900])

    def convert(self, name, *more):
        return ["convert", str(self.returns), "-o", str(self.place / name), "--as-at", "2016-06-08", "--jobs", "2", *more]

    def test_a_bar_with_files_a_second_and_the_time_left_until_the_last_file(self):
        status, written = on_a_terminal(self.convert("bar"))
        self.assertEqual(status, 3)
        bars = [BAR.fullmatch(each) for each in re.findall(r"\r(\[[#-]+\] [^\x1b\r\n]*)\x1b\[K", written) if "files/s" in each]
        self.assertGreaterEqual(len(bars), 2)
        self.assertNotIn(None, bars)
        done = [int(bar[3]) for bar in bars]
        self.assertEqual(done, sorted(done))
        self.assertEqual(done[-1], 41)
        for bar in bars:
            self.assertEqual((len(bar[1]), len(bar[2])), (24 * int(bar[3]) // 41, 24 - 24 * int(bar[3]) // 41))
            self.assertGreater(float(bar[4]), 0)
        self.assertEqual(bars[-1][5], "0 s")

        # It gives way to the summary: a line a return, the one that can't be read too.
        screen = left_on_screen(written)
        self.assertEqual([line for line in screen if BAR.search(line)], [])
        self.assertEqual(screen[0].split(), ["cut.xlsx", "not", "done"])
        self.assertEqual(sum(line.startswith("service-") for line in screen), RETURNS)

    def test_nothing_of_it_in_a_file_or_a_pipe(self):
        ran = subprocess.run([chosen.scorebook, *self.convert("pipe")], capture_output=True, check=False)
        self.assertEqual(ran.returncode, 3)
        for text in (ran.stdout, ran.stderr):
            self.assertNotIn(b"\r", text)
            self.assertNotIn(b"\x1b", text)
            self.assertNotIn(b" left", text)
        self.assertEqual(ran.stderr, b"")

    def test_nothing_of_it_when_told_so_or_quiet(self):
        for name, option in (("never", ("--progress", "never")), ("quiet", ("--quiet",))):
            _status, written = on_a_terminal(self.convert(name, *option))
            self.assertIsNone(BAR.search(written), option)
            self.assertIn("cut.xlsx", written)

    def test_a_line_each_tenth_of_the_way_when_asked_for_in_a_pipe(self):
        ran = subprocess.run([chosen.scorebook, *self.convert("asked", "--progress", "always")], capture_output=True, text=True, check=False)
        bars = [line for line in ran.stderr.splitlines() if BAR.fullmatch(line)]
        self.assertIn(len(bars), range(10, 13))
        self.assertNotIn("\r", ran.stderr)


def main():
    global chosen
    options = argparse.ArgumentParser()
    options.add_argument("--scorebook", required=True)
    options.add_argument("--samples", type=Path, required=True)
    chosen, rest = options.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest], verbosity=2)


if __name__ == "__main__":
    main()
