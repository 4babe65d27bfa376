import { readFileSync } from 'node:fs';
import { main } from '../src/cli.ts';
import type { Outcome } from '../src/model/outcome.ts';
import type { FindingLine, Summary } from '../src/model/summary.ts';
import { zooIo } from '../test/zoo-io.ts';
import { kindsTable } from './kinds-table.ts';
import { ILLNESSES } from './zoo-words.ts';

/** docs/intake.md: what becomes of each file of fixtures/zoo, in the words that its sender would be told. */
export async function intakePage(): Promise<string> {
  const sections = await Promise.all(
    [...filesByFormat()].map(async ([format, files]) => {
      const rows: string[] = [];
      for (const file of files) rows.push(...(await rowsOf(file)));
      return `## ${format}\n\n| bệnh của tệp | kết quả | lời báo |\n|---|---|---|\n${rows.join('\n')}\n`;
    }),
  );
  return `# Tệp nhận được: đọc, đọc kèm lưu ý, hay trả lại

Trang này được tạo (\`npm run docs\`) bằng cách đưa từng tệp của \`fixtures/zoo\` qua chương trình, trên máy không có
LibreOffice. Số liệu bịa. Dạng tệp được nhận ra theo nội dung; đuôi tệp sai chỉ là một lưu ý. Giải thích từng điểm cần rà:
[findings.md](findings.md).

${sections.join('\n')}
## Người ta viết thế nào, và được hiểu ra sao

Mỗi loại một dòng, kèm một tệp trông giống nhưng không phải. Tệp do openpyxl, xlwt, python-docx, LibreOffice lưu từ
\`fixtures/kinds\`; mỗi loại còn ít nhất hai cách viết khác và hai tệp trông giống khác, đều được thử. «—»: dạng tệp đó không
thể hiện được (tệp .csv không có chữ đậm). Số liệu bịa.

${await kindsTable()}`;
}

const FORMATS: readonly (readonly [string, RegExp])[] = [
  ['Excel .xlsx', /\.xlsx$/],
  ['Excel .xls, Excel XML, SYLK', /\.(xls|xml|slk)$/],
  ['OpenDocument', /\.(ods|fods|odt)$/],
  ['Văn bản: .csv, .txt', /\.(csv|txt)$/],
  ['Word', /\.docx?$/],
  ['Gói nén và thư', /\.(zip|eml|dat|p7s|htm)$/],
  ['PDF, ảnh và tệp của chương trình khác', /\.(pdf|jpg|numbers|gsheet)$/],
];

/** The files in the order of the truth, each under the first format that its name fits. */
function filesByFormat(): ReadonlyMap<string, readonly string[]> {
  const truth = JSON.parse(readFileSync('fixtures/zoo/truth.json', 'utf8')) as {
    readonly files: readonly { readonly path: string }[];
  };
  const names = [...new Set(truth.files.map(({ path }) => path.split('!/')[0] ?? path))];
  return new Map(
    FORMATS.map(([format, ending]) => [format, names.filter((name) => ending.test(name))] as const),
  );
}

async function rowsOf(file: string): Promise<readonly string[]> {
  const printed = { out: '', err: '' };
  const argv = ['aggregate', file, '--date', '2021-08-16', '--as-of', '2021-08-16T16:00'];
  const exit = await main([...argv, '--json', '--dry-run'], zooIo(printed));
  if (exit === 2) throw new Error(`${file}: ${printed.err}`);
  const { files, findings } = JSON.parse(printed.out) as Summary;
  const illness = ILLNESSES[file] ?? file;
  return files.map(({ path, sheet, outcome }) => {
    const own = findings.filter((found) => found.file === path && isOn(found, sheet));
    const inner = path === file ? '' : `, trong đó «${path.slice(file.length + 2)}»`;
    const on = sheet === undefined ? '' : `, trang «${sheet}»`;
    return `| ${escaped(`${illness}${inner}${on}`)} | ${resultOf(outcome, own.length > 0)} | ${messagesOf(own)} |`;
  });
}

function isOn(found: FindingLine, sheet: string | undefined): boolean {
  return sheet === undefined || found.sheet === undefined || found.sheet === sheet;
}

function resultOf(outcome: Outcome, hasFindings: boolean): string {
  switch (outcome) {
    case 'rejected':
      return '**trả lại**';
    case 'undecided':
      return '**chờ xác định**';
    case 'ignored':
      return 'bỏ qua';
    case 'accepted-with-warnings':
      return 'đọc, có cảnh báo';
    default:
      return hasFindings ? 'đọc, có lưu ý' : 'đọc';
  }
}

/** Each kind of finding once: a sender is told of a fault, not of each cell that has it. */
function messagesOf(findings: readonly FindingLine[]): string {
  const first = findings.filter(({ code }, n) => findings.findIndex((each) => each.code === code) === n);
  return first.map(({ code, message }) => `${escaped(message)} (\`${code}\`)`).join('<br>');
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replace(/[<>]/g, '\\$&');
}
