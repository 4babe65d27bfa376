import { readFileSync } from 'node:fs';
import { COMMANDS } from '../src/cli/table.ts';
import { WORDS } from '../src/lang/lang.ts';
import { findingsPage } from '../src/view/explain/catalogue.ts';
import { campaignPage } from './campaign-page.ts';
import { commandsPage } from './commands-page.ts';
import { formsPage } from './forms-page.ts';
import { intakePage } from './intake-page.ts';

/** The pages that are made from code, by path from the project's root. */
export async function pages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['docs/campaign.md', campaignPage()],
    ['docs/commands.md', await commandsPage()],
    ['docs/findings.md', findingsPage()],
    ['docs/forms.md', formsPage()],
    ['docs/intake.md', await intakePage()],
    ['README.md', readme()],
  ]);
}

/** The README with its table of commands as `--help` tells them. */
function readme(): string {
  const { help } = WORDS.vi.commands;
  const rows = COMMANDS.map(({ name, operands }) => {
    const summary = help[name as keyof typeof help].summary;
    return `| \`${[name, ...operands].join(' ')}\` | ${summary} |`;
  });
  const table = ['| lệnh | việc |', '|---|---|', ...rows].join('\n');
  const text = readFileSync('README.md', 'utf8');
  return text.replace(/(<!-- commands -->\n)[\s\S]*?(<!-- \/commands -->)/, `$1${table}\n$2`);
}
