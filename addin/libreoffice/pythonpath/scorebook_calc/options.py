"""What an officer chose: for himself, and for each workbook. Kept in his LibreOffice profile, never in the workbook."""
import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import uno

FILE = "scorebook-options.json"


@dataclass
class Options:
    name: str = ""             # who accepts findings
    asks_first: bool = False   # Refresh lists changes and waits for ticks
    previous: str = ""         # URL of last period's workbook
    as_at: str = ""            # the day to judge from; empty: the workbook's own period end
    template: str = ""         # empty: recognised from the headers

    def arguments(self):
        """For the command line."""
        chosen = []
        if self.template:
            chosen += ["--template", self.template]
        if self.previous:
            chosen += ["--previous", uno.fileUrlToSystemPath(self.previous)]
        if self.as_at:
            chosen += ["--as-at", self.as_at]
        return chosen


OFFICERS = ("name", "asks_first")
_unsaved = {}  # of documents without a file: forgotten with the office


def read_options(context, document):
    kept = _read(context)
    own = kept.get("workbooks", {}).get(document.getURL(), {}) if document.getURL() else _unsaved.get(document.RuntimeUID, {})
    known = {field.name for field in fields(Options)}
    options = Options(**{name: value for name, value in {**kept.get("officer", {}), **own}.items() if name in known})
    options.name = options.name or _profile_name(context)
    return options


def keep_options(context, document, options):
    values = asdict(options)
    officers = {name: values.pop(name) for name in OFFICERS}
    kept = _read(context)
    kept["officer"] = officers
    if document.getURL():
        kept.setdefault("workbooks", {})[document.getURL()] = values
    else:
        _unsaved[document.RuntimeUID] = values
    path = _path(context)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(kept, indent=1), encoding="utf-8")
    fresh.replace(path)


def _path(context):
    paths = context.getServiceManager().createInstanceWithContext("com.sun.star.util.PathSubstitution", context)
    return Path(uno.fileUrlToSystemPath(paths.substituteVariables("$(user)", True))) / FILE


def _read(context):
    try:
        kept = json.loads(_path(context).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _profile_name(context):
    """The name under Tools - Options - User Data."""
    provider = context.getServiceManager().createInstanceWithContext("com.sun.star.configuration.ConfigurationProvider", context)
    from scorebook_calc.workbook import properties
    data = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess",
                                                properties(nodepath="/org.openoffice.UserProfile/Data"))
    return " ".join(part for part in (data.getByName("givenname"), data.getByName("sn")) if part)
