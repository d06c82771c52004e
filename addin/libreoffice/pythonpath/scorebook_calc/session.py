"""What scorebook knows of one open document; sidebars of all its windows watch it."""
import unohelper
from com.sun.star.util import XCloseListener

from scorebook_calc.changes import changes_for_host
from scorebook_calc.findings import SEVERITIES, findings_of, mark_put_right

_sessions = {}


class Session(unohelper.Base, XCloseListener):
    def __init__(self, key, document):
        self.key = key
        self.document = document
        self.findings = []
        self.changes = []
        self.comparison = ""
        self.summary = "Choose Refresh or Check."
        self.watchers = []

    def take(self, reply):
        self.findings = findings_of(reply)
        self.changes = changes_for_host(reply)

    def counts(self):
        mark_put_right(self.findings, self.changes)
        return {severity: sum(finding.severity == severity for finding in self.findings) for severity in SEVERITIES}

    def tell(self, tab=None):
        """Everybody shows the new state; `tab` names the part to look at."""
        for watcher in list(self.watchers):
            watcher.show_session(tab)

    def queryClosing(self, event, gets_ownership):
        pass

    def notifyClosing(self, event):
        self.disposing(event)

    def disposing(self, event):
        _sessions.pop(self.key, None)
        self.watchers.clear()


def session_of(document):
    key = document.RuntimeUID
    if key not in _sessions:
        _sessions[key] = Session(key, document)
        # Not addEventListener: a document has two of that name, and Python's bridge ends the office on the wrong one.
        document.addCloseListener(_sessions[key])
    return _sessions[key]
