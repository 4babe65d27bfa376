import { parseDocument, YAMLSeq } from 'yaml';
import type { Change } from '../letter/amend.ts';

/**
 * campaign.yaml with what a letter changes: an entry that ends gets its last day, the new one its first; everything else,
 * remarks included, stays. `cited` is the sentence of the letter behind a change, for the remark over it.
 */
export function amendCampaignYaml(
  yaml: string,
  changes: readonly Change[],
  { since, until, cited }: { readonly since: string; readonly until: string; cited(change: Change): string },
): string {
  const document = parseDocument(yaml);
  for (const change of changes) {
    const { list, ends, value } = change;
    if (ends !== null) document.setIn([list, ends, 'until'], until);
    const old = ends === null ? {} : (document.toJS() as { [list: string]: object[] })[list]?.[ends];
    const { until: _, since: __, ...kept } = (old ?? {}) as { readonly [key: string]: unknown };
    const node = document.createNode({ ...kept, ...value, since }, { flow: true });
    node.commentBefore = ` ${cited(change)}`;
    const entries = document.get(list);
    if (entries instanceof YAMLSeq) {
      entries.flow = false;
      entries.add(node);
    } else document.set(list, document.createNode([node]));
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}
