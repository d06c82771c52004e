"""Keeps keys meant for the sidebar out of the workbook.

A key a control has no use for goes on to the sheet: a letter typed on a list would begin to overwrite the cell the list has
just gone to, Delete would empty it. While a guarded control has the keyboard, such keys end here.
"""
import unohelper
from com.sun.star.awt import XFocusListener, XKeyHandler
from com.sun.star.awt.Key import BACKSPACE, DELETE, RETURN, SPACE
from com.sun.star.awt.KeyModifier import MOD1, MOD2


class KeyGuard(unohelper.Base, XKeyHandler, XFocusListener):
    """`press(event)` is told of Space and Return; without it they are the control's own."""

    def __init__(self, context, control, press=None):
        self._toolkit = context.getServiceManager().createInstanceWithContext("com.sun.star.awt.Toolkit", context)
        self._press = press
        self._is_on = False
        control.addFocusListener(self)

    def focusGained(self, event):
        if not self._is_on:
            self._is_on = True
            self._toolkit.addKeyHandler(self)

    def focusLost(self, event):
        self.release()

    def release(self):
        if self._is_on:
            self._is_on = False
            self._toolkit.removeKeyHandler(self)

    def keyPressed(self, event):
        if event.Modifiers & (MOD1 | MOD2):
            return False
        if event.KeyCode in (SPACE, RETURN):
            if self._press is None:
                return False
            self._press(event)
            return True
        return event.KeyCode in (DELETE, BACKSPACE) or event.KeyChar.value > " "

    def keyReleased(self, event):
        return False

    def disposing(self, event):
        self.release()
