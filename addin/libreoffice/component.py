"""What LibreOffice asks this extension for: the commands behind uk.scorebook:..., and the sidebar's panel."""
import json

import unohelper
from com.sun.star.frame import DispatchResultEvent, FeatureStateEvent, XDispatchProvider, XNotifyingDispatch
from com.sun.star.frame.DispatchResultState import FAILURE, SUCCESS
from com.sun.star.lang import XInitialization, XServiceInfo
from com.sun.star.ui import XUIElementFactory

from scorebook_calc.commands import Commands
from scorebook_calc.panel import Panel
from scorebook_calc.workbook import is_spreadsheet

PROTOCOL = "uk.scorebook:"


class CommandHandler(unohelper.Base, XDispatchProvider, XNotifyingDispatch, XInitialization, XServiceInfo):
    """One for each frame. The outcome of a command reaches a dispatch result listener as JSON."""

    NAME = "uk.scorebook.calc.Commands"

    def __init__(self, context, *arguments):
        self.context = context
        self.frame = None

    def initialize(self, arguments):
        self.frame = arguments[0] if arguments else None

    def queryDispatch(self, url, target, flags):
        return self if url.Protocol == PROTOCOL else None

    def queryDispatches(self, requests):
        return tuple(self.queryDispatch(each.FeatureURL, each.FrameName, each.SearchFlags) for each in requests)

    def dispatch(self, url, arguments):
        self._run(url, arguments)

    def dispatchWithNotification(self, url, arguments, listener):
        outcome = self._run(url, arguments)
        if listener is not None:
            state = FAILURE if outcome["status"] == "failed" else SUCCESS
            listener.dispatchFinished(DispatchResultEvent(self, state, json.dumps(outcome)))

    def addStatusListener(self, listener, url):
        listener.statusChanged(FeatureStateEvent(self, url, "", self._has_spreadsheet(), False, None))

    def removeStatusListener(self, listener, url):
        pass  # the state never changes while a frame shows a document

    def _has_spreadsheet(self):
        controller = self.frame.getController() if self.frame is not None else None
        return controller is not None and is_spreadsheet(controller.getModel())

    def _run(self, url, arguments):
        if not self._has_spreadsheet():
            return {"status": "failed", "error": "There is no spreadsheet in this window"}
        given = {argument.Name: argument.Value for argument in arguments if argument.Name not in ("Referer", "KeyModifier")}
        return Commands(self.context, self.frame).run(url.Path, given)

    def getImplementationName(self):
        return self.NAME

    def supportsService(self, name):
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self):
        return ("com.sun.star.frame.ProtocolHandler",)


class PanelFactory(unohelper.Base, XUIElementFactory, XServiceInfo):
    NAME = "uk.scorebook.calc.PanelFactory"

    def __init__(self, context, *arguments):
        self.context = context

    def createUIElement(self, url, arguments):
        given = {argument.Name: argument.Value for argument in arguments}
        return Panel(self.context, given["Frame"], given["ParentWindow"], url)

    def getImplementationName(self):
        return self.NAME

    def supportsService(self, name):
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self):
        return ("com.sun.star.ui.UIElementFactory",)


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(CommandHandler, CommandHandler.NAME, ("com.sun.star.frame.ProtocolHandler",))
g_ImplementationHelper.addImplementation(PanelFactory, PanelFactory.NAME, ("com.sun.star.ui.UIElementFactory",))
