import type { Context } from '../../console/command.ts';
import { type AdminList, listOn } from '../../load/admin-lists.ts';
import { namesInFile } from '../../load/names-file.ts';
import { placeLabel, placesNamed } from '../../load/places.ts';
import { UserError } from '../../model/error.ts';
import { dateOf, isDate } from '../../model/time.ts';
import { parseDay } from '../../text/date.ts';
import { hamletLines } from '../../text/hamlets.ts';
import type { OfficePlace } from '../../text/office.ts';

/** Which office, by code or name, in the list of which day; for a commune the names of its hamlets. */
export interface PlaceOptions {
  readonly district?: string;
  readonly province?: string;
  readonly commune?: string;
  readonly list?: string;
  readonly units?: string;
  readonly yes?: boolean;
}

const ZONE = 'Asia/Ho_Chi_Minh';

/** The list of `--list`, else of the campaign's first day, else of today. Throws a UserError. */
export function listFor({ io }: Context, typed: string | undefined, firstDay: string | null): AdminList {
  if (typed === undefined) return listOn(firstDay ?? dateOf(io.now(), ZONE));
  const day = isDate(typed) ? typed : parseDay(typed);
  if (day === null) throw new UserError({ kind: 'bad-date', text: typed });
  return listOn(day);
}

/** The office that the options name; null where they name none. Throws a UserError. */
export async function placeOf(
  context: Context,
  options: PlaceOptions,
  list: AdminList,
): Promise<OfficePlace | null> {
  for (const level of ['commune', 'district', 'province'] as const) {
    const typed = options[level];
    if (typed === undefined) continue;
    const place = await oneOf(context, typed, placesNamed(level, typed, list), options.yes === true);
    return level === 'commune' ? withHamlets(context, place, options.units) : place;
  }
  return null;
}

/** A name that comes again in the nation is asked, each with what it lies in; without anybody to ask it needs its code. */
async function oneOf(
  context: Context,
  typed: string,
  found: readonly OfficePlace[],
  silent: boolean,
): Promise<OfficePlace> {
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (silent || context.io.terminal === undefined)
    throw new UserError({ kind: 'several-places', text: typed, known: found.map(placeLabel) });
  const { openAsker } = await import('../../console/ask.ts');
  const said = context.words.fill.init;
  const asker = await openAsker(context, '');
  return asker.choose(
    said.whichPlace(typed, found.length),
    found.map((value) => ({ value, name: placeLabel(value) })),
  );
}

/** No list has what lies below a commune: a column of names in any file that can be read is enough. */
async function withHamlets(
  { io }: Context,
  place: OfficePlace,
  file: string | undefined,
): Promise<OfficePlace> {
  if (file === undefined) {
    if (io.terminal !== undefined) return place;
    throw new UserError({ kind: 'no-hamlets', place: place.name });
  }
  const names = await namesInFile(io, file);
  const units = hamletLines(names, place.code);
  if (units.length === 0) throw new UserError({ kind: 'no-hamlets', place: place.name });
  return { ...place, units };
}
