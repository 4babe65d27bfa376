import type { RunTimes } from '../../model/run-times.ts';

export interface Unit {
  readonly name: string;
  readonly text: string;
}

/** A service and its timer. `zone` is an IANA name, which systemd understands by itself. */
export function systemdUnits(
  name: string,
  about: string,
  command: readonly string[],
  calendar: readonly string[],
  persistent: boolean,
): readonly Unit[] {
  const service = [
    '[Unit]',
    `Description=${specifiers(about)}`,
    '',
    '[Service]',
    'Type=oneshot',
    `ExecStart=${command.map(word).join(' ')}`,
    '',
  ];
  const timer = [
    '[Unit]',
    `Description=${specifiers(about)}`,
    '',
    '[Timer]',
    ...calendar.map((each) => `OnCalendar=${each}`),
    ...(persistent ? ['Persistent=true'] : []),
    'AccuracySec=1s',
    '',
    '[Install]',
    'WantedBy=timers.target',
    '',
  ];
  return [
    { name: `${name}.service`, text: service.join('\n') },
    { name: `${name}.timer`, text: timer.join('\n') },
  ];
}

export function dailyCalendar({ daily }: RunTimes, zone: string): readonly string[] {
  return daily.map((time) => `*-*-* ${time}:00 ${zone}`);
}

/** The hours between, each so many minutes; then the last minutes before the deadline one by one. */
export function receiveCalendar({ receive }: RunTimes, zone: string): readonly string[] {
  const { from, to, every, eachMinute } = receive;
  const [first, last] = [from, to].map((time) => time.slice(0, 2));
  const hours = first === last ? first : `${first}..${last}`;
  const often = every === 60 ? '00' : `00/${every}`;
  return [`*-*-* ${hours}:${often}:00 ${zone}`, ...(eachMinute === null ? [] : minutesOf(eachMinute, zone))];
}

/** A range of minutes cannot cross an hour. */
function minutesOf({ from, to }: { readonly from: string; readonly to: string }, zone: string): string[] {
  const [hour = '', minute = ''] = from.split(':');
  const [lastHour = '', lastMinute = ''] = to.split(':');
  if (hour === lastHour) return [`*-*-* ${hour}:${minute}..${lastMinute}:00 ${zone}`];
  return [`*-*-* ${hour}:${minute}..59:00 ${zone}`, `*-*-* ${lastHour}:00..${lastMinute}:00 ${zone}`];
}

/** A word of ExecStart: quoted, with `%` and `$` doubled, which systemd would replace. */
function word(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('$', '$$$$');
  return `"${specifiers(escaped)}"`;
}

function specifiers(text: string): string {
  return text.replaceAll('%', '%%').replaceAll(/[\r\n]+/g, ' ');
}
