"""The sidebar's panel: three tabs over what scorebook knows of the document."""
import uno
import unohelper
from com.sun.star.ui import LayoutSize, XSidebarPanel, XToolPanel, XUIElement
from com.sun.star.ui.UIElementType import TOOLPANEL

from scorebook_calc.changes_tab import ChangesTab
from scorebook_calc.commands import Commands
from scorebook_calc.comparison_tab import ComparisonTab
from scorebook_calc.controls import GAP, ControlSet, height_of, place
from scorebook_calc.engine import EXTENSION
from scorebook_calc.findings_tab import FindingsTab
from scorebook_calc.listening import OnEnd, OnSize
from scorebook_calc.options import read_options
from scorebook_calc.session import session_of

TABS = ("findings", "changes", "comparison")


class Panel(unohelper.Base, XUIElement, XToolPanel, XSidebarPanel):
    def __init__(self, context, frame, parent, url):
        self.Frame = frame
        self.ResourceURL = url
        self.Type = TOOLPANEL
        self.context = context
        self.session = session_of(frame.getController().getModel())
        provider = context.getServiceManager().createInstanceWithContext("com.sun.star.awt.ContainerWindowProvider", context)
        description = uno.systemPathToFileUrl(str(EXTENSION / "panel.xdl"))
        self.Window = provider.createContainerWindow(description, "", parent, None)
        controls = ControlSet(context, self.Window)
        self.summary = controls.label(0, "", MultiLine=True)
        self.selectors = [controls.button(0, "", lambda tab=tab: self.show_tab(tab), Toggle=True) for tab in TABS]
        self.tabs = [FindingsTab(self, controls, 1), ChangesTab(self, controls, 2), ComparisonTab(self, controls, 3)]
        self.session.watchers.append(self)
        self.show_session("findings")
        self.Window.addWindowListener(OnSize(self.arrange))
        frame.addEventListener(OnEnd(lambda: self._end(controls)))
        self.Window.setVisible(True)

    # What the sidebar asks for.
    def getRealInterface(self):
        return self

    def createAccessible(self, parent):
        return self.Window.getAccessibleContext()

    def getHeightForWidth(self, width):
        return LayoutSize(300, -1, 700)

    def getMinimalWidth(self):
        return 340

    # What the tabs ask for.
    @property
    def controller(self):
        return self.Frame.getController()

    def _end(self, controls):
        controls.release_keyboard()
        if self in self.session.watchers:
            self.session.watchers.remove(self)

    def run(self, command, **given):
        return Commands(self.context, self.Frame).run(command, given)

    def officer(self):
        """Who accepts findings, as far as is known."""
        return read_options(self.context, self.session.document).name

    def show_session(self, tab):
        session = self.session
        counts = session.counts()
        faults = counts["error"] + counts["warning"]
        self.summary.setText(session.summary)
        for selector, label in zip(self.selectors, (f"Fi~ndings ({faults})", f"What chan~ged ({len(session.changes)})", "Com~parison")):
            selector.getModel().Label = label
        for each in self.tabs:
            each.show()
        if tab:
            self.show_tab(tab)

    def show_tab(self, tab):
        chosen = TABS.index(tab)
        for index, selector in enumerate(self.selectors):
            selector.getModel().State = int(index == chosen)
        self.Window.getModel().Step = chosen + 1
        self.arrange()

    def arrange(self):
        size = self.Window.getPosSize()
        width, bottom = size.Width - 2 * GAP, size.Height - GAP
        if width < 50:
            return
        line = height_of(self.selectors[0])
        text_lines = 1 + len(self.session.summary) * 7 // width
        y = GAP
        place(self.summary, GAP, y, width, text_lines * 16 + 2)
        y += text_lines * 16 + 2 + GAP
        shares = (0.30, 0.42, 0.28)
        x = GAP
        for selector, share in zip(self.selectors, shares):
            place(selector, x, y, int(width * share), line)
            x += int(width * share)
        y += line + GAP
        for tab in self.tabs:
            tab.arrange(GAP, y, width, bottom - y)
