import type { Span } from './text.ts';

/** What a recogniser saw, and where. Facts never overlap: what an earlier recogniser took, later ones do not read again. */
export type Fact = Span & Seen;

export type Seen =
  /** "Công văn số 758/UBND-VX ngày 10/8/2020": its days are no deadlines. */
  | { readonly kind: 'document' }
  /** What is said of former rules, of hours of other things, of the moment of a figure: no deadline stands in it. */
  | { readonly kind: 'aside' }
  /** "từ ngày 16/8 đến ngày 22/8". */
  | { readonly kind: 'period'; readonly first: string; readonly last: string }
  /** HH:MM; null where it is no hour of a day ("24 giờ"). */
  | { readonly kind: 'hour'; readonly time: string | null }
  /** yyyy-mm-dd. */
  | { readonly kind: 'day'; readonly date: string }
  /** An exact share as it is written in campaign.yaml: `60%`, `62,5%`. */
  | { readonly kind: 'rate'; readonly reach: string }
  /** `day`, or another rhythm that campaign.yaml has no word for. */
  | { readonly kind: 'often'; readonly every: 'day' | 'other' }
  /** "cuối ngày": an hour that is none. */
  | { readonly kind: 'vague' }
  | { readonly kind: 'group'; readonly group: Group }
  /** One named office: "Phòng Văn hóa và Thông tin", "UBND tỉnh Bình Phước". */
  | { readonly kind: 'body'; readonly name: string; readonly body: BodyKind }
  | { readonly kind: 'form'; readonly form: string | null }
  | { readonly kind: 'duty'; readonly duty: 'report' | 'other' };

/** `guessed`: a department whose name may end elsewhere. */
export type BodyKind = 'committee' | 'department' | 'guessed' | 'other';

/** Addressees: what the roster calls them, or a word that stands for those of "Kính gửi". */
export type Group =
  | { readonly kind: 'communes'; readonly kinds: readonly string[] }
  | { readonly kind: 'districts'; readonly kinds: readonly string[] }
  | { readonly kind: 'agencies'; readonly kinds: readonly string[] }
  | { readonly kind: 'others'; readonly kinds: readonly string[] }
  /** "các đơn vị", "các địa phương", "cấp xã". */
  | { readonly kind: 'meant'; readonly whom: 'all' | 'agencies' | 'local' | 'communes' };

/** Facts of one kind. */
export type FactOf<K extends Seen['kind']> = Span & Extract<Seen, { readonly kind: K }>;

export function factsOf<K extends Seen['kind']>(
  facts: readonly Fact[],
  kind: K,
  within?: Span,
): readonly FactOf<K>[] {
  return facts.filter(
    (fact): fact is FactOf<K> =>
      fact.kind === kind && (within === undefined || (fact.from >= within.from && fact.to <= within.to)),
  );
}
