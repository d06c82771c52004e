"""The five commands of menu and toolbar. Each says what it did; the outcome is also returned, for macros and tests."""
import re
import time
from dataclasses import replace

import uno

from scorebook_calc import messages
from scorebook_calc.acceptances import accept_finding
from scorebook_calc.apply_changes import Refusal, set_applied
from scorebook_calc.changes import changes_for_host
from scorebook_calc.engine import Engine, EngineFailure
from scorebook_calc.options import keep_options, read_options
from scorebook_calc.options_dialog import ask_options
from scorebook_calc.file_choice import ask_file_to_open, ask_file_to_save
from scorebook_calc.narrative import narrative_text
from scorebook_calc.session import session_of
from scorebook_calc.workbook import workbook_bytes

engine = Engine()
FIND = ["refresh", "--dry-run", "--format", "json"]
SIDEBAR = ("Show all", "uk.scorebook:panel")


class Commands:
    """`given` are a dispatch's arguments: what is in there isn't asked for."""

    def __init__(self, context, frame):
        self.context = context
        self.frame = frame
        self.controller = frame.getController()
        self.document = self.controller.getModel()
        self.session = session_of(self.document)

    def run(self, name, given):
        command = getattr(self, "do_" + name.replace("-", "_"), None)
        if command is None:
            return {"status": "failed", "error": f"There is no command {name}"}
        started = time.perf_counter()
        engine.seconds = 0.0
        try:
            outcome = {"status": "ok", **(command(given) or {})}
        except (EngineFailure, Refusal) as failure:
            outcome = {"status": "failed", "error": str(failure)}
        except Exception as error:  # a fault of ours must not pass for success
            outcome = {"status": "failed", "error": f"Something went wrong inside the add-in: {error}"}
        if outcome["status"] == "failed":
            messages.say(self.controller, "Scorebook could not do this.", _as_sentence(outcome["error"]), messages.DANGER)
        return {**outcome, "seconds": time.perf_counter() - started, "engine_seconds": engine.seconds}

    def do_refresh(self, given):
        options = read_options(self.context, self.document)
        with messages.progress(self.frame, 4) as step:
            self._find(options, step)
            changed = 0
            if not options.asks_first:
                step("Scorebook: applying changes")
                changed = self._apply([(change, True) for change in self.session.changes], "Refresh with Scorebook")
            step("Scorebook: done")
        return self._report(changed, options.asks_first)

    def do_check(self, given):
        with messages.progress(self.frame, 3) as step:
            self._find(read_options(self.context, self.document), step)
            step("Scorebook: done")
        return self._report(0, True)

    def do_compare(self, given):
        options = read_options(self.context, self.document)
        previous = given.get("Previous") or ask_file_to_open(self.context, "Last period's workbook", options.previous)
        if not previous:
            return {"status": "cancelled"}
        with messages.progress(self.frame, 3) as step:
            step("Scorebook: reading the workbook")
            workbook = workbook_bytes(self.document)
            step("Scorebook: comparing")
            kind = ["--template", options.template] if options.template else []
            reply = engine.reply(["compare", *kind, "--format", "json", uno.fileUrlToSystemPath(previous), "-"], workbook)
        self.session.comparison = narrative_text(reply)
        keep_options(self.context, self.document, replace(options, previous=previous))
        self.show_sidebar("comparison")
        differences = len(reply.get("differences", []))
        messages.say(self.controller, "Scorebook compared the two workbooks.",
                     f"{messages.counted(differences, 'difference')}; the report's text is in the sidebar.",
                     messages.SUCCESS, [SIDEBAR])
        return {"differences": differences, "narrative": self.session.comparison}

    def do_appendix(self, given):
        target = given.get("Output") or ask_file_to_save(self.context, "Save the appendix as", self.document.getURL())
        if not target:
            return {"status": "cancelled"}
        options = read_options(self.context, self.document)
        with messages.progress(self.frame, 2) as step:
            step("Scorebook: reading the workbook")
            workbook = workbook_bytes(self.document)
            step("Scorebook: writing the appendix")
            path = uno.fileUrlToSystemPath(target)
            engine.write(["appendix", "-", "-o", path, *options.arguments()], workbook)
        messages.say(self.controller, "Scorebook wrote the appendix.", path, messages.SUCCESS)
        return {"written": path}

    def do_options(self, given):
        options = read_options(self.context, self.document)
        if given:
            chosen = _chosen(options, given)
        else:
            chosen = ask_options(self.context, self.frame, options)
        if chosen is None:
            return {"status": "cancelled"}
        keep_options(self.context, self.document, chosen)
        return {}

    def do_ask(self, given):
        """The engine's own answer about the workbook as it is, for macros: nothing is shown and nothing changed. `Command` is
        check, refresh, recalc or compare; the options are those of this workbook unless they are given."""
        command = given.get("Command", "check")
        if command not in ("check", "refresh", "recalc", "compare"):
            raise Refusal(f"{command} is nothing that can be asked")
        options = _chosen(read_options(self.context, self.document), given)
        arguments = [command, "--format", "json", *(["--dry-run"] if command in ("refresh", "recalc") else [])]
        if command == "compare":
            earlier = [uno.fileUrlToSystemPath(options.previous)] if options.previous else []
            arguments += [*replace(options, previous="").arguments(), *earlier]
        else:
            arguments += replace(options, previous="", template="").arguments() if command == "recalc" else options.arguments()
        return {"reply": engine.reply([*arguments, "-"], workbook_bytes(self.document))}

    def do_panel(self, given):
        self.show_sidebar(None)

    def do_apply(self, given):
        """`Changes`: all, none, ticked (what the sidebar has), or cells such as Register!H6 between semicolons."""
        wish = given.get("Changes", "ticked")
        changes = self.session.changes
        if wish == "ticked":
            wanted = [(change, change.is_ticked) for change in changes]
        elif wish in ("all", "none"):
            wanted = [(change, wish == "all") for change in changes]
        else:
            cells = {cell.strip() for cell in wish.split(";")}
            wanted = [(change, change.place in cells) for change in changes]
        with messages.progress(self.frame, 4) as step:
            wanted = self._without_outdated(wanted, step)
            step("Scorebook: applying changes")
            changed = self._apply(wanted, "Apply changes of Scorebook")
            step("Scorebook: done")
        left_out = sum(bool(change.left_out) for change in changes)
        text = f"{messages.counted(changed, 'cell')} changed."
        if left_out:
            text += f" {messages.counted(left_out, 'change')} left out; the sidebar says why."
        self.session.summary = text
        messages.say(self.controller, "Scorebook changed this workbook." if changed else "Nothing was changed.", text,
                     messages.WARNING if left_out else messages.SUCCESS)
        self.session.tell()
        return {"changed": changed, "left_out": left_out}

    def do_accept(self, given):
        """Accepts the finding `Rule` of `Record` for `Reason`, by `Name`, `Until` a day (empty: for good)."""
        finding = next((finding for finding in self.session.findings if finding.can_be_accepted
                        and finding.rule == given.get("Rule") and finding.record == given.get("Record", "")), None)
        if finding is None:
            raise Refusal("There is no such finding to accept; check the workbook again")
        options = read_options(self.context, self.document)
        name = given.get("Name") or options.name
        accept_finding(self.document, finding, given.get("Reason", ""), name, given.get("Until", ""))
        if name != options.name:
            keep_options(self.context, self.document, replace(options, name=name))
        return self.do_check({})

    def _without_outdated(self, wanted, step):
        """Without the changes the engine wouldn't propose any more: since the check a figure was changed that they follow from, or
        their row has moved."""
        if not any(is_wanted and not change.is_applied for change, is_wanted in wanted):
            return wanted
        latest = {change.meaning for change in changes_for_host(self._ask(read_options(self.context, self.document), step))}
        kept = []
        for change, is_wanted in wanted:
            if is_wanted and not change.is_applied and change.meaning not in latest:
                change.leave_out("the cell, or what it follows from, was changed meanwhile; check again")
            else:
                kept.append((change, is_wanted))
        return kept

    def _apply(self, wanted, title):
        return set_applied(self.document, wanted, title, lambda is_redo: self.session.tell())

    def show_sidebar(self, tab):
        sidebar = self.controller.getSidebar() if hasattr(self.controller, "getSidebar") else None
        if sidebar is not None:
            deck = sidebar.getDecks().getByName("ScorebookDeck")
            if not (sidebar.isVisible() and deck.isActive()):  # showing it again costs a repaint
                sidebar.setVisible(True)
                sidebar.showDecks(True)
                deck.activate(True)
        self.session.tell(tab)

    def _find(self, options, step):
        """Findings and proposed changes of the document as it is now."""
        self.session.take(self._ask(options, step))

    def _ask(self, options, step):
        step("Scorebook: reading the workbook")
        workbook = workbook_bytes(self.document)
        step("Scorebook: checking")
        return engine.reply([*FIND, *options.arguments(), "-"], workbook)

    def _report(self, changed, was_only_check):
        session = self.session
        counts = session.counts()
        left_out = sum(bool(change.left_out) for change in session.changes)
        proposed = sum(not change.is_applied for change in session.changes) - left_out
        found = f"{messages.counted(counts['error'], 'error')} and {messages.counted(counts['warning'], 'warning')}"
        sentences = [f"{messages.counted(changed, 'cell')} changed." if changed else "Nothing was changed."]
        if proposed and was_only_check:
            sentences.append(f"{messages.counted(proposed, 'change')} proposed: tick them in the sidebar under What changed.")
        if left_out:
            sentences.append(f"{messages.counted(left_out, 'change')} left out; the sidebar says why.")
        left = "remain" if changed else "found"
        sentences.append(f"{found} {left}." if counts["error"] or counts["warning"] else "No errors or warnings.")
        if changed:
            sentences.append("Undo (Ctrl+Z) takes all changes back in one step.")
        session.summary = " ".join(sentences)
        headline = "Scorebook refreshed this workbook." if changed else "Scorebook checked this workbook."
        kind = messages.WARNING if counts["error"] or left_out else messages.SUCCESS
        messages.say(self.controller, headline, session.summary, kind, [SIDEBAR])
        if session.findings or session.changes:
            self.show_sidebar("changes" if was_only_check and proposed and not counts["error"] else "findings")
        else:
            session.tell()
        return {"changed": changed, "left_out": left_out, "proposed": proposed, **{k.replace(" ", "_"): v for k, v in counts.items()}}


def _chosen(options, given):
    names = {"Name": "name", "AsksFirst": "asks_first", "Previous": "previous", "AsAt": "as_at", "Template": "template"}
    return replace(options, **{names[name]: value for name, value in given.items() if name in names})


def _as_sentence(text):
    text = text[:1].upper() + text[1:]
    return text if re.search(r"[.!?]$", text) else text + "."
