import type { Finding, FindingCode } from '../../model/finding.ts';
import examples from './examples.json' with { type: 'json' };

/** A finding as its fixture raises it, with the drawn files that do. */
export interface Example {
  /** One sentence in English: what the case is about. */
  readonly about: string;
  /** The drawn file or files in Markdown, the faulty place marked ⚑. */
  readonly drawn: string;
  readonly found: Finding;
}

/** Made from `fixtures/findings/` by the test of the catalogue, which fails when they differ. */
export const EXAMPLES = examples as unknown as { readonly [C in FindingCode]?: Example };
