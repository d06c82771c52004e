"""Asking for a file in the office's own dialogs."""
import posixpath

from com.sun.star.ui.dialogs.ExecutableDialogResults import OK
from com.sun.star.ui.dialogs.TemplateDescription import FILEOPEN_SIMPLE, FILESAVE_AUTOEXTENSION

WORKBOOKS = ("Workbooks (*.xlsx, *.xlsm)", "*.xlsx;*.xlsm")


def ask_file_to_open(context, title, last):
    """A URL, or empty when the officer thought better of it."""
    picker = _picker(context, title, FILEOPEN_SIMPLE)
    if last:
        picker.setDisplayDirectory(posixpath.dirname(last))
    return _answer(picker)


def ask_file_to_save(context, title, beside):
    picker = _picker(context, title, FILESAVE_AUTOEXTENSION)
    if beside:
        picker.setDisplayDirectory(posixpath.dirname(beside))
    stem = posixpath.splitext(posixpath.basename(beside))[0] or "workbook"
    picker.setDefaultName(f"{stem}-appendix.xlsx")
    return _answer(picker)


def _picker(context, title, kind):
    picker = context.getServiceManager().createInstanceWithArgumentsAndContext("com.sun.star.ui.dialogs.FilePicker", (kind,), context)
    picker.setTitle(title)
    picker.appendFilter(*WORKBOOKS)
    return picker


def _answer(picker):
    try:
        return picker.getSelectedFiles()[0] if picker.execute() == OK else ""
    finally:
        picker.dispose()
