"""Puts some common mistakes into a good report: spoil.py <from.xlsx> <to.xlsx>."""

import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheet = book.active
head = next(cell for row in sheet.iter_rows() for cell in row if str(cell.value or "").startswith("Lũy kế"))
first = head.row + 1
sheet.cell(first, head.column).value = "khoảng 60"
sheet.cell(first + 4, head.column).value = "1,204"
sheet.cell(first + 8, head.column).value = "#REF!"
sheet.cell(first + 8, head.column).data_type = "e"
for column in (2, 3, 4):
    sheet.cell(first + 9, column).value = sheet.cell(first + 6, column).value
book.save(sys.argv[2])
