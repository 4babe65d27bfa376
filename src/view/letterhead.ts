import type { Campaign } from '../model/campaign.ts';
import type { ViewInput } from './input.ts';
import type { Block, Letterhead, Signature } from './page.ts';

/** The office that the units report to: the department that collects, else the authority itself. */
export function collectingOffice({ authority }: Campaign): string {
  return authority.department ?? authority.name;
}

/**
 * The office that issues the report. Somebody who signs on behalf of the authority ("TM. ỦY BAN NHÂN DÂN") signs its report,
 * whichever department collected the figures.
 */
export function issuingOffice(input: ViewInput): string {
  const { campaign } = input.folder;
  return campaign.report.signer.authority === null ? collectingOffice(campaign) : campaign.authority.name;
}

/** Nghị định 30/2020/NĐ-CP, Phụ lục I: the parent office over the issuing one, the nation, number, place and date. */
export function letterhead(input: ViewInput): Letterhead {
  const { authority, report } = input.folder.campaign;
  const { official } = input.words.view;
  const office = issuingOffice(input);
  const above =
    office !== authority.name ? authority.name : official.standsAlone(office) ? null : authority.parent;
  return {
    kind: 'letterhead',
    parent: above === null ? null : official.capitals(above),
    agency: official.capitals(office),
    nation: official.nation,
    motto: official.motto,
    number: official.number(report.number),
    placeAndDate: official.placeAndDate(authority.place, input.summary.asOf),
  };
}

/** Title, subject, the form that it sums up, and the hour that the figures stand for. */
export function titleBlocks(
  input: ViewInput,
  formName: string | null,
  { provisional }: { readonly provisional: boolean },
): readonly Block[] {
  const { official, text } = input.words.view;
  const asOf = [
    text.asOf(input.summary.asOf),
    ...(input.summary.date === input.summary.asOf.slice(0, 10)
      ? []
      : [lowerFirst(text.forDate(input.summary.date))]),
    ...(provisional ? [text.provisional] : []),
  ].join('; ');
  return [
    {
      kind: 'title',
      lines: [
        official.title,
        official.subject(input.summary.campaign.name),
        ...(formName === null ? [] : [official.subjectOfForm(formName)]),
      ],
    },
    ...(input.supplement === null
      ? []
      : [{ kind: 'text', style: 'as-of', text: text.supplement(input.supplement) } as const]),
    { kind: 'text', style: 'as-of', text: asOf },
  ];
}

/**
 * Who signs and who receives: as campaign.yaml says, else by the kind of office. Where the addressees stand above already
 * ("Kính gửi"), the list says "Như trên" of them.
 */
export function signature(input: ViewInput, addressedAbove: boolean): Signature {
  const { report } = input.folder.campaign;
  const { official } = input.words.view;
  const usual = official.signer(issuingOffice(input));
  const stated = report.signer.title !== null;
  const [asAbove = '', ...others] = official.defaultRecipients;
  const addressed = addressees(input);
  const recipients =
    report.recipients.length > 0
      ? report.recipients
      : [...(addressed.length > 0 && addressedAbove ? [asAbove] : addressed), ...others];
  return {
    kind: 'signature',
    recipientsTitle: official.recipients,
    recipients: listed(recipients),
    lines: [
      report.signer.authority ?? (stated ? null : usual.authority),
      report.signer.onBehalf ?? (stated ? null : usual.onBehalf),
      report.signer.title ?? usual.title,
    ]
      .filter((line) => line !== null)
      .map(official.capitals),
    name: report.signer.name,
  };
}

/** Whom the report goes to, one a line; none where campaign.yaml names nobody. */
export function addressees(input: ViewInput): readonly string[] {
  return input.folder.campaign.forward.flatMap(({ to }) => to);
}

/** Whether a list of recipients begins with "Như trên", which needs a "Kính gửi" above. */
export function refersAbove(input: ViewInput): boolean {
  return (
    addressees(input).length > 0 &&
    input.folder.campaign.report.recipients.some((one) => /^như trên/iu.test(one))
  );
}

/** The block "Kính gửi": null where nobody is addressed. */
export function addressBlock(input: ViewInput): Block | null {
  const to = listed(addressees(input));
  const [only] = to;
  if (only === undefined) return null;
  const { official } = input.words.view;
  const body =
    to.length === 1
      ? `${official.to}: ${only}`
      : [`${official.to}:`, ...to.map((one) => `- ${one}`)].join('\n');
  return { kind: 'text', style: 'to', text: body };
}

/** ";" after each, "." after the last (Nghị định 30). */
function listed(names: readonly string[]): readonly string[] {
  return names.map((name, index) => `${name}${index === names.length - 1 ? '.' : ';'}`);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
