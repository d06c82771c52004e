"""The changes scorebook proposes for one document, each with what becomes of it."""
from scorebook_calc.cell_content import content_from_json


class Change:
    """One cell's change. `is_applied` says whether the document has it now."""

    def __init__(self, json):
        self.sheet = json["sheet"]
        self.cell = json["cell"]
        self.record = json.get("record", "")
        self.because = json.get("because", "")
        self.rule = json.get("rule", "")
        kind = json["kind"]
        self.has_value = kind == "value"
        self.after = content_from_json(json["after"]) if self.has_value else None
        self.before = content_from_json(json["before"]) if self.has_value else None
        fill = json["after"] if kind == "fill" else json.get("fill")
        self.has_fill = fill is not None
        self.fill = int(fill, 16) if self.has_fill else None
        self.before_text = _shown(json["before"], kind)
        self.after_text = _shown(json["after"], kind)
        self.is_applied = False
        self.left_out = ""       # why it couldn't be applied, for the officer
        self.is_ticked = False   # what the officer wants
        self.old_content = None  # what the cell held, once applied
        self.old_format = None   # its number format then, where that could get lost
        self.old_fill = None     # its colour then; None: none of its own

    @property
    def meaning(self):
        """What it says, for comparison with a change of a later check."""
        return (self.sheet, self.cell, self.before, self.after, self.fill, self.before_text)

    @property
    def place(self):
        return f"{self.sheet}!{self.cell}"

    def leave_out(self, why):
        self.left_out = why
        self.is_ticked = self.is_applied

    @property
    def reason(self):
        parts = [f"{self.record}: {self.because}" if self.record else self.because]
        if self.left_out:
            parts.append(f"Not changed: {self.left_out}")
        return "\n".join(part for part in parts if part)


def changes_for_host(reply):
    """Those a host applies: results of formulas are Calc's own business."""
    return [change for change in map(Change, reply.get("changes", [])) if change.has_value or change.has_fill]


def _shown(value, kind):
    if kind == "fill":
        return f"colour {value}" if value else "no colour"
    if value is None:
        return "(blank)"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{value:.10g}"
    return value["error"] if isinstance(value, dict) else str(value)
