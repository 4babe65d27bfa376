#!/usr/bin/python3
"""
Makes the lists here again from the published tables: `make.py FOLDER` with ALL.csv (1/8/2021), communes-2025-before-july.csv
(1/3/2025), communes-2026.csv (30/4/2026) and merged-2025-07-01.csv in it. Their first lines name source and licence and are kept.

A list has one line a unit, code and name: two digits a province, three a district of it, five a commune of the last of these.
The mergers have one line a commune of today: its code, then what it was formed from: codes of 1/3/2025, with "-" behind where
only a part went there, "?" before the name where no code is certain.
"""

import csv
import os
import re
import sys
import unicodedata
from collections import Counter, defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
HEAD = "# One line a unit: 2 digits a province, 3 a district, 5 a commune of the one above it. Made by make.py."


def table(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8-sig") as file:
        lines = file.read().splitlines()
    notes = [line for line in lines if line.startswith("#")]
    return notes, list(csv.DictReader(line for line in lines if not line.startswith("#")))


def folded(name):
    """Tone placement and hyphens do not tell names apart."""
    name = unicodedata.normalize("NFD", name.lower().replace("-", " "))
    name = re.sub(r"([\u0300\u0301\u0303\u0309\u0323])", "", name) + "".join(sorted(re.findall(r"[\u0300\u0301\u0303\u0309\u0323]", name)))
    return " ".join(name.split())


def write(name, notes, lines):
    with open(os.path.join(HERE, name), "w", encoding="utf-8") as file:
        file.write("\n".join(notes + lines) + "\n")


def listed(folder, source, target):
    notes, rows = table(folder, source)
    lines, province, district = [HEAD], None, None
    for row in rows:
        if row["province_code"] != province:
            province, district = row["province_code"], None
            lines.append(f"{province} {row['province_name']}")
        if row.get("district_code") and row["district_code"] != district:
            district = row["district_code"]
            lines.append(f"{district} {row['district_name']}")
        if row["commune_code"]:
            lines.append(f"{row['commune_code']} {row['commune_name']}")
    write(target, notes, lines)
    return rows


DISTRICT = re.compile(r"^(.*?)(?:\s*\(((?:quận|huyện|thị xã|thành phố) [^()]*)\))?$", re.I)
PART = re.compile(r"\s*\((?:phần còn lại|một phần)[^()]*\)|^(?:một phần|phần còn lại)(?: của)? ", re.I)


def pieces(text):
    """Names between commas; those within brackets part nothing."""
    depth, piece = 0, ""
    for letter in text + ",":
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            yield piece.strip()
            piece = ""
        else:
            piece += letter


def mergers(folder, before):
    notes, rows = table(folder, "merged-2025-07-01.csv")
    by_name = defaultdict(list)
    for row in before:
        if row["commune_code"]:
            by_name[folded(row["commune_name"])].append(row)
    named = {row["commune_code"]: [(PART.sub("", piece), bool(PART.search(piece))) for piece in pieces(row["formed_from"]) if piece] for row in rows}
    province_of = {row["commune_code"]: row["province_code"] for row in rows}
    # Which old provinces lie in a new one: those of the names that the nation has once.
    lies = defaultdict(Counter)
    for code, parts in named.items():
        for name, _ in parts:
            if len(by_name[folded(name)]) == 1:
                lies[province_of[code]][by_name[folded(name)][0]["province_code"]] += 1
    inside = {new: {old for old, times in counts.items() if times * 20 > max(counts.values())} for new, counts in lies.items()}
    resolved = {}
    for code, parts in named.items():
        found = []
        for name, part in parts:
            plain, district = DISTRICT.match(name).groups()
            rows_ = [row for row in by_name[folded(plain)] if row["province_code"] in inside[province_of[code]]]
            if district:
                rows_ = [row for row in rows_ if folded(row["district_name"]) == folded(district)]
            if folded(plain) == folded("giữ nguyên"):  # kept as it was
                rows_ = [row for row in before if row["commune_code"] == code]
            found.append((rows_[0]["commune_code"] if len(rows_) == 1 else None, name, part))
        resolved[code] = found
    times = Counter(old for parts in resolved.values() for old, _, _ in parts if old)
    lines = ["# A commune of today: its code, then codes of 1/3/2025; \"-\" a part of it only, \"?\" a name without a certain code. Made by make.py."]
    for code, parts in resolved.items():
        lines.append("|".join([code] + [f"{old}{'-' if part or times[old] > 1 else ''}" if old else f"?{name}{'-' if part else ''}" for old, name, part in parts]))
    write("2025-07-01-mergers.txt", notes, lines)
    whole = sum(1 for parts in resolved.values() for old, _, part in parts if old and not part and times[old] == 1)
    return len(lines) - 1, whole, sum(1 for parts in resolved.values() for old, _, _ in parts if not old)


if __name__ == "__main__":
    folder = sys.argv[1]
    listed(folder, "ALL.csv", "2021-08-01.txt")
    before = listed(folder, "communes-2025-before-july.csv", "2025-03-01.txt")
    listed(folder, "communes-2026.csv", "2026-04-30.txt")
    print(mergers(folder, before))
