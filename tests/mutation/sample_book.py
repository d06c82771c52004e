"""A sample workbook as its parts: one cell read or replaced, the rest left as it is."""
import re
import zipfile

GONE = object()  # instead of a value: the cell's whole row
MOVED = object()  # instead of a value: from this header on, headers stand one column left of what they head


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def place(cell):
    letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()
    return int(row), column_number(letters)


def name(row, column):
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def cells_of(ranges):
    for part in ranges.split():
        first, _, last = part.partition(":")
        (r1, c1), (r2, c2) = place(first), place(last or first)
        for row in range(r1, r2 + 1):
            for column in range(c1, c2 + 1):
                yield name(row, column)


class Book:
    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.parts = {item.filename: archive.read(item) for item in archive.infolist()}
        shared = self.parts.get("xl/sharedStrings.xml", b"").decode()
        self.strings = [re.sub(r"<[^>]*>", "", s) for s in re.findall(r"<si>(.*?)</si>", shared, re.S)]
        names = re.findall(r'<sheet name="([^"]*)"', self.parts["xl/workbook.xml"].decode())
        self.sheets = {n: f"xl/worksheets/sheet{i + 1}.xml" for i, n in enumerate(names)}

    def find(self, sheet, cell):
        xml = self.parts[self.sheets[sheet]].decode()
        return xml, re.search(rf'<c r="{cell}"([^>]*?)(?:/>|>(.*?)</c>)', xml, re.S)

    def value(self, sheet, cell):
        _, found = self.find(sheet, cell)
        if not found or not found.group(2):
            return None
        value = re.search(r"<v>(.*?)</v>", found.group(2), re.S)
        if not value:
            return None
        if 't="s"' in found.group(1):
            return self.strings[int(value.group(1))]
        return value.group(1) if 't="str"' in found.group(1) else float(value.group(1))

    def moved_right(self, xml, header):
        """The cells below the header's row, from its column on, stand one column to the right."""
        row, column = place(header)

        def moved(found):
            r, c = place(found.group(1))
            return f'<c r="{name(r, c + 1)}"' if r > row and c >= column else found.group(0)

        return re.sub(r'<c r="([A-Z]+\d+)"', moved, xml)

    def write(self, path, sheet, cell, value):
        xml, found = self.find(sheet, cell)
        attributes = re.sub(r'\s+t="[^"]*"', "", found.group(1))
        if value is GONE:
            # The sheet's row disappears; what stood below stays where it was, as when a row is cleared.
            number = place(cell)[0]
            new_xml = re.sub(rf'<row r="{number}".*?</row>', "", xml, count=1, flags=re.S)
            found, new, xml = None, "", new_xml
        elif value is MOVED:
            xml, found, new = self.moved_right(xml, cell), None, ""
        elif isinstance(value, float):
            text = repr(int(value)) if value.is_integer() else repr(value)
            new = f'<c r="{cell}"{attributes}><v>{text}</v></c>'
        elif value == "":
            new = f'<c r="{cell}"{attributes}/>'
        else:
            new = f'<c r="{cell}"{attributes} t="inlineStr"><is><t xml:space="preserve">{value}</t></is></c>'
        parts = dict(self.parts)
        if found:
            xml = xml[:found.start()] + new + xml[found.end():]
        parts[self.sheets[sheet]] = xml.encode()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, data in parts.items():
                archive.writestr(part, data)
