import { columnName } from '../../model/grid.ts';
import type { Chart } from '../../view/page.ts';
import type { Column, Table } from '../../view/table.ts';
import { type Canvas, gap, lastColumn, setHeight } from './canvas.ts';
import { type ChartSpec, chartXml, type Points, XML_HEAD } from './chart-xml.ts';
import { plainValue, type TablePlace } from './formula.ts';
import { numberFormat } from './style.ts';

/** A chart and the cells (0-based, exclusive below) that it covers. */
export interface PlacedChart {
  readonly spec: ChartSpec;
  readonly from: number;
  readonly to: number;
  readonly columns: number;
}

/** A part of the package. */
export interface Part {
  readonly name: string;
  readonly contents: Uint8Array | string;
}

const ROW_HEIGHT = 20;

/** Takes empty rows for a chart and notes what it draws from. Nothing where its table is not on the sheet. */
export function putChart(canvas: Canvas, chart: Chart, table: Table | undefined): PlacedChart | null {
  const place = canvas.tables.get(chart.table);
  if (table === undefined || place === undefined) return null;
  const spec = specOf(canvas.sheet.name, chart, table, place);
  const bars = chart.shape === 'bar' ? spec.categories.values.length : 0;
  const rows = Math.max(13, Math.round(bars * 0.9) + 5);
  gap(canvas, 8);
  const from = canvas.next - 1;
  for (let row = 0; row < rows; row += 1) {
    setHeight(canvas, canvas.next, ROW_HEIGHT);
    // A page may hold some 24 such rows: longer charts are cut where they must be.
    if (row < rows - 1 && rows < 22) canvas.kept.add(canvas.next);
    canvas.next += 1;
  }
  gap(canvas, 8);
  return { spec, from, to: canvas.next - 2, columns: lastColumn(canvas) + 1 };
}

function specOf(sheet: string, chart: Chart, table: Table, place: TablePlace): ChartSpec {
  const [first] = chart.series;
  const value = table.columns.find((column) => column.id === first?.column);
  return {
    title: chart.title,
    shape: chart.shape,
    categories: pointsOf(sheet, chart, table, place, chart.categories),
    series: chart.series.map(({ column, role }) => ({
      name: table.columns.find((one) => one.id === column)?.title ?? '',
      nameRef: `${quoted(sheet)}!$${letter(place, column)}$${place.head}`,
      role,
      points: pointsOf(sheet, chart, table, place, column),
    })),
    format: (value === undefined ? null : numberFormat(value)) ?? 'General',
    shares: value?.kind === 'percent',
  };
}

function pointsOf(sheet: string, chart: Chart, table: Table, place: TablePlace, id: string): Points {
  const column = table.columns.find((one) => one.id === id);
  const items = table.rows.flatMap((row) => (row.role === 'item' && 'cells' in row ? [row.cells[id]] : []));
  const skipped = chart.last === null ? 0 : Math.max(0, items.length - chart.last);
  const at = letter(place, id);
  return {
    ref: `${quoted(sheet)}!$${at}$${place.items.first + skipped}:$${at}$${place.items.last}`,
    kind: column?.kind === 'date' ? 'date' : column?.kind === 'text' ? 'text' : 'number',
    values: items.slice(skipped).map((cell) => stored(column, plainValue(cell?.value ?? null))),
  };
}

/** Dates are days since 30 December 1899, as the sheet stores them. */
function stored(column: Column | undefined, value: null | string | number): null | string | number {
  if (column?.kind !== 'date' || typeof value !== 'string') return value;
  return Date.parse(`${value}T00:00:00Z`) / 86_400_000 + 25_569;
}

function letter(place: TablePlace, column: string): string {
  return columnName(place.columns.get(column) ?? 0);
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts of a package with the charts of its sheets (by the name of the sheet's part) added. */
export function withCharts(
  parts: ReadonlyMap<string, Uint8Array>,
  charts: ReadonlyMap<string, readonly PlacedChart[]>,
): readonly Part[] {
  const made = new Map<string, Uint8Array | string>(parts);
  const types: string[] = [];
  let number = 0;
  let drawing = 0;
  for (const [sheet, placed] of charts) {
    if (placed.length === 0) continue;
    drawing += 1;
    const relations: string[] = [];
    placed.forEach(({ spec }, index) => {
      number += 1;
      made.set(`xl/charts/chart${number}.xml`, chartXml(spec));
      types.push(override(`/xl/charts/chart${number}.xml`, 'drawingml.chart'));
      relations.push(relation(`rId${index + 1}`, 'chart', `../charts/chart${number}.xml`));
    });
    made.set(`xl/drawings/drawing${drawing}.xml`, drawingXml(placed));
    made.set(`xl/drawings/_rels/drawing${drawing}.xml.rels`, relationsXml(relations));
    types.push(override(`/xl/drawings/drawing${drawing}.xml`, 'drawing'));
    addDrawing(made, sheet, drawing);
  }
  const list = text(made.get('[Content_Types].xml'));
  made.set('[Content_Types].xml', list.replace('</Types>', `${types.join('')}</Types>`));
  return [...made].map(([name, contents]) => ({ name, contents }));
}

/** `drawing` stands after the page breaks and before legacy drawings, table parts and extensions. */
function addDrawing(made: Map<string, Uint8Array | string>, sheet: string, drawing: number): void {
  const rels = sheet.replace('worksheets/', 'worksheets/_rels/').concat('.rels');
  const own = relation('rIdDrawing', 'drawing', `../drawings/drawing${drawing}.xml`);
  const existing = made.get(rels);
  made.set(
    rels,
    existing === undefined
      ? relationsXml([own])
      : text(existing).replace('</Relationships>', `${own}</Relationships>`),
  );
  const tag = `<drawing xmlns:r="${RELATIONS}" r:id="rIdDrawing"/>`;
  made.set(
    sheet,
    text(made.get(sheet)).replace(/<legacyDrawing|<tableParts|<extLst|<\/worksheet>/, `${tag}$&`),
  );
}

function drawingXml(placed: readonly PlacedChart[]): string {
  const anchors = placed.map(
    ({ from, to, columns, spec }, index) =>
      `<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${from}</xdr:row><xdr:rowOff>38100</xdr:rowOff></xdr:from><xdr:to><xdr:col>${columns}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${to}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${
        index + 2
      }" name="Chart ${index + 1}" descr="${attribute(spec.title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${RELATIONS}" r:id="rId${
        index + 1
      }"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
  );
  return `${XML_HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${anchors.join('')}</xdr:wsDr>`;
}

function attribute(value: string): string {
  return value.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function relationsXml(relations: readonly string[]): string {
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}">${relations.join('')}</Relationships>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`;
}

function text(contents: Uint8Array | string | undefined): string {
  return typeof contents === 'string' ? contents : new TextDecoder().decode(contents);
}
