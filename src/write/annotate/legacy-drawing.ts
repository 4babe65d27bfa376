import {
  appended,
  attributeOf,
  type Element,
  edited,
  elements,
  needElement,
  prefixOf,
  relationAttribute,
} from './tag.ts';

/** Children of a worksheet that stand after its `legacyDrawing` (ECMA-376, CT_Worksheet). */
const FOLLOWERS = [
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
  // Excel wraps objects and controls.
  'AlternateContent',
].map((name) => `worksheet/${name}`);

/** Relationship id of the drawing that holds the notes' boxes, or null. */
export function legacyDrawingOf(source: string): Element | null {
  return elements(source, 'worksheet/legacyDrawing')[0] ?? null;
}

/** The worksheet part with a `legacyDrawing`, in the place that the schema gives it. */
export function withLegacyDrawing(source: string, id: string, namespace: string): string {
  const root = needElement(source, 'worksheet');
  const xml = `<${prefixOf(root.tag)}legacyDrawing ${relationAttribute(root.tag, id, namespace)}/>`;
  const [next] = elements(source, ...FOLLOWERS);
  if (next === undefined) return edited(source, [appended(root, xml)]);
  return edited(source, [{ at: next.start, end: next.start, text: xml }]);
}

/** Where a sheet says nothing of a column. */
const USUAL_WIDTH = 9;

/** Widths of the columns in characters, by their number from 0. */
export function columnWidths(source: string): (col: number) => number {
  const columns = elements(source, 'worksheet/cols/col').map(({ tag }) => {
    const number = (name: string) => Number(attributeOf(tag, name) ?? 0);
    const hidden = /^(1|true)$/.test(attributeOf(tag, 'hidden') ?? '');
    return { from: number('min') - 1, to: number('max') - 1, width: hidden ? 0 : number('width') };
  });
  return (col) => columns.find(({ from, to }) => from <= col && col <= to)?.width ?? USUAL_WIDTH;
}
