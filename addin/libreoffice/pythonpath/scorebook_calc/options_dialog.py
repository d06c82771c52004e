"""The Options dialog."""
from dataclasses import replace

import uno

from scorebook_calc.controls import ControlSet, height_of, place
from scorebook_calc.file_choice import ask_file_to_open

MARGIN = 12
OK, CANCEL = 1, 2  # com.sun.star.awt.PushButtonType


def ask_options(context, frame, options):
    """None when the officer thought better of it."""
    create = context.getServiceManager().createInstanceWithContext
    dialog = create("com.sun.star.awt.UnoControlDialog", context)
    model = create("com.sun.star.awt.UnoControlDialogModel", context)
    model.Title = "Scorebook options"
    dialog.setModel(model)
    try:
        return _ask(context, frame, dialog, options)
    finally:
        dialog.dispose()


def _ask(context, frame, dialog, options):
    controls = ControlSet(context, dialog)
    chosen_previous = [options.previous]

    def choose():
        url = ask_file_to_open(context, "Last period's workbook", chosen_previous[0])
        if url:
            chosen_previous[0] = url
            previous.setText(uno.fileUrlToSystemPath(url))

    def forget():
        chosen_previous[0] = ""
        previous.setText("")

    rows = []
    rows.append((controls.label(0, "Your ~name"), name := controls.field(0, "Who accepts findings")))
    rows.append((controls.label(0, ""), asks := controls.tick(0, "List changes and ~wait for my ticks before changing anything")))
    rows.append((controls.label(0, "~Judge from the day"), as_at := controls.field(0, "Such as 2016-05-31; empty: the workbook's own period end")))
    rows.append((controls.label(0, "Workbook ~kind"), kind := controls.field(0, "Such as risk-register; empty: recognised from the headers")))
    rows.append((controls.label(0, "Last ~period's workbook"), previous := controls.field(0, "Turns on the rules about two periods", ReadOnly=True)))
    choose_button = controls.button(0, "~Choose...", choose)
    forget_button = controls.button(0, "~Forget it", forget)
    ok = controls.button(0, "OK", lambda: None, PushButtonType=OK, DefaultButton=True)
    cancel = controls.button(0, "Cancel", lambda: None, PushButtonType=CANCEL)
    name.setText(options.name)
    asks.setState(int(options.asks_first))
    as_at.setText(options.as_at)
    kind.setText(options.template)
    previous.setText(uno.fileUrlToSystemPath(options.previous) if options.previous else "")

    toolkit = context.getServiceManager().createInstanceWithContext("com.sun.star.awt.Toolkit", context)
    dialog.createPeer(toolkit, frame.getContainerWindow())
    line = height_of(ok)
    y = MARGIN
    for label, control in rows:
        place(label, MARGIN, y + 4, 160, line)
        place(control, MARGIN + 165, y, 400, line)
        y += line + 8
    place(choose_button, MARGIN + 165, y, 110, line)
    place(forget_button, MARGIN + 285, y, 110, line)
    y += line + 20
    place(ok, MARGIN + 335, y, 110, line)
    place(cancel, MARGIN + 455, y, 110, line)
    area = frame.getContainerWindow().getPosSize()
    place(dialog, area.X + max((area.Width - 589) // 2, 0), area.Y + 150, 589, y + line + MARGIN)
    if dialog.execute() != 1:
        return None
    return replace(options, name=name.getText().strip(), asks_first=bool(asks.getState()), as_at=as_at.getText().strip(),
                   template=kind.getText().strip(), previous=chosen_previous[0])
