"""What openpyxl finds in an annotated workbook: sheets, comments, drawings, rules, print settings, fills of cells."""

import json
import sys
import warnings

import openpyxl

# It says what it would lose; nothing is saved here.
warnings.simplefilter("ignore")
book = openpyxl.load_workbook(sys.argv[1], keep_vba=sys.argv[1].endswith("m"))
print(
    json.dumps(
        {
            "sheets": book.sheetnames,
            "active": book.active.title,
            "comments": {
                f"{s.title}!{c.coordinate}": c.comment.text
                for s in book.worksheets
                for row in s.iter_rows()
                for c in row
                if c.comment
            },
            "charts": {s.title: len(s._charts) for s in book.worksheets if s._charts},
            "images": {s.title: len(s._images) for s in book.worksheets if s._images},
            "rules": {s.title: len(s.data_validations.dataValidation) for s in book.worksheets if s.data_validations.dataValidation},
            "formats": {s.title: len(s.conditional_formatting) for s in book.worksheets if len(s.conditional_formatting)},
            "areas": {s.title: [s.print_area if isinstance(s.print_area, str) else list(s.print_area), s.print_title_rows] for s in book.worksheets if s.print_area},
            "tables": {s.title: list(s.tables) for s in book.worksheets if s.tables},
            "links": [[c.coordinate, c.hyperlink.location] for row in book.worksheets[0].iter_rows() for c in row if c.hyperlink],
            "marked": [book["Mẫu 02"][cell].fill.fgColor.rgb for cell in ["E6", "D3", "E7"]],
            "formula": book["Mẫu 02"]["E13"].value,
        }
    )
)
