"""Functions as listeners: each class forwards one kind of event."""
import unohelper
from com.sun.star.awt import XActionListener, XItemListener, XMouseListener, XTextListener, XWindowListener
from com.sun.star.lang import XEventListener


class _Forwarding(unohelper.Base):
    def __init__(self, do):
        self.do = do

    def disposing(self, event):
        self.do = lambda *ignored: None


class OnAction(_Forwarding, XActionListener):
    def actionPerformed(self, event):
        self.do()


class OnItem(_Forwarding, XItemListener):
    def itemStateChanged(self, event):
        self.do()


class OnText(_Forwarding, XTextListener):
    def textChanged(self, event):
        self.do()


class OnMouse(_Forwarding, XMouseListener):
    def mousePressed(self, event):
        pass

    def mouseReleased(self, event):
        self.do(event)

    def mouseEntered(self, event):
        pass

    def mouseExited(self, event):
        pass


class OnEnd(unohelper.Base, XEventListener):
    def __init__(self, do):
        self.do = do

    def disposing(self, event):
        self.do()


class OnSize(_Forwarding, XWindowListener):
    def windowResized(self, event):
        self.do()

    def windowMoved(self, event):
        pass

    def windowShown(self, event):
        self.do()

    def windowHidden(self, event):
        pass
