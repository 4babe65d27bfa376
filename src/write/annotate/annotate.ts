import type { Workbook } from '../../model/grid.ts';
import { faultOf } from '../../pack/fault.ts';
import { scanPart } from '../../pack/parts.ts';
import type { Annotation } from '../../view/annotation.ts';
import { copyXlsx, sheetNames } from './copy.ts';
import { openPackage } from './package.ts';
import { patchXlsx } from './patch.ts';

/** A sender's file with its cells marked. */
export interface AnnotatedFile {
  readonly bytes: Uint8Array;
  /** With its dot. */
  readonly extension: '.xlsx' | '.xlsm' | '.xltx' | '.xltm';
  /**
   * `patched`: the sender's own package. `copied`: a plain copy of what was read, for a format that cannot be marked.
   * `unsafe`: the same, for a workbook whose parts leave doubt about a place.
   */
  readonly how: 'patched' | 'copied' | 'unsafe';
}

/** Marks the cells of a file that was read. `isXlsx` tells by its content, whatever its name says. */
export function annotate(
  file: { readonly isXlsx: boolean; readonly bytes: Uint8Array; readonly workbook: Workbook },
  annotation: Annotation,
): AnnotatedFile {
  const names = file.workbook.sheets.map(({ name }) => name);
  if (file.isXlsx) {
    try {
      return {
        bytes: patchXlsx(file.bytes, names, annotation),
        extension: extensionOf(file.bytes),
        how: 'patched',
      };
    } catch (thrown) {
      if (faultOf(thrown) === null) throw thrown;
    }
  }
  const how = file.isXlsx ? 'unsafe' : 'copied';
  const bytes = patchXlsx(
    copyXlsx(file.workbook),
    names,
    onCopy(annotation, names, sheetNames(file.workbook), how),
  );
  return { bytes, extension: '.xlsx', how };
}

/** The list says of a copy that it is one, and its links take the names that the sheets have there. */
function onCopy(
  annotation: Annotation,
  names: readonly string[],
  copies: readonly string[],
  how: 'copied' | 'unsafe',
): Annotation {
  const { list } = annotation;
  const points = list.points.map((point) => {
    if (point.link === null) return point;
    const sheet = copies[names.indexOf(point.link.sheet)] ?? point.link.sheet;
    return { ...point, link: { ...point.link, sheet } };
  });
  return { ...annotation, list: { ...list, lines: [...list.lines, annotation[how]], points } };
}

/** Macros open under their own extension only, and templates as templates. */
function extensionOf(bytes: Uint8Array): AnnotatedFile['extension'] {
  const { parts } = openPackage(bytes);
  const types = scanPart(parts, '[Content_Types].xml');
  for (let event = types?.next(); types != null && event !== 'end'; event = types.next()) {
    if (event !== 'open' || types.name !== 'Override') continue;
    const [, kind, macros] =
      /(?:spreadsheetml|ms-excel)\.(sheet|template)(\.macroEnabled)?\.main\+xml$/i.exec(
        types.attribute('ContentType') ?? '',
      ) ?? [];
    if (kind === undefined) continue;
    const template = kind.toLowerCase() === 'template';
    if (macros !== undefined) return template ? '.xltm' : '.xlsm';
    return template ? '.xltx' : '.xlsx';
  }
  return '.xlsx';
}
