"""Writes a workbook with openpyxl (`write`), or says as JSON what openpyxl finds in one (`dump`): a second opinion on our reader."""

import datetime
import json
import sys

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Border, Font, Side
from openpyxl.worksheet.datavalidation import DataValidation


def write(path):
    """Invented names and figures."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Mẫu 02 & phụ lục"
    sheet["A1"] = "ỦY BAN NHÂN DÂN XÃ HOÀI CHÂU"
    sheet.merge_cells("A1:C1")
    sheet["D1"] = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    sheet.merge_cells("D1:F2")
    sheet.append([])
    sheet.append(["STT", "Họ và tên", "Địa chỉ", "Số điện thoại", "Lũy kế", "Ngày"])
    for i in range(1, 41):
        day = datetime.date(2021, 8, 1) + datetime.timedelta(days=i % 20)
        sheet.append([i, f"Nguyễn Văn {i}", f"Thôn {i % 5}, xã <A> & B", f"09120000{i:02d}", i * 3, day])
    last = sheet.max_row
    sheet.cell(last + 1, 4, "Tổng")
    sheet.cell(last + 1, 5, f"=SUM(E4:E{last})")
    values = [
        (datetime.datetime(2021, 8, 16, 15, 0), "dd/mm/yyyy hh:mm"),
        (datetime.time(15, 0), "h:mm"),
        (0.4285, "0.00%"),
        (1234567.5, "#,##0.00"),
        (912345678, "0000000000"),
        (True, "General"),
        (44424, '[$-42A]dd "tháng" mm yyyy'),
        (-1234, "#,##0;[Red]-#,##0"),
    ]
    for col, (value, code) in enumerate(values, 1):
        cell = sheet.cell(last + 3, col, value)
        cell.number_format = code
    for col, formula in enumerate(["=1/0", "=NA()", '="a"&"b"', '=IF(1,"")', "=A5=1", "=NOW()-NOW()"], 1):
        sheet.cell(last + 4, col, formula)
    sheet["B6"].font = Font(name=".VnTime")
    sheet["B7"].font = Font(name="VNI-Times", bold=True)
    sheet["B8"] = "dòng 1\ndòng 2"
    sheet["B9"] = "  có khoảng trắng  "
    sheet["C9"].comment = Comment("ghi chú", "a")
    sheet.row_dimensions[10].hidden = True
    sheet.column_dimensions["C"].hidden = True
    for row in range(60, 200):
        for col in range(1, 7):
            sheet.cell(row, col).border = Border(top=Side(style="thin"))
    rule = DataValidation(type="whole", operator="greaterThan", formula1="0")
    rule.add("E1:E1048576")
    sheet.add_data_validation(rule)
    sheet.auto_filter.ref = "A4:F44"
    sheet.freeze_panes = "A5"
    book.create_sheet("Ẩn").sheet_state = "hidden"
    book["Ẩn"]["C3"] = 7
    book.create_sheet("Rất ẩn").sheet_state = "veryHidden"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=5, min_row=4, max_row=last))
    book.create_chartsheet("Biểu đồ").add_chart(chart)
    book.save(path)


def told(value):
    if isinstance(value, datetime.datetime):
        # Both readers say a date alone where the time is midnight.
        text = value.replace(microsecond=0).isoformat()
        return ["date", text.removesuffix("T00:00:00")]
    if isinstance(value, datetime.time):
        return ["date", "T" + value.isoformat()]
    if isinstance(value, bool):
        return ["boolean", value]
    if isinstance(value, (int, float)):
        return ["number", value]
    if value.startswith("#"):
        return ["error", value]
    return ["text", value]


def dump(path):
    book = openpyxl.load_workbook(path, data_only=True)
    sheets = []
    for sheet in book.worksheets:
        cells = {}
        fonts = {}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None or (isinstance(cell.value, str) and not cell.value.strip()):
                    continue
                cells[cell.coordinate] = told(cell.value)
                fonts[cell.coordinate] = cell.font.name
        sheets.append(
            {
                "name": sheet.title,
                "hidden": sheet.sheet_state != "visible",
                "cells": cells,
                "fonts": fonts,
                "merges": sorted(str(merge) for merge in sheet.merged_cells.ranges),
                "hiddenRows": sorted(i for i, d in sheet.row_dimensions.items() if d.hidden and any(c.value is not None for c in sheet[i])),
            }
        )
    json.dump(sheets, sys.stdout)


{"write": write, "dump": dump}[sys.argv[1]](sys.argv[2])
