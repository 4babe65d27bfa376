/** The look of the page: the paper of an office on a wide screen, one column on a phone, plain on a printer. */
export const STYLE = `
:root { --ink: #1a1a1a; --rule: #8a8a8a; --head: #ddebf7; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #eceff1; font: 16px/1.45 "Times New Roman", Tinos, "Liberation Serif", serif; }
nav { padding: .5rem 1rem; background: #1f4e79; position: sticky; top: 0; z-index: 2; overflow-x: auto; white-space: nowrap; }
nav a { color: #fff; margin-right: 1.2rem; text-decoration: none; }
nav a:focus, nav a:hover { text-decoration: underline; }
main { max-width: 1180px; margin: 0 auto; }
section { background: #fff; margin: 1rem; padding: 1.5rem 2rem; box-shadow: 0 1px 3px #0003; scroll-margin-top: 3rem; }
.letterhead { display: flex; justify-content: space-between; gap: 1rem; text-align: center; }
.letterhead > div { flex: 1; }
.letterhead p { margin: 0; white-space: pre-wrap; }
.agency::after { content: ""; display: block; width: 40%; margin: .15rem auto .35rem; border-top: 1px solid var(--ink); }
.motto { text-decoration: underline; text-underline-offset: .25em; }
.strong { font-weight: bold; }
.date, .as-of, .small { font-style: italic; }
h1, h2 { font-size: 1.1rem; margin: .1rem 0; text-align: center; }
h1 { margin-top: 1rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
.as-of { text-align: center; margin: .1rem 0 .8rem; }
.small { font-size: .85rem; margin: .3rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: calc(100% - 1px); font-size: .95rem; }
th, td { border: 1px solid var(--rule); padding: .2rem .4rem; vertical-align: middle; }
thead th { background: var(--head); }
td.right { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.centre { text-align: center; }
td.code { font-family: ui-monospace, monospace; font-size: .85em; }
td.lines { white-space: pre-line; }
tr.total td { font-weight: bold; background: #f2f2f2; }
tr.part td { background: #f7f7f7; }
tr.section th { text-align: left; background: #f2f2f2; }
td.reached { background: #c6e0b4 !important; font-weight: bold; }
td.near { background: #fff2cc !important; }
td.far { background: #f8cbad !important; text-decoration: underline; }
td.missing { background: #e7e6e6; }
td.error { background: #f8cbad; font-weight: bold; }
td.warning { background: #fff2cc; }
td.carried, td.weak { font-style: italic; }
.signature { display: flex; justify-content: space-between; gap: 2rem; margin-top: 1.5rem; }
.signature ul { list-style: "- "; margin: 0; padding-left: 1rem; font-size: .9rem; }
.signature > div:last-child { text-align: center; min-width: 14rem; padding-bottom: 5rem; font-weight: bold; }
.signature p { margin: 0; }
h2:last-of-type::after { content: ''; display: block; width: 40%; max-width: 14rem; margin: .3rem auto 0; border-top: 1px solid var(--ink); }
.recipients { font-weight: bold; font-style: italic; }
.chart svg { min-width: 520px; width: 100%; height: auto; display: block; margin: .8rem 0; }
@media (max-width: 700px) {
  section { margin: .5rem 0; padding: 1rem .8rem; }
  .letterhead { flex-direction: column-reverse; gap: .6rem; }
  .signature { flex-wrap: wrap; gap: 1rem; }
  table { width: max-content; min-width: 100%; }
  td { max-width: 17rem; }
  thead th { max-width: 8rem; }
  td.first { position: sticky; left: 0; background: #fff; max-width: 9rem; z-index: 1; }
  tr.total td.first { background: #f2f2f2; }
}
@media print {
  @page { size: A4 landscape; margin: 20mm 15mm 20mm 30mm; }
  body { background: #fff; font-size: 12pt; line-height: 1.2; }
  nav { display: none; }
  main { max-width: none; }
  section { margin: 0; padding: 0; box-shadow: none; break-after: page; }
  section:last-child { break-after: auto; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tr, .signature, .chart, h3 { break-inside: avoid; }
  h3, h1, h2, thead { break-after: avoid; }
  .signature { break-before: avoid; margin-top: .8rem; }
  tr.total, tr.part { break-before: avoid; }
  h3 { margin-top: .6rem; }
  table { font-size: 10.5pt; }
  th, td { padding: .1rem .3rem; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
