import type { DailyWords } from '../vi/daily.ts';
import { date } from './numbers.ts';

export const daily: DailyWords = {
  day: (iso, text) => `${date(iso)}: ${text}`,
  idle: 'no report is due',
  nothingNew: 'nothing new',
  stage: {
    provisional: (files) => `provisional summary ${files.join(', ')}`,
    final: (files) => `final summary ${files.join(', ')}`,
    supplement: (files) => `supplement ${files.join(', ')}: figures changed after they were sent`,
  },
  scope: (form, count) => {
    const parts = [
      count.late > 0 ? `${count.late} late` : '',
      count.missing > 0 ? `${count.missing} missing` : '',
      count.awaited > 0 ? `${count.awaited} awaited` : '',
    ].filter((part) => part !== '');
    const detail = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
    return `${form} ${count.reported}/${count.expected}${detail}`;
  },
  rejected: (count) => `${count} rejected`,
  undecided: (count) => `${count} undecided`,
  left: (count) => `${count} still being written, left for the next run`,
  unreadable: (count) => `${count} could not be opened`,
  altered: (names) => `changed after it was sent, put back: ${names.join(', ')}`,
  reminded: (count) => `${count} to be reminded`,
  role: { caughtUp: 'Caught up', revisited: 'Looked at again' },
  missed: (spans, count) =>
    `No summary of ${count} earlier day${count === 1 ? '' : 's'} (${spans.map(([from, to]) => (from === to ? date(from) : `${date(from)} to ${date(to)}`)).join(', ')}): run bluezone-report daily -d <date> for each`,
  failed: (iso, why) => `${date(iso)} could not be done, the next run tries again: ${why}`,
  clock: (last) =>
    `The clock is behind the last run (${moment(last)}): check the date and time of this computer`,
  onResult: (reason) => `The --on-result command failed (${reason}); the next run calls it again`,
  schedule: {
    about: (campaign) => `bluezone-report: ${campaign}`,
    times: (zone, runs, final) => `Runs, in ${zone}: ${runs.join(', ')} (final summary: ${final}).`,
    receiving: 'Recording when new files arrive:',
    running: 'Making the summary:',
    cronInstall:
      'To install: run `crontab -e` and paste the lines of this schedule. Cron mails when something needs attention (MAILTO).',
    cronZone: (machine, zone) =>
      `Debian's cron goes by the computer's zone (${machine}); each line looks at the time in ${zone} before it runs.`,
    cronSame: (zone) => `The computer is set to ${zone}. Print this again when its zone is changed.`,
    systemdInstall: (names) =>
      `To install: write each file to ~/.config/systemd/user/ (or use -o), then: systemctl --user daemon-reload && systemctl --user enable --now ${names.join(' ')} && loginctl enable-linger`,
    windowsInstall: (command) => `To install (save as a file, or use -o): ${command}`,
    windowsAccount:
      'As above, the task runs only while its user is logged on (a locked screen is no matter). To run it without that, and without a window, add to the command: /RU "%USERNAME%" /RP * (Windows asks for the password). Not where the campaign folder is on a network drive: its letter (Z:) is there only while logged on.',
    fixedOffset:
      'Windows keeps a fixed distance from universal time; where clocks change with the season, print this again after each change.',
    daily: 'makes the summary of each day',
    receive: 'records when files arrive',
    until: (day) =>
      `This campaign ends on ${date(day)}; after that the command does nothing and can be removed.`,
    lastRun: (at, exit) =>
      `Last run: ${moment(at)}, ${['done', 'done, something needs attention', 'could not run'][exit] ?? exit}.`,
    never: 'It has not run yet.',
    nextRun: (at) => `Next run: ${moment(at)}.`,
    noMore: 'No run is left in this campaign.',
    skipped: (at) =>
      `The run of ${moment(at)} did not take place. Check that the schedule is installed and the computer was on.`,
  },
};

function moment(iso: string): string {
  return `${iso.slice(11, 16)} on ${date(iso)}`;
}
