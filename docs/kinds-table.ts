import { WORDS } from '../src/lang/lang.ts';
import { severityOf } from '../src/model/finding.ts';
import { messageOf } from '../src/view/message.ts';
import { filed } from '../test/kinds/filed.ts';
import { FILE_FORMS, type FileForm, type Kind, readKinds } from '../test/kinds/kind.ts';
import type { Became } from '../test/kinds/taken.ts';

/** Kinds of what people write × forms of file: what becomes of each, and of what only looks like it. */
export async function kindsTable(): Promise<string> {
  const rows: string[] = [];
  for (const kind of readKinds()) rows.push(await rowOf(kind));
  const forms = FILE_FORMS.map((form) => `.${form}`);
  return `| loại | ${forms.join(' | ')} | trông giống | lời báo |\n|${'---|'.repeat(forms.length + 3)}\n${rows.join('\n')}\n`;
}

async function rowOf(kind: Kind): Promise<string> {
  const became = new Map<FileForm, Became>();
  const alike: Became[] = [];
  for (const form of kind.forms) {
    became.set(form, await filed(kind.name, 'kind', form));
    alike.push(await filed(kind.name, 'like', form));
  }
  const cells = FILE_FORMS.map((form) => resultOf(became.get(form)));
  const likes = [...new Set(alike.map(resultOf))].join(', ');
  const [first] = became.values();
  const words = (first?.findings ?? []).filter((found) => severityOf(found) !== 'note');
  const said = words.map((found) => `${escaped(messageOf(found, WORDS.vi))} (\`${found.code}\`)`);
  return `| ${escaped(kind.about)} | ${cells.join(' | ')} | ${likes} | ${said.join('<br>')} |`;
}

/** The invented figure, or why there is none; a dash where the form of file cannot show the kind. */
function resultOf(became: Became | undefined): string {
  switch (became?.how) {
    case undefined:
      return '—';
    case 'counted':
      return `tính: ${became.value}`;
    case 'warned':
      return `tính, cảnh báo: ${became.value}`;
    case 'asked':
      return '**hỏi**';
    case 'rejected':
      return '**trả lại**';
  }
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replace(/[<>]/g, '\\$&');
}
