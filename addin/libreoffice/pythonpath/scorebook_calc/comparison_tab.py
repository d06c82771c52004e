"""What changed since last period's workbook, in the words of a committee report, to read and to copy."""
import uno
import unohelper
from com.sun.star.datatransfer import DataFlavor, XTransferable

from scorebook_calc.controls import GAP, enable, height_of, place

FLAVOUR = "text/plain;charset=utf-16"


class _Text(unohelper.Base, XTransferable):
    def __init__(self, text):
        self.text = text

    def getTransferData(self, flavour):
        return self.text

    def getTransferDataFlavors(self):
        return (DataFlavor(FLAVOUR, "Text", uno.getTypeByName("string")),)

    def isDataFlavorSupported(self, flavour):
        return flavour.MimeType == FLAVOUR


class ComparisonTab:
    def __init__(self, panel, controls, step):
        self.panel = panel
        self.text = controls.text(step, "What changed since last period's workbook")
        self.compare_button = controls.button(step, "Co~mpare with...", lambda: self.panel.run("compare"))
        self.copy_button = controls.button(step, "Copy te~xt", self.copy)

    def show(self):
        text = self.panel.session.comparison
        self.text.setText(text or "Choose Compare with last period... to see what changed since then, in the words of a report.")
        enable(self.copy_button, bool(text))

    def copy(self):
        clipboard = self.panel.context.getServiceManager().createInstanceWithContext(
            "com.sun.star.datatransfer.clipboard.SystemClipboard", self.panel.context)
        clipboard.setContents(_Text(self.panel.session.comparison), None)

    def arrange(self, x, y, width, height):
        line = height_of(self.copy_button)
        place(self.text, x, y, width, height - line - GAP)
        place(self.compare_button, x, y + height - line, width * 2 // 3, line)
        place(self.copy_button, x + width * 2 // 3, y + height - line, width - width * 2 // 3, line)
