Attribute VB_Name = "Scorebook"
' scorebook.bas - Refresh, Check and Undo for Excel where neither add-ins nor installers are allowed.
'
' A copy of the open workbook goes to scorebook.exe, which says what should change; the cells are changed here, each only if
' it still holds what the copy held. There is no rule about workbooks on this side. README.md says how to set it up.
'
' Lines between #If LIBREOFFICE and #End If are for LibreOffice, which reads them; Excel doesn't know the name and passes over
' them. Nothing else here is of one of the two alone.
Option Explicit

' Where scorebook.exe is. Empty: what the environment variable SCOREBOOK_PROGRAM says, else beside the workbook this module is
' in, else in the folder Scorebook of the programs' folders.
Private Const PROGRAM_PLACE As String = ""
' Seconds until a program that doesn't answer is given up.
Private Const PATIENCE As Long = 300

' Excel's own names for these aren't known everywhere.
Private Const CALCULATION_MANUAL As Long = -4135
Private Const NO_COLOUR As Long = -4142

' What the program found: one line of its answer a finding.
Private findingCount As Long
Private findings() As String

' What it would change: a row a change, and what each column of it holds. (A Type would say it better, but LibreOffice forgets those
' when a macro ends, and Undo is another.) A content is Empty, a number, a text, True or False, or Null for an error value.
Private Enum ChangeColumn
    itsAnswer = 1 ' the answer's line
    itsSheet
    itsPlace
    itsKind
    itsBefore
    itsAfter
    itsFill
    itsOutcome
    wasMade
    ' What was in the cell, for undo.
    oldContent
    oldFormat
    wroteFill
    hadFill
    oldColour
End Enum
Private changeCount As Long
Private changes() As Variant
' The workbook they are for, and how many were made and can be undone.
Private changedBook As Object
Private madeCount As Long
' The sheet of the last change looked at: finding it takes longer than all else.
Private sheetName As String
Private sheetFound As Object
Private sheetIsProtected As Boolean

Private replyStatus As String
Private replyError As String
Private errorCount As Long
Private warningCount As Long

' ---- What an officer starts ----

Public Sub ScorebookRefresh()
    MsgBox ScorebookRefreshText(), vbInformation, "Scorebook"
    ShowLists
    OfferUndo
End Sub

Public Sub ScorebookCheck()
    MsgBox ScorebookCheckText(), vbInformation, "Scorebook"
    ShowLists
End Sub

Public Sub ScorebookUndo()
    MsgBox ScorebookUndoText(), vbInformation, "Scorebook"
End Sub

' ---- The same without a word on the screen, for macros of your own: what there is to say is the result ----

Public Function ScorebookRefreshText() As String
    Dim book As Object
    Dim changed As Long
    Dim problem As String
    ScorebookRefreshText = WhyNot()
    If ScorebookRefreshText <> "" Then Exit Function
    Set book = ActiveWorkbook
    If IsReadOnlyBook(book) Then
        ScorebookRefreshText = "This workbook is open read-only, so nothing was changed. Save a copy and refresh that."
        Exit Function
    End If
    problem = AskProgram(book)
    If problem = "" Then problem = ApplyChanges(book, changed)
    If problem <> "" Then
        ScorebookRefreshText = problem & " Nothing was changed."
        Exit Function
    End If
    ScorebookRefreshText = Counted(changed, "cell") & " changed. " & LeftOutText() & FoundText()
End Function

Public Function ScorebookCheckText() As String
    Dim problem As String
    Dim proposed As Long
    Dim i As Long
    ScorebookCheckText = WhyNot()
    If ScorebookCheckText <> "" Then Exit Function
    problem = AskProgram(ActiveWorkbook)
    If problem <> "" Then
        ScorebookCheckText = problem & " Nothing was changed."
        Exit Function
    End If
    For i = 1 To changeCount
        If changes(i, itsKind) <> "cached" Then proposed = proposed + 1
    Next i
    ScorebookCheckText = "Nothing was changed; Refresh would change " & Counted(proposed, "cell") & ". " & FoundText()
End Function

' Puts back what the last refresh replaced, but for cells that somebody has changed since.
Public Function ScorebookUndoText() As String
    Dim restored As Long
    Dim skipped As Long
    Dim i As Long
    Dim cell As Object
    If madeCount = 0 Then
        ScorebookUndoText = "There is nothing to undo."
        Exit Function
    End If
    On Error GoTo failed
    Quieten True
    For i = changeCount To 1 Step -1
        If changes(i, wasMade) Then
            Set cell = CellOf(i)
            If CanPutBack(cell, i) Then
                PutBack cell, i
                restored = restored + 1
            Else
                skipped = skipped + 1
            End If
        End If
    Next i
    madeCount = 0
    Quieten False
    ScorebookUndoText = Counted(restored, "cell") & " put back."
    If skipped > 0 Then ScorebookUndoText = ScorebookUndoText & " " & Counted(skipped, "cell") & " left alone: changed since, protected or gone."
    Exit Function
failed:
    Quieten False
    ScorebookUndoText = "Not all could be put back: " & Err.Description
End Function

' The changes as lines "Sheet!A1<tab>before<tab>after<tab>outcome", and the findings as "ERROR<tab>Sheet!A1<tab>what".
Public Function ScorebookChangeList() As String
    Dim i As Long
    For i = 1 To changeCount
        ScorebookChangeList = ScorebookChangeList & changes(i, itsSheet) & "!" & changes(i, itsPlace) & vbTab & Shown(changes(i, itsBefore)) & vbTab & _
            Shown(changes(i, itsAfter)) & vbTab & changes(i, itsOutcome) & vbLf
    Next i
End Function

Public Function ScorebookFindingList() As String
    Dim i As Long
    For i = 1 To findingCount
        ScorebookFindingList = ScorebookFindingList & UCase(TextOf(findings(i), "severity")) & vbTab & _
            PlaceText(TextOf(findings(i), "sheet"), TextOf(findings(i), "cell")) & vbTab & TextOf(findings(i), "message") & vbLf
    Next i
End Function

' ---- Asking the program ----

' Why there is nothing to begin with; empty when there is.
Private Function WhyNot() As String
    If ActiveWorkbook Is Nothing Then
        WhyNot = "Open a workbook first."
    ElseIf ProgramPath() = "" Then
        WhyNot = "The program scorebook.exe was not found. Put it beside the workbook this macro is in, or say at the top of the macro where it is."
    End If
End Function

Private Function ProgramPath() As String
    Dim places(1 To 5) As String
    Dim i As Long
    places(1) = PROGRAM_PLACE
    places(2) = Environ("SCOREBOOK_PROGRAM")
    places(3) = InFolder(ThisWorkbook.Path, "scorebook.exe")
    places(4) = InFolder(Environ("LOCALAPPDATA"), "Scorebook\scorebook.exe")
    places(5) = InFolder(Environ("ProgramFiles"), "Scorebook\scorebook.exe")
    For i = 1 To 5
        If IsFile(places(i)) Then
            ProgramPath = places(i)
            Exit Function
        End If
    Next i
End Function

Private Function InFolder(ByVal folder As String, ByVal file As String) As String
    If folder <> "" Then InFolder = folder & Application.PathSeparator & file
End Function

Private Function IsFile(ByVal path As String) As Boolean
    On Error Resume Next ' a drive that isn't there, a web address
    If path <> "" Then IsFile = Dir(path) <> ""
End Function

' Fills the lists of findings and changes. What went wrong is the result, in a sentence; empty when all went well.
Private Function AskProgram(ByVal book As Object) As String
    Dim copy As String
    Dim reply As String
    Dim doing As String
    ForgetReply
    On Error GoTo failed
    Application.StatusBar = "Scorebook: copying the workbook"
    doing = "The workbook could not be copied"
    copy = NewTemporaryName(Extension(book.Name))
    reply = copy & ".json"
    SaveCopy book, copy
    Application.StatusBar = "Scorebook: checking"
    doing = "The program scorebook.exe could not be started"
    Shell """" & ProgramPath() & """ refresh --dry-run --format json --fail-on never --reply """ & reply & """ """ & copy & """", 0
    doing = "The program's answer could not be read"
    If WaitedFor(reply) Then
        ReadReply reply
        If replyStatus <> "ok" Then AskProgram = AsSentence(replyError)
    Else
        AskProgram = "The program scorebook.exe gave no answer."
    End If
    RemoveFile reply
    RemoveFile copy
    Application.StatusBar = False
    Exit Function
failed:
    AskProgram = doing & ": " & AsSentence(Err.Description)
    RemoveFile reply
    RemoveFile copy
    Application.StatusBar = False
End Function

Private Function Extension(ByVal name As String) As String
    Extension = ".xlsx"
    If InStrRev(name, ".") > 0 Then Extension = Mid(name, InStrRev(name, "."))
End Function

Private Function NewTemporaryName(ByVal ending As String) As String
    Dim folder As String
    Dim number As Long
    folder = Environ("TEMP")
    If folder = "" Then folder = Environ("TMPDIR")
    If folder = "" Then folder = "/tmp"
    Randomize
    Do
        number = Int(Rnd() * 900000000) + 100000000
        NewTemporaryName = InFolder(folder, "scorebook-" & number & ending)
    Loop While IsFile(NewTemporaryName)
End Function

' The workbook as it is now, unsaved edits too; its name and whether it counts as changed stay.
Private Sub SaveCopy(ByVal book As Object, ByVal path As String)
#If LIBREOFFICE Then
    ' Its SaveCopyAs writes an .xls, whatever the name.
    Dim how(0) As Object
    how(0) = CreateUnoStruct("com.sun.star.beans.PropertyValue")
    how(0).Name = "FilterName"
    how(0).Value = "Calc MS Excel 2007 XML"
    ThisComponent.storeToURL ConvertToURL(path), how()
    Exit Sub
#End If
    book.SaveCopyAs path
End Sub

' The answer appears whole or not at all.
Private Function WaitedFor(ByVal path As String) As Boolean
    Dim started As Date
    started = Now
    Do While Not IsFile(path)
        DoEvents
        If DateDiff("s", started, Now) > PATIENCE Then Exit Function
    Loop
    WaitedFor = True
End Function

Private Sub RemoveFile(ByVal path As String)
    On Error Resume Next ' it may not be there
    If IsFile(path) Then Kill path
End Sub

' ---- Reading the answer (scorebook --reply): JSON in ASCII, a line for each key and for each item of a list ----

Private Sub ForgetReply()
    findingCount = 0
    changeCount = 0
    madeCount = 0
    errorCount = 0
    warningCount = 0
    replyStatus = ""
    replyError = "the program's answer is not complete"
End Sub

Private Sub ReadReply(ByVal path As String)
    Dim file As Integer
    Dim line As String
    Dim key As String ' of the answer; the lines of a list follow its key's
    Dim changeLines() As String
    Dim severity As String
    Dim i As Long
    file = FreeFile
    Open path For Input As #file
    Do While Not EOF(file)
        Line Input #file, line
        If Left(line, 1) = """" Then
            key = Mid(line, 2, InStr(2, line, """") - 2)
            If key = "status" Then replyStatus = TextOf(line, key)
            If key = "error" Then replyError = TextOf(line, key)
        ElseIf key = "changes" And Left(line, 1) = "{" Then
            AddLine changeLines, changeCount, line
        ElseIf key = "findings" And Left(line, 1) = "{" Then
            AddLine findings, findingCount, line
            severity = TextOf(line, "severity")
            If severity = "error" Then errorCount = errorCount + 1
            If severity = "warning" Then warningCount = warningCount + 1
        End If
    Loop
    Close #file
    If changeCount > 0 Then ReDim changes(1 To changeCount, 1 To oldColour)
    For i = 1 To changeCount
        changes(i, itsAnswer) = changeLines(i)
        changes(i, itsSheet) = TextOf(changeLines(i), "sheet")
        changes(i, itsPlace) = TextOf(changeLines(i), "cell")
        changes(i, itsKind) = TextOf(changeLines(i), "kind")
        changes(i, itsBefore) = ContentOf(changeLines(i), "before")
        changes(i, itsAfter) = ContentOf(changeLines(i), "after")
        changes(i, itsFill) = TextOf(changeLines(i), "fill")
    Next i
End Sub

Private Sub AddLine(ByRef lines() As String, ByRef count As Long, ByVal line As String)
    count = count + 1
    If count = 1 Then
        ReDim lines(1 To 64)
    ElseIf count > UBound(lines) Then
        ReDim Preserve lines(1 To 2 * count)
    End If
    lines(count) = line
End Sub

' The text a key has in a line; empty when there is none. Quotes within texts have a backslash, so that nothing in them looks like
' a key.
Private Function TextOf(ByRef line As String, ByVal key As String) As String
    Dim found As Long
    found = InStr(line, """" & key & """:""")
    If found > 0 Then TextOf = TextAt(line, found + Len(key) + 3)
End Function

Private Function ContentOf(ByRef line As String, ByVal key As String) As Variant
    Dim start As Long
    start = InStr(line, """" & key & """:") + Len(key) + 3
    Select Case Mid(line, start, 1)
        Case """"
            ContentOf = TextAt(line, start)
        Case "{"
            ContentOf = Null
        Case "n"
            ContentOf = Empty
        Case "t"
            ContentOf = True
        Case "f"
            ContentOf = False
        Case Else
            ContentOf = CDbl(Val(Mid(line, start, 30))) ' Val knows no other decimal sign than the point, and ends at the comma
    End Select
End Function

' The text whose opening quote is at `start`. All letters that aren't ASCII are \u escapes.
Private Function TextAt(ByRef line As String, ByVal start As Long) As String
    Dim from As Long
    Dim quote As Long
    Dim slash As Long
    from = start + 1
    quote = InStr(from, line, """")
    slash = InStr(from, line, "\")
    Do While slash > 0 And slash < quote
        TextAt = TextAt & Mid(line, from, slash - from)
        from = slash + 2
        Select Case Mid(line, slash + 1, 1)
            Case "n"
                TextAt = TextAt & vbLf
            Case "r"
                TextAt = TextAt & vbCr
            Case "t"
                TextAt = TextAt & vbTab
            Case "b"
                TextAt = TextAt & Chr(8)
            Case "f"
                TextAt = TextAt & Chr(12)
            Case "u"
                TextAt = TextAt & ChrW(CLng("&H" & Mid(line, slash + 2, 4)))
                from = slash + 6
            Case Else
                TextAt = TextAt & Mid(line, slash + 1, 1)
        End Select
        If quote < from Then quote = InStr(from, line, """")
        slash = InStr(from, line, "\")
    Loop
    TextAt = TextAt & Mid(line, from, quote - from)
End Function

' ---- Changing cells ----

' All of them or, when something goes wrong, none; `changed` is how many. What went wrong is the result.
Private Function ApplyChanges(ByVal book As Object, ByRef changed As Long) As String
    Dim i As Long
    Dim cell As Object
    Dim held As Variant
    Dim reason As String
    Set changedBook = book
    On Error GoTo failed
    Quieten True
    For i = 1 To changeCount
        If changes(i, itsKind) = "cached" Then
            changes(i, itsOutcome) = "calculated by the workbook"
        Else
            Set cell = CellOf(i)
            held = HeldContent(cell)
            reason = WhyLeftOut(cell, held, i)
            If reason = "" Then
                MakeChange cell, held, i
                changes(i, itsOutcome) = "changed"
            Else
                changes(i, itsOutcome) = "left out: " & reason
            End If
        End If
    Next i
    Quieten False
    changed = madeCount
    Exit Function
failed:
    ApplyChanges = "A cell could not be changed: " & AsSentence(Err.Description)
    PutAllBack
    Quieten False
End Function

Private Sub PutAllBack()
    Dim i As Long
    On Error Resume Next ' each cell for itself
    For i = changeCount To 1 Step -1
        If changes(i, wasMade) Then PutBack CellOf(i), i
    Next i
    madeCount = 0
End Sub

' Neither painting, events nor calculation while cells change.
Private Sub Quieten(ByVal isQuiet As Boolean)
    Static calculation As Long
    Static hadEvents As Boolean
    On Error Resume Next ' not every host has all of these
    sheetName = ""
    Set sheetFound = Nothing
    If isQuiet Then
        calculation = Application.Calculation
        hadEvents = Application.EnableEvents
        Application.ScreenUpdating = False
        Application.EnableEvents = False
        Application.Calculation = CALCULATION_MANUAL
    Else
        Application.Calculation = calculation
        Application.EnableEvents = hadEvents
        Application.ScreenUpdating = True
    End If
End Sub

' The cell of a change; Nothing when it is gone.
Private Function CellOf(ByVal i As Long) As Object
    On Error GoTo gone
    If changes(i, itsSheet) <> sheetName Then
        sheetName = changes(i, itsSheet)
        Set sheetFound = Nothing
        Set sheetFound = changedBook.Worksheets(sheetName)
        sheetIsProtected = sheetFound.ProtectContents
    End If
    If Not sheetFound Is Nothing Then Set CellOf = sheetFound.Range(changes(i, itsPlace))
gone:
End Function

Private Function WhyLeftOut(ByVal cell As Object, ByRef held As Variant, ByVal i As Long) As String
    If cell Is Nothing Then
        WhyLeftOut = "the sheet is gone"
    ElseIf IsProtectedCell(cell) Then
        WhyLeftOut = "the sheet is protected"
    ElseIf changes(i, itsKind) = "fill" Then
        If FillText(cell) <> UCase(Shown(changes(i, itsBefore))) And Not IsEmpty(changes(i, itsBefore)) Then WhyLeftOut = "its colour was changed meanwhile"
    ElseIf cell.HasFormula Then
        WhyLeftOut = "it holds a formula"
    ElseIf IsNull(changes(i, itsAfter)) Then
        WhyLeftOut = "an error value is for formulas"
    ElseIf Not SameContent(held, changes(i, itsBefore)) Then
        WhyLeftOut = "it was changed meanwhile"
    End If
End Function

Private Function IsProtectedCell(ByVal cell As Object) As Boolean
    If sheetIsProtected Then IsProtectedCell = cell.Locked
End Function

Private Function IsReadOnlyBook(ByVal book As Object) As Boolean
    On Error Resume Next ' LibreOffice's workbooks don't say
    IsReadOnlyBook = book.ReadOnly
#If LIBREOFFICE Then
    IsReadOnlyBook = ThisComponent.isReadonly()
#End If
End Function

' What is in the cell: dates and money as the numbers they are.
Private Function HeldContent(ByVal cell As Object) As Variant
    On Error Resume Next
    HeldContent = cell.Value
    HeldContent = cell.Value2 ' Excel alone has it
End Function

Private Function SameContent(ByVal held As Variant, ByVal expected As Variant) As Boolean
    If VarType(held) = vbDouble And VarType(expected) = vbDouble Then
        SameContent = Abs(held - expected) <= Abs(expected) * 0.000000000001
    ElseIf IsNull(expected) Or IsError(held) Then
        SameContent = IsNull(expected) And IsError(held)
    ElseIf IsEmpty(expected) Then
        SameContent = IsEmpty(held)
        If VarType(held) = vbString Then SameContent = (held = "")
    ElseIf VarType(expected) = vbString Then
        If IsEmpty(held) Then SameContent = (expected = "")
        If VarType(held) = vbString Then SameContent = (PlainLines(held) = PlainLines(expected))
    ElseIf Not IsEmpty(held) And VarType(held) <> vbString Then
        SameContent = Abs(CDbl(held) - CDbl(expected)) <= Abs(CDbl(expected)) * 0.000000000001
    End If
End Function

Private Function PlainLines(ByVal text As String) As String
    PlainLines = Replace(Replace(text, vbCrLf, vbLf), vbCr, vbLf)
End Function

Private Sub MakeChange(ByVal cell As Object, ByRef held As Variant, ByVal i As Long)
    Dim colour As String
    changes(i, oldContent) = held
    changes(i, oldFormat) = cell.NumberFormat
    colour = changes(i, itsFill)
    If changes(i, itsKind) = "fill" Then colour = Shown(changes(i, itsAfter))
    changes(i, wroteFill) = (colour <> "" Or changes(i, itsKind) = "fill")
    ' Asking for a colour takes longer than writing one.
    If changes(i, wroteFill) Then
        changes(i, hadFill) = cell.Interior.ColorIndex <> NO_COLOUR
        If changes(i, hadFill) Then changes(i, oldColour) = cell.Interior.Color
    End If
    changes(i, wasMade) = True
    madeCount = madeCount + 1
    If changes(i, itsKind) <> "fill" Then
        ' A number in a cell for text would be a text again.
        If changes(i, oldFormat) = "@" And VarType(changes(i, itsAfter)) <> vbString Then cell.NumberFormat = "General"
        WriteContent cell, changes(i, itsAfter)
    End If
    If colour <> "" Then
        cell.Interior.Color = ColourNumber(colour)
    ElseIf changes(i, wroteFill) Then
        cell.Interior.ColorIndex = NO_COLOUR
    End If
End Sub

Private Sub WriteContent(ByVal cell As Object, ByRef content As Variant)
    If IsEmpty(content) Then
        cell.ClearContents
    ElseIf VarType(content) = vbString Then
        cell.Value = LiteralText(content)
    Else
        cell.Value = content
    End If
End Sub

' With an apostrophe where Excel would take the text for something else.
Private Function LiteralText(ByVal text As String) As String
    LiteralText = text
    If text = "" Or Len(text) > 100 And InStr("=+-@'", Left(text, 1)) = 0 Then Exit Function
    If InStr("=+-@'", Left(text, 1)) > 0 Or IsNumeric(text) Or IsDate(text) Or UCase(text) = "TRUE" Or UCase(text) = "FALSE" Then LiteralText = "'" & text
End Function

Private Function CanPutBack(ByVal cell As Object, ByVal i As Long) As Boolean
    If cell Is Nothing Then Exit Function
    If IsProtectedCell(cell) Then Exit Function
    If changes(i, itsKind) = "fill" Then
        CanPutBack = SameContent(HeldContent(cell), changes(i, oldContent))
    Else
        CanPutBack = SameContent(HeldContent(cell), changes(i, itsAfter))
    End If
End Function

Private Sub PutBack(ByVal cell As Object, ByVal i As Long)
    If changes(i, itsKind) <> "fill" Then
        If cell.NumberFormat <> changes(i, oldFormat) Then cell.NumberFormat = changes(i, oldFormat)
        WriteContent cell, changes(i, oldContent)
        If VarType(changes(i, oldContent)) = vbString Then
            ' One that looks like a number may have brought a format of its own.
            If cell.NumberFormat <> changes(i, oldFormat) Then cell.NumberFormat = changes(i, oldFormat)
        End If
    End If
    If changes(i, hadFill) Then
        cell.Interior.Color = changes(i, oldColour)
    ElseIf changes(i, wroteFill) Then
        cell.Interior.ColorIndex = NO_COLOUR
    End If
    changes(i, wasMade) = False
End Sub

' "RRGGBB" as the number Excel has for it, and back; empty: none of its own.
Private Function ColourNumber(ByVal colour As String) As Long
    ColourNumber = CLng("&H" & Mid(colour, 1, 2)) + CLng("&H" & Mid(colour, 3, 2)) * 256 + CLng("&H" & Mid(colour, 5, 2)) * 65536
End Function

Private Function FillText(ByVal cell As Object) As String
    Dim number As Long
    If cell.Interior.ColorIndex = NO_COLOUR Then Exit Function
    number = cell.Interior.Color
    FillText = TwoDigits(number Mod 256) & TwoDigits((number \ 256) Mod 256) & TwoDigits(number \ 65536)
End Function

Private Function TwoDigits(ByVal number As Long) As String
    TwoDigits = Right("0" & Hex(number), 2)
End Function

Private Sub OfferUndo()
    On Error Resume Next ' LibreOffice keeps undo steps of its own
    If madeCount > 0 Then Application.OnUndo "Undo Scorebook's refresh", "ScorebookUndo"
End Sub

' ---- Telling ----

Private Function LeftOutText() As String
    Dim i As Long
    Dim count As Long
    For i = 1 To changeCount
        If Left(changes(i, itsOutcome), 8) = "left out" Then count = count + 1
    Next i
    If count > 0 Then LeftOutText = Counted(count, "change") & " left out; the list says why. "
End Function

Private Function FoundText() As String
    If errorCount + warningCount = 0 Then
        FoundText = "No errors or warnings."
    Else
        FoundText = Counted(errorCount, "error") & " and " & Counted(warningCount, "warning") & "."
    End If
End Function

Private Function Counted(ByVal count As Long, ByVal one As String) As String
    Counted = count & " " & one
    If count <> 1 Then Counted = Counted & "s"
End Function

Private Function AsSentence(ByVal text As String) As String
    AsSentence = UCase(Left(text, 1)) & Mid(text, 2)
    If InStr(".!?", Right(text, 1)) = 0 Then AsSentence = AsSentence & "."
End Function

Private Function Shown(ByVal content As Variant) As String
    If IsNull(content) Then
        Shown = "an error"
    ElseIf Not IsEmpty(content) Then
        Shown = CStr(content)
    End If
End Function

Private Function PlaceText(ByVal sheet As String, ByVal cell As String) As String
    PlaceText = sheet
    If cell <> "" Then PlaceText = sheet & "!" & cell
End Function

' Findings and changes in a new workbook, so that the officer's own has nothing of it. Nothing to list, nothing is opened.
Private Sub ShowLists()
    Dim list As Object
    Dim texts() As String
    Dim target As String
    Dim row As Long
    Dim heading As Long ' of the changes
    Dim i As Long
    If findingCount + changeCount = 0 Then Exit Sub
    If ActiveWorkbook.Path <> "" Then target = "[" & ActiveWorkbook.FullName & "]"
    ReDim texts(1 To findingCount + changeCount + 3, 1 To 5)
    row = 1
    FillRow texts, row, "How bad", "Where", "Entry", "What", "What to do"
    For i = 1 To findingCount
        row = row + 1
        FillRow texts, row, TextOf(findings(i), "severity"), LinkText(target, TextOf(findings(i), "sheet"), TextOf(findings(i), "cell")), _
            TextOf(findings(i), "record"), TextOf(findings(i), "message"), TextOf(findings(i), "advice")
    Next i
    If changeCount > 0 Then
        row = row + 2
        heading = row
        FillRow texts, row, "Outcome", "Where", "Before", "After", "Why"
    End If
    For i = 1 To changeCount
        row = row + 1
        FillRow texts, row, changes(i, itsOutcome), LinkText(target, changes(i, itsSheet), changes(i, itsPlace)), Shown(changes(i, itsBefore)), _
            Shown(changes(i, itsAfter)), TextOf(changes(i, itsAnswer), "because")
    Next i
    Set list = Application.Workbooks.Add().Worksheets(1)
    list.Range("A1:E" & row).Formula = texts
    list.Range("A1:E1").Font.Bold = True
    If heading > 0 Then list.Range("A" & heading & ":E" & heading).Font.Bold = True
    list.Columns(1).ColumnWidth = 22
    list.Columns(2).ColumnWidth = 24
    list.Columns(3).ColumnWidth = 14
    list.Columns(4).ColumnWidth = 70
    list.Columns(5).ColumnWidth = 60
    list.Range("A1:E" & row).WrapText = True
End Sub

' The second text is a formula or literal already.
Private Sub FillRow(ByRef texts() As String, ByVal row As Long, ByVal a As String, ByVal b As String, ByVal c As String, ByVal d As String, ByVal e As String)
    texts(row, 1) = LiteralText(a)
    texts(row, 2) = b
    texts(row, 3) = LiteralText(c)
    texts(row, 4) = LiteralText(d)
    texts(row, 5) = LiteralText(e)
End Sub

' The place, to be clicked on when the workbook has a file to go to.
Private Function LinkText(ByVal file As String, ByVal sheet As String, ByVal place As String) As String
    Dim target As String
    LinkText = LiteralText(PlaceText(sheet, place))
    If file = "" Or place = "" Then Exit Function
    target = file & "'" & Replace(sheet, "'", "''") & "'!" & place
    If Len(target) > 250 Then Exit Function ' longer texts can't stand in a formula
    LinkText = "=HYPERLINK(""" & Replace(target, """", """""") & """,""" & Replace(PlaceText(sheet, place), """", """""") & """)"
End Function
