const DAY = 86_400;
const LAST_SERIAL = 2_958_465;

/** ISO date, date and time, or time alone of a spreadsheet serial; null where there is none. To the second, rounded. */
export function serialDate(serial: number, date1904: boolean): string | null {
  if (!(serial >= 0)) return null;
  let seconds = Math.round(serial * DAY);
  if (seconds < DAY) return `T${clock(seconds)}`;
  // Excel believes in 29/2/1900, serial 60; days before it are one earlier than a true count gives.
  if (date1904) seconds += 1462 * DAY;
  else if (seconds < 60 * DAY) seconds += DAY;
  else if (seconds < 61 * DAY) return null;
  if (seconds >= (LAST_SERIAL + 1) * DAY) return null;
  const date = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString().slice(0, 10);
  return seconds % DAY === 0 ? date : `${date}T${clock(seconds % DAY)}`;
}

function clock(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}
