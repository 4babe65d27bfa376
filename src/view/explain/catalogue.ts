import { WORDS, type Words } from '../../lang/lang.ts';
import { CATALOGUE, type FindingCode } from '../../model/finding.ts';
import { fixOf, whatOf } from '../message.ts';
import { EXAMPLES } from './examples.ts';
import { blockName, byFamily } from './explain.ts';

/** docs/findings.md: every finding with its severity and effect, the drawn example, and its words in both languages. */
export function findingsPage(): string {
  const families = byFamily(Object.keys(CATALOGUE) as FindingCode[]);
  const { vi, en } = WORDS;
  const contents = families.map(
    ([family, codes]) => `- ${vi.catalogue.families[family] ?? family}: ${codes.map(link).join(', ')}`,
  );
  const sections = families.map(([family, codes]) =>
    [
      `## \`${family}/…\`: ${vi.catalogue.families[family] ?? family}`,
      `*${en.catalogue.families[family] ?? family}.*`,
      ...codes.map(section),
    ].join('\n\n'),
  );
  return `${[INTRODUCTION, contents.join('\n'), ...sections].join('\n\n')}\n`;
}

const INTRODUCTION = `# Các điểm cần rà

Trang này được làm ra từ \`fixtures/findings/\` và từ các câu trong \`src/lang/\`; lệnh \`npm run docs\` làm lại nó. Dấu ⚑ chỉ
đúng chỗ bị nêu. Mọi số liệu, tên người, số điện thoại trong ví dụ đều bịa.

*Every finding, with what raises it (marked ⚑), what is said, why it matters and what is asked. Made by \`npm run docs\`; all
figures, people and phone numbers are invented. An error keeps a report from being counted; a warning and a note do not.*`;

function link(code: FindingCode): string {
  return `[\`${code}\`](#${code.replace('/', '')})`;
}

function section(code: FindingCode): string {
  const { severity, effect } = CATALOGUE[code];
  const { vi, en } = WORDS;
  const example = EXAMPLES[code];
  const head = [
    `### \`${code}\``,
    `**${vi.findings[code].title}** · ${en.findings[code].title}`,
    `${vi.catalogue.severity[severity]}, ${vi.catalogue.effect[effect]} · *${en.catalogue.severity[severity]}, ${en.catalogue.effect[effect]}*`,
  ];
  const drawn = example === undefined ? [] : [example.about, withoutMarkup(example.drawn)];
  return [...head, ...drawn, said(code)].join('\n\n');
}

/** Fences as plain text: readers of the page have no colours for `sheet`. A file that cannot be drawn is a line. */
function withoutMarkup(drawn: string): string {
  return drawn
    .replace(
      /^```(bytes|sent) (.*)\n```$/gm,
      (_, kind: string, info: string) => `\`${blockName(kind, info)}\``,
    )
    .replace(/^```(\w+) ?(.*)$/gm, (_, kind: string, info: string) => {
      const name = blockName(kind, info);
      return `${name === '' ? '' : `\`${name}\`\n\n`}\`\`\`text`;
    });
}

function said(code: FindingCode): string {
  const { vi, en } = WORDS;
  const found = EXAMPLES[code]?.found;
  const row = (label: keyof Words['catalogue']['explain'], of: (words: Words) => string) =>
    `| ${vi.catalogue.explain[label]} · *${en.catalogue.explain[label]}* | ${cell(of(vi))} | ${cell(of(en))} |`;
  return [
    '| | Tiếng Việt | English |',
    '|---|---|---|',
    ...(found === undefined ? [] : [row('says', (words) => whatOf(found, words))]),
    row('why', (words) => words.findings[code].why),
    ...(found === undefined ? [] : [row('fix', (words) => fixOf(found, words))]),
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
