#!/bin/sh
# save-by-libreoffice.sh FILE.xlsx OUT.xlsx - opens FILE in LibreOffice without a window and saves it as OUT.
# Run by hand only: LibreOffice writes other bytes each time, so what it saved is kept in samples/.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to xlsx --outdir "$folder/saved" "$1" >/dev/null
mv "$folder/saved/$(basename "$1")" "$2"
