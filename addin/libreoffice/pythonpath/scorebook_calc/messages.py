"""How the officer is told: a bar above the sheet, and the status bar while something is going on."""
from contextlib import contextmanager

from com.sun.star.beans import StringPair

BAR = "uk.scorebook.calc"
INFO, SUCCESS, WARNING, DANGER = range(4)  # com.sun.star.frame.InfobarType


def say(controller, headline, text, kind=INFO, buttons=()):
    """Replaces what scorebook said before; never waits for an answer."""
    if controller is None:
        return
    forget(controller)
    controller.appendInfobar(BAR, headline, text, kind, tuple(StringPair(label, url) for label, url in buttons), True)


def forget(controller):
    if controller.hasInfobar(BAR):
        controller.removeInfobar(BAR)


def counted(number, one, many=None):
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@contextmanager
def progress(frame, steps):
    """Yields a function that names the next step in the status bar."""
    indicator = frame.createStatusIndicator() if frame is not None else None
    done = 0

    def next_step(text):
        nonlocal done
        if indicator is not None:
            indicator.setText(text)
            indicator.setValue(done)
        done += 1

    if indicator is not None:
        indicator.start("Scorebook", steps)
    try:
        yield next_step
    finally:
        if indicator is not None:
            indicator.end()
