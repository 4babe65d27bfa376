import type { SenderLine } from '../model/summary.ts';
import type { ViewInput } from './input.ts';

/** The offices that send summaries: every scope lists the same. */
export function sendersOf({ summary }: ViewInput): readonly SenderLine[] {
  return summary.scopes.find(({ senders }) => senders !== undefined)?.senders ?? [];
}
