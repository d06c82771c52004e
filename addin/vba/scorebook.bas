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

' What the program found: one entry a finding.
Private findingCount As Long
Private findingSeverity() As String
Private findingSheet() As String
Private findingCell() As String
Private findingRecord() As String
Private findingMessage() As String
Private findingAdvice() As String

' What it would change: one entry a cell. A content is Empty, a number, a text, True or False, or Null for an error value.
Private changeCount As Long
Private changeSheet() As String
Private changeCell() As String
Private changeKind() As String
Private changeBefore() As Variant
Private changeAfter() As Variant
Private changeFill() As String
Private changeWhy() As String
Private changeOutcome() As String

Private replyStatus As String
Private replyError As String
Private errorCount As Long
Private warningCount As Long

' What the last refresh replaced, for undo.
Private undoBook As Object
Private undoCount As Long
Private undoSheet() As String
Private undoCell() As String
Private undoContent() As Variant
Private undoFormat() As String
Private undoHadFill() As Boolean
Private undoFill() As Long
Private undoWrote() As Variant
Private undoWroteFill() As Boolean

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
        If changeKind(i) <> "cached" Then proposed = proposed + 1
    Next i
    ScorebookCheckText = "Nothing was changed; Refresh would change " & Counted(proposed, "cell") & ". " & FoundText()
End Function

' Puts back what the last refresh replaced, but for cells that somebody has changed since.
Public Function ScorebookUndoText() As String
    Dim restored As Long
    Dim skipped As Long
    Dim i As Long
    Dim cell As Object
    If undoCount = 0 Then
        ScorebookUndoText = "There is nothing to undo."
        Exit Function
    End If
    On Error GoTo failed
    Quieten True
    For i = undoCount To 1 Step -1
        Set cell = CellAt(undoBook, undoSheet(i), undoCell(i))
        If cell Is Nothing Then
            skipped = skipped + 1
        ElseIf Not SameContent(HeldContent(cell), undoWrote(i)) Or IsProtectedCell(cell) Then
            skipped = skipped + 1
        Else
            RestoreCell i
            restored = restored + 1
        End If
    Next i
    undoCount = 0
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
        ScorebookChangeList = ScorebookChangeList & changeSheet(i) & "!" & changeCell(i) & vbTab & Shown(changeBefore(i)) & vbTab & _
            Shown(changeAfter(i)) & vbTab & changeOutcome(i) & vbLf
    Next i
End Function

Public Function ScorebookFindingList() As String
    Dim i As Long
    For i = 1 To findingCount
        ScorebookFindingList = ScorebookFindingList & UCase(findingSeverity(i)) & vbTab & PlaceText(findingSheet(i), findingCell(i)) & vbTab & _
            findingMessage(i) & vbLf
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
    undoCount = 0
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

' ---- Reading the answer: JSON with one key a line (scorebook --reply) ----

Private Sub ForgetReply()
    findingCount = 0
    changeCount = 0
    errorCount = 0
    warningCount = 0
    replyStatus = ""
    replyError = "the program's answer is not complete"
End Sub

Private Sub ReadReply(ByVal path As String)
    Dim file As Integer
    Dim text As String
    Dim depth As Long
    Dim list As String  ' the list of the answer we are in
    Dim inner As String ' the key whose object we are in, inside an item of it
    Dim key As String
    file = FreeFile
    Open path For Input As #file
    Do While Not EOF(file)
        Line Input #file, text
        If Right(text, 1) = "," Then text = Left(text, Len(text) - 1)
        If text = "{" Or text = "[" Then
            depth = depth + 1
            If depth = 3 And list = "findings" Then AddFinding
            If depth = 3 And list = "changes" Then AddChange
        ElseIf text = "}" Or text = "]" Then
            depth = depth - 1
            If depth = 1 Then list = ""
            If depth = 3 Then inner = ""
        ElseIf Left(text, 1) = """" And InStr(text, """: ") > 0 Then
            key = Mid(text, 2, InStr(2, text, """") - 2)
            text = Mid(text, Len(key) + 5)
            If text = "{" Or text = "[" Then
                If depth = 1 Then list = key
                If depth = 3 Then inner = key
                depth = depth + 1
            ElseIf depth = 1 And key = "status" Then
                replyStatus = Unescaped(text)
            ElseIf depth = 1 And key = "error" Then
                replyError = Unescaped(text)
            ElseIf depth = 3 And list = "findings" Then
                TakeFinding key, text
            ElseIf depth = 3 And list = "changes" Then
                TakeChange key, text
            ElseIf depth = 4 And list = "changes" And key = "error" Then
                If inner = "before" Then changeBefore(changeCount) = Null
                If inner = "after" Then changeAfter(changeCount) = Null
            End If
        End If
    Loop
    Close #file
End Sub

Private Sub AddFinding()
    findingCount = findingCount + 1
    If findingCount = 1 Then
        ReDim findingSeverity(1 To 64)
        ReDim findingSheet(1 To 64)
        ReDim findingCell(1 To 64)
        ReDim findingRecord(1 To 64)
        ReDim findingMessage(1 To 64)
        ReDim findingAdvice(1 To 64)
    ElseIf findingCount > UBound(findingSeverity) Then
        ReDim Preserve findingSeverity(1 To 2 * findingCount)
        ReDim Preserve findingSheet(1 To 2 * findingCount)
        ReDim Preserve findingCell(1 To 2 * findingCount)
        ReDim Preserve findingRecord(1 To 2 * findingCount)
        ReDim Preserve findingMessage(1 To 2 * findingCount)
        ReDim Preserve findingAdvice(1 To 2 * findingCount)
    End If
End Sub

Private Sub TakeFinding(ByVal key As String, ByVal text As String)
    Select Case key
        Case "severity"
            findingSeverity(findingCount) = Unescaped(text)
            If findingSeverity(findingCount) = "error" Then errorCount = errorCount + 1
            If findingSeverity(findingCount) = "warning" Then warningCount = warningCount + 1
        Case "sheet"
            findingSheet(findingCount) = Unescaped(text)
        Case "cell"
            findingCell(findingCount) = Unescaped(text)
        Case "record"
            findingRecord(findingCount) = Unescaped(text)
        Case "message"
            findingMessage(findingCount) = Unescaped(text)
        Case "advice"
            findingAdvice(findingCount) = Unescaped(text)
    End Select
End Sub

Private Sub AddChange()
    changeCount = changeCount + 1
    If changeCount = 1 Then
        ReDim changeSheet(1 To 64)
        ReDim changeCell(1 To 64)
        ReDim changeKind(1 To 64)
        ReDim changeBefore(1 To 64)
        ReDim changeAfter(1 To 64)
        ReDim changeFill(1 To 64)
        ReDim changeWhy(1 To 64)
        ReDim changeOutcome(1 To 64)
    ElseIf changeCount > UBound(changeSheet) Then
        ReDim Preserve changeSheet(1 To 2 * changeCount)
        ReDim Preserve changeCell(1 To 2 * changeCount)
        ReDim Preserve changeKind(1 To 2 * changeCount)
        ReDim Preserve changeBefore(1 To 2 * changeCount)
        ReDim Preserve changeAfter(1 To 2 * changeCount)
        ReDim Preserve changeFill(1 To 2 * changeCount)
        ReDim Preserve changeWhy(1 To 2 * changeCount)
        ReDim Preserve changeOutcome(1 To 2 * changeCount)
    End If
End Sub

Private Sub TakeChange(ByVal key As String, ByVal text As String)
    Select Case key
        Case "sheet"
            changeSheet(changeCount) = Unescaped(text)
        Case "cell"
            changeCell(changeCount) = Unescaped(text)
        Case "kind"
            changeKind(changeCount) = Unescaped(text)
        Case "before"
            changeBefore(changeCount) = ContentOf(text)
        Case "after"
            changeAfter(changeCount) = ContentOf(text)
        Case "fill"
            changeFill(changeCount) = Unescaped(text)
        Case "because"
            changeWhy(changeCount) = Unescaped(text)
    End Select
End Sub

Private Function ContentOf(ByVal text As String) As Variant
    Select Case Left(text, 1)
        Case """"
            ContentOf = Unescaped(text)
        Case "n"
            ContentOf = Empty
        Case "t"
            ContentOf = True
        Case "f"
            ContentOf = False
        Case Else
            ContentOf = CDbl(Val(text)) ' Val knows no other decimal sign than the point
    End Select
End Function

' The text of a JSON string with its quotes. Answers are in ASCII, so all other letters are \u escapes.
Private Function Unescaped(ByVal text As String) As String
    Dim from As Long
    Dim slash As Long
    If Left(text, 1) <> """" Then Exit Function ' null
    text = Mid(text, 2, Len(text) - 2)
    from = 1
    slash = InStr(text, "\")
    Do While slash > 0
        Unescaped = Unescaped & Mid(text, from, slash - from)
        from = slash + 2
        Select Case Mid(text, slash + 1, 1)
            Case "n"
                Unescaped = Unescaped & vbLf
            Case "r"
                Unescaped = Unescaped & vbCr
            Case "t"
                Unescaped = Unescaped & vbTab
            Case "b"
                Unescaped = Unescaped & Chr(8)
            Case "f"
                Unescaped = Unescaped & Chr(12)
            Case "u"
                Unescaped = Unescaped & ChrW(CLng("&H" & Mid(text, slash + 2, 4)))
                from = slash + 6
            Case Else
                Unescaped = Unescaped & Mid(text, slash + 1, 1)
        End Select
        slash = InStr(from, text, "\")
    Loop
    Unescaped = Unescaped & Mid(text, from)
End Function

' ---- Changing cells ----

' All of them or, when something goes wrong, none; `changed` is how many. What went wrong is the result.
Private Function ApplyChanges(ByVal book As Object, ByRef changed As Long) As String
    Dim i As Long
    Dim cell As Object
    Dim reason As String
    undoCount = 0
    Set undoBook = book
    If changeCount = 0 Then Exit Function
    ReDim undoSheet(1 To changeCount)
    ReDim undoCell(1 To changeCount)
    ReDim undoContent(1 To changeCount)
    ReDim undoFormat(1 To changeCount)
    ReDim undoHadFill(1 To changeCount)
    ReDim undoFill(1 To changeCount)
    ReDim undoWrote(1 To changeCount)
    ReDim undoWroteFill(1 To changeCount)
    On Error GoTo failed
    Quieten True
    For i = 1 To changeCount
        If changeKind(i) = "cached" Then
            changeOutcome(i) = "calculated by the workbook"
        Else
            Set cell = CellAt(book, changeSheet(i), changeCell(i))
            reason = WhyLeftOut(cell, i)
            If reason = "" Then
                PutChange cell, i
                changeOutcome(i) = "changed"
                changed = changed + 1
            Else
                changeOutcome(i) = "left out: " & reason
            End If
        End If
    Next i
    Quieten False
    Exit Function
failed:
    ApplyChanges = "A cell could not be changed: " & AsSentence(Err.Description)
    PutAllBack
    changed = 0
    Quieten False
End Function

Private Sub PutAllBack()
    Dim i As Long
    On Error Resume Next ' each cell for itself
    For i = undoCount To 1 Step -1
        RestoreCell i
    Next i
    undoCount = 0
End Sub

' Neither painting, events nor calculation while cells change.
Private Sub Quieten(ByVal isQuiet As Boolean)
    Static calculation As Long
    Static hadEvents As Boolean
    On Error Resume Next ' not every host has all of these
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

Private Function CellAt(ByVal book As Object, ByVal sheet As String, ByVal place As String) As Object
    On Error Resume Next ' a sheet that is gone
    Set CellAt = book.Worksheets(sheet).Range(place)
End Function

Private Function WhyLeftOut(ByVal cell As Object, ByVal i As Long) As String
    If cell Is Nothing Then
        WhyLeftOut = "the sheet is gone"
    ElseIf IsProtectedCell(cell) Then
        WhyLeftOut = "the sheet is protected"
    ElseIf changeKind(i) = "fill" Then
        If FillText(cell) <> UCase(Shown(changeBefore(i))) And Not IsEmpty(changeBefore(i)) Then WhyLeftOut = "its colour was changed meanwhile"
    ElseIf cell.HasFormula Then
        WhyLeftOut = "it holds a formula"
    ElseIf IsNull(changeAfter(i)) Then
        WhyLeftOut = "an error value is for formulas"
    ElseIf Not SameContent(HeldContent(cell), changeBefore(i)) Then
        WhyLeftOut = "it was changed meanwhile"
    End If
End Function

Private Function IsProtectedCell(ByVal cell As Object) As Boolean
    If cell.Worksheet.ProtectContents Then IsProtectedCell = cell.Locked
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
    If IsNull(expected) Or IsError(held) Then
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

Private Sub PutChange(ByVal cell As Object, ByVal i As Long)
    Dim colour As String
    undoCount = undoCount + 1
    undoSheet(undoCount) = changeSheet(i)
    undoCell(undoCount) = changeCell(i)
    undoContent(undoCount) = HeldContent(cell)
    undoFormat(undoCount) = cell.NumberFormat
    undoHadFill(undoCount) = cell.Interior.ColorIndex <> NO_COLOUR
    undoFill(undoCount) = cell.Interior.Color
    colour = changeFill(i)
    If changeKind(i) = "fill" Then
        colour = Shown(changeAfter(i))
    Else
        WriteContent cell, changeAfter(i)
    End If
    undoWroteFill(undoCount) = (colour <> "" Or changeKind(i) = "fill")
    If colour <> "" Then
        cell.Interior.Color = ColourNumber(colour)
    ElseIf changeKind(i) = "fill" Then
        cell.Interior.ColorIndex = NO_COLOUR
    End If
    undoWrote(undoCount) = HeldContent(cell)
End Sub

Private Sub WriteContent(ByVal cell As Object, ByVal content As Variant)
    If IsEmpty(content) Then
        cell.ClearContents
    ElseIf VarType(content) = vbString Then
        cell.Value = LiteralText(content)
    Else
        ' In a cell for text it would be a text again.
        If cell.NumberFormat = "@" Then cell.NumberFormat = "General"
        cell.Value = content
    End If
End Sub

' With an apostrophe where Excel would take the text for something else.
Private Function LiteralText(ByVal text As String) As String
    LiteralText = text
    If InStr("=+-@'", Left(text, 1)) > 0 Or IsNumeric(text) Or IsDate(text) Or UCase(text) = "TRUE" Or UCase(text) = "FALSE" Then LiteralText = "'" & text
    If text = "" Then LiteralText = ""
End Function

Private Sub RestoreCell(ByVal i As Long)
    Dim cell As Object
    Set cell = CellAt(undoBook, undoSheet(i), undoCell(i))
    If cell.NumberFormat <> undoFormat(i) Then cell.NumberFormat = undoFormat(i)
    If cell.HasFormula Then
        ' Only its colour was changed.
    ElseIf Not SameContent(HeldContent(cell), undoContent(i)) Or VarType(HeldContent(cell)) <> VarType(undoContent(i)) Then
        If IsEmpty(undoContent(i)) Then
            cell.ClearContents
        ElseIf VarType(undoContent(i)) = vbString Then
            cell.Value = LiteralText(undoContent(i))
        Else
            cell.Value = undoContent(i)
        End If
        ' A text that looks like a number may have brought a format of its own.
        If cell.NumberFormat <> undoFormat(i) Then cell.NumberFormat = undoFormat(i)
    End If
    If undoWroteFill(i) Then
        cell.Interior.Color = undoFill(i)
        If Not undoHadFill(i) Then cell.Interior.ColorIndex = NO_COLOUR
    End If
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
    If undoCount > 0 Then Application.OnUndo "Undo Scorebook's refresh", "ScorebookUndo"
End Sub

' ---- Telling ----

Private Function LeftOutText() As String
    Dim i As Long
    Dim count As Long
    For i = 1 To changeCount
        If Left(changeOutcome(i), 8) = "left out" Then count = count + 1
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
    Dim book As Object
    Dim list As Object
    Dim row As Long
    Dim i As Long
    If findingCount + changeCount = 0 Then Exit Sub
    Set book = ActiveWorkbook
    Set list = Application.Workbooks.Add().Worksheets(1)
    FillRow list, 1, "How bad", "Where", "Entry", "What", "What to do"
    row = 1
    For i = 1 To findingCount
        row = row + 1
        FillRow list, row, findingSeverity(i), "", findingRecord(i), findingMessage(i), findingAdvice(i)
        LinkTo list.Cells(row, 2), book, findingSheet(i), findingCell(i)
    Next i
    If changeCount > 0 Then
        row = row + 2
        FillRow list, row, "Outcome", "Where", "Before", "After", "Why"
        list.Range(list.Cells(row, 1), list.Cells(row, 5)).Font.Bold = True
    End If
    For i = 1 To changeCount
        row = row + 1
        FillRow list, row, changeOutcome(i), "", Shown(changeBefore(i)), Shown(changeAfter(i)), changeWhy(i)
        LinkTo list.Cells(row, 2), book, changeSheet(i), changeCell(i)
    Next i
    list.Range("A1:E1").Font.Bold = True
    list.Columns(1).ColumnWidth = 22
    list.Columns(2).ColumnWidth = 24
    list.Columns(3).ColumnWidth = 14
    list.Columns(4).ColumnWidth = 70
    list.Columns(5).ColumnWidth = 60
    list.Range("A1:E" & row).WrapText = True
End Sub

Private Sub FillRow(ByVal list As Object, ByVal row As Long, ByVal a As String, ByVal b As String, ByVal c As String, ByVal d As String, ByVal e As String)
    list.Cells(row, 1).Value = LiteralText(a)
    list.Cells(row, 2).Value = LiteralText(b)
    list.Cells(row, 3).Value = LiteralText(c)
    list.Cells(row, 4).Value = LiteralText(d)
    list.Cells(row, 5).Value = LiteralText(e)
End Sub

' The place, to be clicked on when the workbook has a file to go to.
Private Sub LinkTo(ByVal cell As Object, ByVal book As Object, ByVal sheet As String, ByVal place As String)
    Dim target As String
    cell.Value = LiteralText(PlaceText(sheet, place))
    If book.Path = "" Or place = "" Then Exit Sub
    target = "[" & book.FullName & "]'" & Replace(sheet, "'", "''") & "'!" & place
    If Len(target) > 250 Then Exit Sub ' longer texts can't stand in a formula
    cell.Formula = "=HYPERLINK(""" & Replace(target, """", """""") & """,""" & Replace(PlaceText(sheet, place), """", """""") & """)"
End Sub
