"""An office of a test's own: a fresh profile with the extension installed, a port of its own, ended when the test ends."""
import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import uuid
from pathlib import Path

import uno
import unohelper
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.frame import XDispatchResultListener
from com.sun.star.uno import RuntimeException
from com.sun.star.util import URL

XLSX = "Calc MS Excel 2007 XML"
NOBODY = 65534


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def make_profile(folder, extension):
    """A profile with the extension in it, as unopkg makes it. unopkg refuses root, so root does it as nobody."""
    folder = Path(folder)
    (folder / "home").mkdir(exist_ok=True)
    shutil.copy(extension, folder / "scorebook.oxt")
    _give_away(folder)
    run = subprocess.run([*_as_officer(), "unopkg", "add", "-f", "-s", f"-env:UserInstallation=file://{folder}/profile",
                          folder / "scorebook.oxt"], env=_environment(folder), capture_output=True, text=True, timeout=120)
    if run.returncode != 0:
        raise SystemExit(f"unopkg could not install the extension: {run.stdout}{run.stderr}")
    _set_options(folder)


def make_plain_profile(folder):
    """A profile without any extension."""
    folder = Path(folder)
    (folder / "home").mkdir(exist_ok=True)
    _give_away(folder)
    _set_options(folder)
    _give_away(folder / "profile")


class Office:
    def __init__(self, folder, display=None, environment=None):
        self.folder = Path(folder)
        self.display = display
        self.log = open(self.folder / "office.log", "ab")
        self.environment = {**_environment(self.folder), **(environment or {})}
        if display:
            self.environment["DISPLAY"] = display

    def __enter__(self):
        try:
            self._start()
        except NoConnectException:
            # Now and then a fresh profile's first office never opens its port; the next one does.
            print(f"the office did not start: {(self.folder / 'office.log').read_text(errors='replace')}", flush=True)
            self._start()
        return self

    def _start(self):
        self.port = _free_port()
        where = [] if self.display else ["--headless"]
        self.process = subprocess.Popen(
            [*_as_officer(), "soffice", f"-env:UserInstallation=file://{self.folder}/profile", *where, "--norestore", "--nologo",
             "--nofirststartwizard", f"--accept=socket,host=127.0.0.1,port={self.port};urp;"],
            env=self.environment, start_new_session=True, stdout=self.log, stderr=self.log)
        self.watcher = end_with_us(self.process)
        try:
            self.context = self._connect()
            self.desktop = self._create("com.sun.star.frame.Desktop")
        except BaseException:
            self._end()
            raise

    def __exit__(self, *error):
        try:
            self.desktop.terminate()
            self.process.wait(10)
        except Exception:  # the connection ends with the office
            pass
        self._end()

    def _end(self):
        try:
            os.killpg(self.process.pid, 9)  # the starter and soffice.bin are one group of our own
        except ProcessLookupError:
            pass
        self.process.wait(10)
        self.watcher.kill()
        self.watcher.wait()

    def open(self, url, hidden=False, **more):
        """Waits for the window, as an officer would; headless there is a frame without one."""
        return self.desktop.loadComponentFromURL(url, "_blank", 0, properties(Hidden=hidden, **more))

    def open_copy(self, source, name=None):
        copy = self.folder / (name or f"{uuid.uuid4().hex}-{Path(source).name}")
        shutil.copy(source, copy)
        _give_away(copy)
        return self.open(copy.as_uri())

    def command(self, document, name, **given):
        """Dispatches uk.scorebook:NAME as a menu does, and gives its outcome."""
        frame = document.getCurrentController().getFrame()
        url = URL(Complete=f"uk.scorebook:{name}", Protocol="uk.scorebook:", Path=name)
        dispatcher = frame.queryDispatch(url, "_self", 0)
        assert dispatcher is not None, f"nobody takes uk.scorebook:{name}"
        outcome = _Outcome()
        dispatcher.dispatchWithNotification(url, properties(**given), outcome)
        return outcome.wait()

    def processor_time(self):
        """Seconds the office and the engines it ran have used; other people's work doesn't count."""
        total = 0
        for process in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = process.read_text().rsplit(")", 1)[1].split()
            except OSError:  # it has just ended
                continue
            if int(fields[2]) == self.process.pid:  # our process group
                total += sum(map(int, fields[11:15]))
        return total / os.sysconf("SC_CLK_TCK")

    def _create(self, service):
        return self.context.getServiceManager().createInstanceWithContext(service, self.context)

    def _connect(self):
        local = uno.getComponentContext()
        resolver = local.getServiceManager().createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        give_up = time.monotonic() + 60
        while True:
            try:
                return resolver.resolve(f"uno:socket,host=127.0.0.1,port={self.port};urp;StarOffice.ComponentContext")
            except (NoConnectException, RuntimeException):  # the latter from one that is just opening its port
                if time.monotonic() > give_up or self.process.poll() not in (None, 0):
                    raise
                time.sleep(0.05)


class _Outcome(unohelper.Base, XDispatchResultListener):
    def __init__(self):
        self.result = None
        self.arrived = threading.Event()

    def dispatchFinished(self, event):
        self.result = event.Result
        self.arrived.set()

    def disposing(self, event):
        self.arrived.set()

    def wait(self):
        assert self.arrived.wait(60), "the command did not finish"
        return json.loads(self.result)


def _free_port():
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return chosen.getsockname()[1]


now = time.perf_counter


def end_with_us(process):
    """A watcher: a test that is itself killed must not leave a program behind, which is a process group of its own."""
    return subprocess.Popen(["sh", "-c", f"while kill -0 {os.getpid()} 2>/dev/null; do sleep 1; done; kill -9 -{process.pid}"],
                            start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def temporary_folder():
    """Readable for the officer the tests run as."""
    folder = tempfile.TemporaryDirectory(prefix="scorebook-addin-")
    os.chmod(folder.name, 0o777)
    return folder


def _as_officer():
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"] if os.geteuid() == 0 else []


def _give_away(path):
    if os.geteuid() == 0:
        for each in [path, *Path(path).rglob("*")]:
            os.chown(each, NOBODY, NOBODY)


def _environment(folder):
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "XAUTHORITY")}
    return {**kept, "HOME": str(folder / "home"), "LANG": "C.UTF-8"}


def _set_options(folder):
    """No tip of the day and no what's-new bar over the sheet."""
    registry = folder / "profile/user/registrymodifications.xcu"
    registry.parent.mkdir(parents=True, exist_ok=True)
    settings = """<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item>
"""
    if registry.exists():
        text = registry.read_text(encoding="utf-8").replace("</oor:items>", settings + "</oor:items>")
    else:
        text = ('<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
                f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{settings}</oor:items>\n')
    registry.write_text(text, encoding="utf-8")
    _give_away(registry)
