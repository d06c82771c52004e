#!/usr/bin/env python3
"""Packs the extension: the same bytes for the same contents, whoever packs them and when."""
import argparse
import zipfile
from pathlib import Path

PACKED = ("META-INF", "registry", "icons", "pythonpath", "component.py", "description.xml", "panel.xdl")


def files_of(folder):
    for name in PACKED:
        path = folder / name
        found = [path] if path.is_file() else path.rglob("*")
        yield from (file for file in found if file.is_file() and file.suffix != ".pyc")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folder", type=Path, required=True)
    options.add_argument("--version", required=True)
    options.add_argument("--licence", type=Path, required=True)
    options.add_argument("--engine", type=Path, required=True, nargs="+", help="the program and what goes beside it")
    options.add_argument("--output", type=Path, required=True)
    chosen = options.parse_args()

    members = {file.relative_to(chosen.folder).as_posix(): file.read_bytes() for file in files_of(chosen.folder)}
    members["description.xml"] = members["description.xml"].replace(b"@VERSION@", chosen.version.encode())
    members["LICENSE"] = chosen.licence.read_bytes()
    for engine in chosen.engine:
        members[f"engine/{engine.name}"] = engine.read_bytes()

    chosen.output.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(chosen.output, "w") as oxt:
        for name in sorted(members):
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # a zip's earliest day
            member.create_system = 3
            member.external_attr = (0o755 if name.startswith("engine/") else 0o644) << 16
            member.compress_type = zipfile.ZIP_DEFLATED
            oxt.writestr(member, members[name])


if __name__ == "__main__":
    main()
