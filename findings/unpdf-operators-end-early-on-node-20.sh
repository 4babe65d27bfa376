#!/usr/bin/env bash
# What was guessed: a minor version that installs without a word on Node 20 and reads the text of a pdf there also gives all
#   drawing operators of a page; where it cannot, the call fails.
# What happens: unpdf 1.4.0 states no engines. getTextContent gives the whole text, but getOperatorList meets a font, calls
#   ArrayBuffer.prototype.transferToFixedLength (Node 21 and later), and ends the list there: no error is thrown, the list
#   says lastChunk = true, and there is a warning only where verbosity is 1 or more. 1.3.2 gives the whole list.
# Versions: Node 20.20.2, unpdf 1.3.2 and 1.4.0, LibreOffice 7.4.7 (which makes the pdf). On Node 22 this script must fail.
# Output seen:
#   1.3.2 text "Tong so: 12" operators whole, showText 1, lastChunk true
#   1.4.0 text "Tong so: 12" operators cut short, showText 0, lastChunk true
# Where users meet it: whoever takes the place, the ruling or the pictures of a page from the operators on Node 20 gets half a page after
#   a minor update, and takes it for the page.
# Source: docs/decisions.md, "a letter is read" (why 1.3.2).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo 'Tong so: 12' > page.txt
soffice -env:UserInstallation="file://$work/profile" --headless --convert-to pdf page.txt >/dev/null 2>&1
cat > show.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
const { OPS } = await getResolvedPDFJS();
const pdf = await getDocumentProxy(new Uint8Array(readFileSync('../page.pdf')), { verbosity: 0 });
const page = await pdf.getPage(1);
const text = (await page.getTextContent()).items.map((item) => item.str).join('');
const { fnArray, lastChunk } = await page.getOperatorList();
const shown = fnArray.filter((op) => op === OPS.showText).length;
const whole = fnArray.includes(OPS.endText) ? 'whole' : 'cut short';
console.log(process.argv[2], `text ${JSON.stringify(text)} operators ${whole}, showText ${shown}, lastChunk ${lastChunk}`);
JS
for version in 1.3.2 1.4.0; do
  mkdir "$version"
  cp show.mjs "$version"
  (
    cd "$version"
    npm init -y >/dev/null
    npm install --silent --no-audit --no-fund "unpdf@$version" >/dev/null
    node show.mjs "$version"
  )
done | tee out.txt
grep -qx '1.3.2 text "Tong so: 12" operators whole, showText 1, lastChunk true' out.txt
grep -qx '1.4.0 text "Tong so: 12" operators cut short, showText 0, lastChunk true' out.txt
