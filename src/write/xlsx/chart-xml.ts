import { escapeXml } from '../../pack/xml-text.ts';

/**
 * Native charts: DrawingML parts that Excel and LibreOffice draw from the cells of the sheet, so that they stay editable.
 * Elements stand in the order of the schema (ISO/IEC 29500-1, dml-chart).
 */
export interface ChartSpec {
  readonly title: string;
  readonly shape: 'line' | 'column' | 'bar';
  readonly categories: Points;
  readonly series: readonly ChartSeries[];
  /** Number format of the value axis and labels. */
  readonly format: string;
  /** Whether values are shares, so that the axis ends at 100 % where they allow. */
  readonly shares: boolean;
}

export interface ChartSeries {
  readonly name: string;
  readonly nameRef: string;
  readonly role: 'value' | 'target';
  readonly points: Points;
}

/** A range of cells with its values as they were stored; null is a blank cell. */
export interface Points {
  readonly ref: string;
  readonly kind: 'number' | 'date' | 'text';
  readonly values: readonly (number | string | null)[];
}

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The chart part. */
export function chartXml(spec: ChartSpec): string {
  const legend = spec.series.length > 1;
  return `${XML_HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>${titleXml(
    spec.title,
  )}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plotXml(spec)}${axesXml(spec)}</c:plotArea>${
    legend ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : ''
  }<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></c:spPr>${textXml(
    1000,
  )}</c:chartSpace>`;
}

function titleXml(title: string): string {
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="vi-VN" sz="1200" b="1"><a:latin typeface="Times New Roman"/></a:rPr><a:t>${escapeXml(
    title,
  )}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function textXml(size: number): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}"><a:latin typeface="Times New Roman"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;
}

function plotXml(spec: ChartSpec): string {
  const series = spec.series.map((one, index) => seriesXml(spec, one, index)).join('');
  const axes = '<c:axId val="111"/><c:axId val="222"/>';
  if (spec.shape === 'line') {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`;
  }
  const direction = spec.shape === 'bar' ? 'bar' : 'col';
  return `<c:barChart><c:barDir val="${direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${axes}</c:barChart>`;
}

/** Lines that a black-and-white print keeps apart: the value whole with round marks, targets broken in two ways. */
const COLOURS = ['1F4E79', 'C55A11', '375623', '7F6000', '7030A0'];
const DASHES = ['solid', 'dash', 'sysDash', 'dashDot', 'lgDash'];

/** Labels stay readable up to so many points. */
const MOST_LABELS = 16;

function seriesXml(spec: ChartSpec, series: ChartSeries, index: number): string {
  const colour = COLOURS[index % COLOURS.length];
  const fill = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
  const isLine = spec.shape === 'line';
  const isValue = series.role === 'value';
  const dash = DASHES[index % DASHES.length];
  const line = `<a:ln w="${isValue ? 28575 : 22225}" cap="rnd">${fill}<a:prstDash val="${dash}"/><a:round/></a:ln>`;
  const marker = !isLine
    ? ''
    : isValue
      ? `<c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>${fill}</c:spPr></c:marker>`
      : '<c:marker><c:symbol val="none"/></c:marker>';
  const labelled = isValue && (spec.shape === 'bar' || series.points.values.length <= MOST_LABELS);
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${escapeXml(
    series.nameRef,
  )}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr>${
    isLine ? line : fill
  }</c:spPr>${isLine ? marker : '<c:invertIfNegative val="0"/>'}${labelled ? labelsXml(spec) : ''}<c:cat>${pointsXml(
    spec.categories,
    spec.format,
  )}</c:cat><c:val>${pointsXml(series.points, spec.format)}</c:val>${isLine ? '<c:smooth val="0"/>' : ''}</c:ser>`;
}

function labelsXml(spec: ChartSpec): string {
  const place = spec.shape === 'line' ? 't' : 'outEnd';
  return `<c:dLbls><c:numFmt formatCode="${escapeXml(spec.format)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml(
    900,
  )}<c:dLblPos val="${place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;
}

function pointsXml(points: Points, format: string): string {
  const cache = points.values
    .map((value, index) =>
      value === null ? '' : `<c:pt idx="${index}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`,
    )
    .join('');
  const count = `<c:ptCount val="${points.values.length}"/>`;
  const ref = `<c:f>${escapeXml(points.ref)}</c:f>`;
  if (points.kind === 'text') return `<c:strRef>${ref}<c:strCache>${count}${cache}</c:strCache></c:strRef>`;
  const code = points.kind === 'date' ? 'dd/mm/yyyy' : escapeXml(format);
  return `<c:numRef>${ref}<c:numCache><c:formatCode>${code}</c:formatCode>${count}${cache}</c:numCache></c:numRef>`;
}

const GREY_LINE =
  '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr>';

function axesXml(spec: ChartSpec): string {
  const isBar = spec.shape === 'bar';
  const isDate = spec.categories.kind === 'date';
  const shared = (format: string, label: string) =>
    `<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="${label}"/>`;
  const category = `<c:axId val="111"/><c:scaling><c:orientation val="${isBar ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${
    isBar ? 'l' : 'b'
  }"/>${shared(isDate ? 'dd/mm' : 'General', 'low')}<c:crossAx val="222"/><c:crosses val="autoZero"/>`;
  const own = isDate
    ? `<c:dateAx>${category}<c:auto val="1"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/></c:dateAx>`
    : `<c:catAx>${category}<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`;
  return `${own}<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/>${limitsXml(spec)}</c:scaling><c:delete val="0"/><c:axPos val="${
    isBar ? 'b' : 'l'
  }"/><c:majorGridlines>${GREY_LINE}</c:majorGridlines>${shared(
    spec.shares ? '0%' : spec.format,
    'nextTo',
  )}<c:crossAx val="111"/><c:crosses val="${isBar ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/>${
    spec.shares ? '<c:majorUnit val="0.2"/>' : ''
  }</c:valAx>`;
}

/** Shares run from 0 to 100 %, unless one is above (more were installed than the base has). */
function limitsXml(spec: ChartSpec): string {
  if (!spec.shares) return '<c:min val="0"/>';
  const highest = Math.max(
    ...spec.series.flatMap(({ points }) =>
      points.values.map((value) => (typeof value === 'number' ? value : 0)),
    ),
  );
  // Bars have their figures beside them: the full one needs room for its own.
  const most = spec.shape === 'bar' ? '1.1' : '1';
  return `${highest <= 1 ? `<c:max val="${most}"/>` : ''}<c:min val="0"/>`;
}
