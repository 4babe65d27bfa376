import type { Roster } from '../../model/units.ts';
import { fold } from '../fold.ts';
import { kindAt } from './kinds.ts';
import { tokenise } from './tokens.ts';

/** The folds of every name and alias of the roster, with and without the kind: what `rescueWorkbook` may expect to find. */
export function knownNames(roster: Roster): ReadonlySet<string> {
  const known = new Set<string>();
  for (const unit of roster.units) {
    for (const name of [unit.name, ...unit.aliases]) {
      const said = tokenise(name);
      const core = said.tokens[kindAt(said, 0)?.length ?? 0];
      known.add(fold(name));
      if (core !== undefined) known.add(fold(said.text.slice(core.start)));
    }
  }
  return known;
}
