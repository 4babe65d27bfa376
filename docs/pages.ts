import { campaignPage } from './campaign-page.ts';
import { commandsPage } from './commands-page.ts';

/** The pages that are made from code, by file name. */
export async function pages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['campaign.md', campaignPage()],
    ['commands.md', await commandsPage()],
  ]);
}
