"""make_register.py OUT ROWS [rag] - a risk register with a wrong residual score in every second row, as typed values.

With rag every row also has a word on amber: Amber, which should be Red, and in every third row Red, on the wrong colour.
"""
import sys

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import PatternFill

out, rows, has_rag = sys.argv[1], int(sys.argv[2]), len(sys.argv) > 3
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet("Risk Register")
sheet.append(["Corporate Risk Register"])
sheet.append(["Period", "Quarter 1 2016/17"])
sheet.append(["Ref", "Risk Description", "Impact", "Likelihood", "Risk Score", "Residual Impact", "Residual Likelihood",
              "Residual Score", "Risk Owner", *(["RAG"] if has_rag else [])])


def rag_cell(row):
    cell = WriteOnlyCell(sheet, value="Red" if row % 3 == 0 else "Amber")
    cell.fill = PatternFill("solid", fgColor="FFFFC000")
    return cell


for row in range(rows):
    impact, likelihood = 4 + row % 2, 4 + row // 2 % 2
    left = (4, 3)
    score = left[0] * left[1]
    sheet.append([f"CR{row + 1}", f"Risk number {row + 1} of the register comes about", impact, likelihood, impact * likelihood,
                  *left, score if row % 2 else score + 3, "Head of Finance", *([rag_cell(row)] if has_rag else [])])
book.save(out)
