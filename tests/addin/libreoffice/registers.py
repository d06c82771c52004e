"""Made-up risk registers for the add-in tests: every other risk score is wrong, some words and colours with it."""
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill

HEADERS = ("Ref", "Risk Description", "Risk Type", "Impact", "Likelihood", "Risk Score", "Mitigating Actions", "Residual Impact",
           "Residual Likelihood", "Residual Score", "Risk Owner", "Direction of Travel")


def make_register(path, rows):
    """`rows` risks from row 4; F of every even row is one too high. Row 5 has a comment on the wrong score and K is a formula."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Register"
    sheet["A1"] = "Corporate Risk Register"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = "Quarter 1 2016/17"
    for column, header in enumerate(HEADERS, 1):
        cell = sheet.cell(3, column, header)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="D9E2F3")
        cell.alignment = Alignment(wrap_text=True)
    for row in range(4, 4 + rows):
        number = row - 3
        impact, likelihood = number % 5 + 1, number // 5 % 5 + 1
        residual = max(impact - 1, 1)
        values = (f"CR{number}", f"Failure to deliver savings plan number {number} in the year", "Economic", impact, likelihood,
                  impact * likelihood + (number % 2 == 0), f"Monthly review of plan {number} by the budget board", residual, likelihood,
                  residual * likelihood, "Director of Finance", "Level")
        for column, value in enumerate(values, 1):
            sheet.cell(row, column, value)
    sheet.cell(4 + rows, 2, "Highest score")
    sheet.cell(4 + rows, 6, f"=MAX(F4:F{3 + rows})")
    sheet["F5"].comment = Comment("Agreed with the Head of Audit on 3 May", "J Smith")
    for column, width in zip("ABCDEFGHIJKL", (8, 34, 12, 9, 10, 9, 34, 9, 10, 9, 18, 12)):
        sheet.column_dimensions[column].width = width
    book.save(path)
