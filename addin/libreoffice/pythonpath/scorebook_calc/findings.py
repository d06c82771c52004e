"""The engine's findings as the sidebar lists them."""

SEVERITIES = ("error", "warning", "info", "not checked", "put right")
SHOWN = {"error": "Error", "warning": "Warning", "info": "Remark", "not checked": "Not checked", "put right": "Put right"}
COUNTED = {"error": "Errors", "warning": "Warnings", "info": "Remarks", "not checked": "Not checked", "put right": "Put right"}


class Finding:
    def __init__(self, json):
        self.rule = json.get("rule", "")
        self.judged = self.severity = json["severity"]
        self.is_safe_to_fix = json.get("fix") == "safe"
        self.sheet = json.get("sheet", "")
        self.cell = json.get("cell", "")
        self.area = json.get("range", self.cell)
        self.record = json.get("record", "")
        self.message = json["message"]
        self.advice = json.get("advice", "")

    @property
    def can_be_accepted(self):
        return self.severity in ("error", "warning")

    @property
    def place(self):
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet or "Workbook"

    @property
    def whole_text(self):
        lines = [f"{SHOWN[self.severity]} {self.rule}, {self.place}" + (f", {self.record}" if self.record else "")]
        return "\n".join(line for line in [*lines, self.message, self.advice] if line)

    def mentions(self, words):
        text = f"{self.place} {self.rule} {self.record} {self.message} {self.advice}".casefold()
        return all(word in text for word in words.casefold().split())


def mark_put_right(findings, changes):
    """What refresh puts right is no fault any more once its change is in the workbook."""
    applied = {change.place for change in changes if change.is_applied}
    for finding in findings:
        if finding.is_safe_to_fix:
            finding.severity = "put right" if finding.place in applied else finding.judged
    findings.sort(key=lambda finding: SEVERITIES.index(finding.severity))


def findings_of(reply):
    """Gravest first, else in the engine's order; what was not checked comes last."""
    found = [Finding(json) for json in reply.get("findings", [])]
    found += [Finding({"severity": "not checked", "message": f"{unchecked['what']}: {unchecked['why']}"})
              for unchecked in reply.get("not_checked", [])]
    return sorted(found, key=lambda finding: SEVERITIES.index(finding.severity))
