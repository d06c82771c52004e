"""Controls of a window, made one by one; the window's steps serve as tabs. Sizes are pixels."""
from com.sun.star.awt.PosSize import POSSIZE

from scorebook_calc.key_guard import KeyGuard
from scorebook_calc.line_list import LineList
from scorebook_calc.listening import OnAction, OnItem, OnText

GAP = 6
CAPTION = 18


class ControlSet:
    """Makes controls in the order in which Tab reaches them. Letters that Calc's own menus have are no good as their keys."""

    def __init__(self, context, window):
        self.context = context
        self.window = window
        self.model = window.getModel()
        self._count = 0
        self._guards = []

    def release_keyboard(self):
        """When the window is closed: a control that has the keyboard then isn't told that it loses it."""
        for guard in self._guards:
            guard.release()

    def label(self, step, text, **more):
        return self._add("FixedText", step, Label=text, **more)

    def button(self, step, text, do, **more):
        button = self._add("Button", step, Label=text, **more)
        button.addActionListener(OnAction(do))
        self._guard(button)
        return button

    def choice(self, step, do, name):
        box = self._add("ListBox", step, Dropdown=True, LineCount=8)
        _named(box, name)
        box.addItemListener(OnItem(do))
        return box

    def field(self, step, name, do=None, **more):
        field = self._add("Edit", step, **more)
        _named(field, name)
        if do is not None:
            field.addTextListener(OnText(do))
        return field

    def tick(self, step, text):
        return self._add("CheckBox", step, Label=text)

    def text(self, step, name):
        text = self.field(step, name, MultiLine=True, ReadOnly=True, VScroll=True, AutoVScroll=True)
        self._guard(text)
        return text

    def lines(self, step, name, choose, press):
        """`choose` is told when a line is gone to, `press` of Space and Return."""
        box = self._add("ListBox", step)
        _named(box, name)
        self._guard(box, press)
        return LineList(box, choose)

    def _guard(self, control, press=None):
        self._guards.append(KeyGuard(self.context, control, press))

    def _add(self, kind, step, **values):
        service = kind if "." in kind else f"UnoControl{kind}Model"
        model = self.model.createInstance("com.sun.star.awt." + service)
        if kind != "FixedText":
            values["Tabstop"] = True
        self._count += 1
        for key, value in {"Step": step, "TabIndex": self._count, **values}.items():
            setattr(model, key, value)
        name = f"control{self._count}"
        self.model.insertByName(name, model)
        return self.window.getControl(name)


def place(control, x, y, width, height):
    control.setPosSize(x, y, max(width, 1), max(height, 1), POSSIZE)


def enable(control, is_enabled):
    """The window too: after a dialog the office enables all it has disabled, whatever the model says."""
    control.getModel().Enabled = is_enabled
    control.setEnable(is_enabled)


def height_of(control):
    return control.getPreferredSize().Height


def _named(control, name):
    """What a screen reader says, and a tip for everybody."""
    control.getModel().HelpText = name
