import { type Finding, type FindingCode, type FindingFacts, finding } from '../model/finding.ts';
import { sha256Of } from '../model/hash.ts';
import type { Instant } from '../model/submission.ts';
import { faultOf } from '../pack/fault.ts';
import type { Adapter, Contents, InnerFile, Source } from './adapter.ts';
import { readArchive } from './archive.ts';
import { readCsv } from './csv.ts';
import { readDoc } from './doc.ts';
import type { Document, FileKind } from './document.ts';
import { readDocx } from './docx/docx.ts';
import { readEml } from './eml.ts';
import { extensionOf, leftAlone, nameDiffers, promisedKind } from './file-name.ts';
import { readHtml } from './html.ts';
import { type Kind, kindOf } from './kind.ts';
import { LIMITS, type Limits, PATIENCE, startWork, type Work } from './limits.ts';
import { readOds } from './ods.ts';
import type { Office } from './office.ts';
import { readWithSheetjs } from './sheetjs.ts';
import { readSpreadsheetml } from './spreadsheetml.ts';
import { readTnef } from './tnef.ts';
import { readXlsx } from './xlsx/workbook.ts';

export interface ReadOptions {
  readonly limits?: Partial<Limits>;
  /** LibreOffice, where the machine has it: converts old Word documents. */
  readonly office?: Office | null;
  /** Documents carry their bytes. */
  readonly keepBytes?: boolean;
  /** Milliseconds that a program which we start may take. */
  readonly patience?: number;
}

/** THE table of readers: one adapter a kind. A kind that holds no table says so. */
const ADAPTERS: Readonly<Record<FileKind, Adapter>> = {
  xlsx: readXlsx,
  csv: readCsv,
  xls: readWithSheetjs,
  xlsb: readWithSheetjs,
  sylk: readWithSheetjs,
  ods: readOds,
  docx: readDocx,
  doc: readDoc,
  html: readHtml,
  spreadsheetml: readSpreadsheetml,
  zip: readArchive,
  eml: readEml,
  tnef: readTnef,
  pdf: refused('file/pdf', () => ({})),
  picture: refused('file/picture', ({ format }) => ({ kind: format })),
  encrypted: refused('file/password', ({ format }) => ({ kind: format })),
  empty: refused('file/empty', ({ bytes }) => ({ blank: bytes.length > 0 })),
  unknown: notATable,
};

/**
 * Reads one received file: the table-bearing file itself, or those of the archive or mail that it is, in their order. Never rejects
 * because of what the bytes say: that is a finding. `path` is only a name; an archive's files are called `path!/inner`.
 */
export async function read(
  path: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<readonly Document[]> {
  const limits: Limits = { ...LIMITS, ...options.limits };
  const means: Means = {
    limits,
    work: startWork(limits),
    office: options.office ?? null,
    keepBytes: options.keepBytes === true,
    patience: options.patience ?? PATIENCE,
  };
  return readFile({ path, bytes, mailDate: null, depth: 0, budget: { left: limits.inflated } }, means);
}

/** What a received file and all files inside it share. */
interface Means {
  readonly limits: Limits;
  readonly work: Work;
  readonly office: Office | null;
  readonly keepBytes: boolean;
  readonly patience: number;
}

/** A file on the way in, with what it has from the files around it. */
interface Arrived {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mailDate: Instant | null;
  /** Archives and mails around it. */
  readonly depth: number;
  readonly budget: { left: number };
}

async function readFile(file: Arrived, means: Means): Promise<readonly Document[]> {
  const { path, bytes } = file;
  const { limits } = means;
  const reason = leftAlone(path, bytes);
  if (reason !== null)
    return [document(file, 'unknown', [finding('file/left-alone', { file: path }, { reason })])];
  if (bytes.length > limits.bytes)
    return [document(file, 'unknown', [overLimit(path, 'bytes', limits.bytes)])];
  let kind = promised(path);
  try {
    kind = kindOf(bytes, limits, file.budget);
    const adapter = ADAPTERS[kind.kind];
    const contents = orNotATable(await adapter({ path, bytes, ...kind, ...means }), path, kind);
    const findings = [...nameFindings(path, kind), ...contents.findings];
    const { inner = [] } = contents;
    if (inner.length > 0 && file.depth < limits.nesting)
      return await readInner(file, { ...contents, inner }, kind, means);
    if (inner.length > 0 && contents.workbook === null)
      return [document(file, kind.kind, [finding('file/archive-nested', { file: path }, {})])];
    return [{ ...document(file, kind.kind, findings), workbook: contents.workbook, ...kept(file, means) }];
  } catch (thrown) {
    return [document(file, kind.kind, [...nameFindings(path, kind), faultFinding(path, kind, thrown)])];
  }
}

/** The files inside, and the container itself only where it bears a table or a finding of its own. */
async function readInner(
  outer: Arrived,
  contents: Contents & { readonly inner: readonly InnerFile[] },
  kind: Kind,
  means: Means,
): Promise<readonly Document[]> {
  const found: Document[] = [];
  const carries = contents.workbook !== null;
  if (carries || contents.findings.length > 0) {
    const own = document(outer, kind.kind, contents.findings);
    const role = carries ? ({ role: 'carrier' } as const) : {};
    found.push({ ...own, workbook: contents.workbook, ...role, ...kept(outer, means) });
  }
  for (const inner of contents.inner) {
    const path = `${outer.path}!/${inner.name}`;
    const file = { ...outer, path, mailDate: inner.mailDate ?? outer.mailDate, depth: outer.depth + 1 };
    try {
      const documents = await readFile({ ...file, bytes: inner.open() }, means);
      found.push(...documents.map((each) => (carries ? { ...each, role: 'carried' as const } : each)));
    } catch (thrown) {
      // What is over for one is over for all that follow: it is said once.
      if (isSpent(thrown))
        return [...found, document(outer, kind.kind, [faultFinding(outer.path, kind, thrown)])];
      const unknown: Kind = { kind: 'unknown', format: extensionOf(path), zip: null };
      found.push(document({ ...file, bytes: NOTHING }, 'unknown', [faultFinding(path, unknown, thrown)]));
    }
  }
  const [first, ...rest] = found;
  if (first === undefined || carries) return found;
  // The container has no line of its own: what its name promised is said with the first file in it.
  const named = nameFindings(outer.path, kind).map(({ code, facts }) =>
    finding(code, { file: first.path }, facts as never),
  );
  return [{ ...first, findings: [...named, ...first.findings] }, ...rest];
}

function isSpent(thrown: unknown): boolean {
  const fault = faultOf(thrown);
  return fault?.kind === 'limit' && fault.limit === 'inflated';
}

/** What a file whose very directory cannot be read (cut off while it was sent) was meant to be. */
function promised(path: string): Kind {
  const kind = promisedKind(extensionOf(path));
  return { kind, format: kind, zip: null };
}

const NOTHING = new Uint8Array(0);

function document(file: Arrived, kind: FileKind, findings: readonly Finding[]): Document {
  const sha256 = sha256Of(file.bytes);
  return { path: file.path, sha256, kind, workbook: null, findings, mailDate: file.mailDate };
}

/** The bytes of a document with a table, where they are asked for. */
function kept({ bytes }: Arrived, { keepBytes }: Means): Pick<Document, 'bytes'> {
  return keepBytes ? { bytes } : {};
}

function nameFindings(path: string, { kind, format }: Kind): readonly Finding[] {
  const extension = extensionOf(path);
  if (!nameDiffers(extension, kind)) return [];
  return [finding('file/kind-differs', { file: path }, { extension, kind: format })];
}

function overLimit(path: string, limit: string, most: number): Finding {
  return finding('file/limit', { file: path }, { limit, most });
}

function faultFinding(path: string, kind: Kind, thrown: unknown): Finding {
  const fault = faultOf(thrown);
  if (fault?.kind === 'limit') return overLimit(path, fault.limit, fault.most);
  if (fault?.kind === 'timeout') {
    const { program, seconds } = fault;
    return finding('file/timeout', { file: path }, { kind: kind.format, program, seconds });
  }
  if (fault?.kind === 'encrypted') return finding('file/password', { file: path }, { kind: kind.format });
  return finding('file/damaged', { file: path }, { kind: kind.format });
}

/** A container with nothing in it is no table either: a file without cells always says why. */
function orNotATable(contents: Contents, path: string, kind: Kind): Contents {
  const silent = contents.workbook === null && contents.findings.length === 0;
  return silent && !contents.inner?.length ? notATable({ path, format: kind.format }) : contents;
}

function notATable({ path, format }: { readonly path: string; readonly format: string }): Contents {
  return { workbook: null, findings: [finding('file/not-a-table', { file: path }, { kind: format })] };
}

function refused<C extends FindingCode>(
  code: C,
  facts: (source: Pick<Source, 'format' | 'bytes'>) => FindingFacts[C],
): Adapter {
  return (source) => ({ workbook: null, findings: [finding(code, { file: source.path }, facts(source))] });
}
