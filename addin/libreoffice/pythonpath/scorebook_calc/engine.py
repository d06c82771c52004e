"""Runs scorebook itself: a workbook's bytes in, one JSON object out (the command line's contract)."""
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXTENSION = Path(__file__).resolve().parents[2]
NAME = "scorebook.exe" if sys.platform == "win32" else "scorebook"


class EngineFailure(Exception):
    """The job could not be done; the text is one sentence for the officer."""


class Engine:
    """The executable inside the extension, or the one `SCOREBOOK_ENGINE` names (a newer one, or a test's)."""

    def __init__(self):
        self.seconds = 0.0  # what the last run took
        self._ready = None

    def reply(self, arguments, workbook):
        """The JSON object scorebook answers with; raises EngineFailure."""
        run = self._run(arguments, workbook)
        lines = run.stdout.decode("utf-8", "replace").splitlines()
        try:
            reply = json.loads(lines[0]) if lines else None
        except ValueError:
            reply = None
        if not isinstance(reply, dict) or reply.get("status") != "ok":
            raise EngineFailure(_sentence(reply, run))
        return reply

    def write(self, arguments, workbook):
        """Runs a command that writes a file of its own; raises EngineFailure."""
        run = self._run(arguments, workbook)
        if run.returncode not in (0, 1):
            raise EngineFailure(_sentence(None, run))

    def _run(self, arguments, workbook):
        started = time.perf_counter()
        try:
            run = subprocess.run([self._executable(), *arguments], input=workbook, capture_output=True,
                                 creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0))
        except OSError as error:
            raise EngineFailure(f"The scorebook program inside the extension can't be started: {error.strerror}") from error
        self.seconds = time.perf_counter() - started
        return run

    def _executable(self):
        chosen = os.environ.get("SCOREBOOK_ENGINE")
        if chosen:
            return chosen
        if self._ready is None:
            self._ready = str(_made_executable(EXTENSION / "engine" / NAME))
        return self._ready


def _made_executable(program):
    """LibreOffice unpacks an extension without its executable bits, perhaps into a folder we may only read."""
    if os.access(program, os.X_OK):
        return program
    try:
        program.chmod(program.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
        return program
    except OSError:
        own = Path(tempfile.mkdtemp(prefix="scorebook-"), "engine", NAME)
        shutil.copytree(program.parent, own.parent)
        own.chmod(0o700)
        return own


def _sentence(reply, run):
    if isinstance(reply, dict) and reply.get("error"):
        return str(reply["error"])
    said = run.stderr.decode("utf-8", "replace").strip().splitlines()
    if said:
        return said[0].removeprefix("scorebook: ")
    return f"Scorebook stopped without an answer (status {run.returncode})"
