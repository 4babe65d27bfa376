import type { CommandWords } from '../vi/commands.ts';

const PATHS = 'files or folders to read (none: inbox/<date>/)';

export const help: CommandWords['help'] = {
  aggregate: {
    summary: 'read, check, sum and write the summary',
    description:
      "The main job: reads a day's received files, recognises form and unit, checks, sums, writes the Excel summary,\nand prints the table, what is wrong, and who is missing.",
    operand: PATHS,
    options: {},
    examples: [
      'bluezone-report aggregate',
      'bluezone-report aggregate inbox/2021-08-16 --as-of 2021-08-16T16:00',
      'bluezone-report aggregate -d 16/8/2021 --format xlsx --format docx',
    ],
  },
  validate: {
    summary: 'check the files without summing',
    description:
      'Reads and checks as aggregate does, but sums nothing and writes no summary. When a unit sends again, says which points\nare corrected, left and new. --annotate writes each faulty file back: its cells marked, each with a note, a first sheet\nthat lists the points, and a reply in .txt to paste into a chat or mail; all else in the file stays as it was.',
    operand: PATHS,
    options: {
      annotate: 'write each faulty file into this folder with its cells marked, and a reply to send back',
    },
    examples: [
      'bluezone-report validate',
      'bluezone-report validate "inbox/2021-08-16/tam quan.xlsx"',
      'bluezone-report validate inbox/2021-08-16 --annotate outbox/returned/2021-08-16',
    ],
  },
  receive: {
    summary: 'take files into the inbox and record their arrival',
    description:
      "Files, folders and archives from outside the campaign are copied (never moved) into inbox/<day>/ under their own names; another file of that name becomes (2).\nThen records in the ledger which file came when and by which channel, without summing. A second run adds nothing.\nEvidence, strongest first: --at, received.csv, the mail's date, first seen by the ledger, the file's own time (weak).",
    operand: PATHS,
    options: {
      at: 'time of arrival (2021-08-16T14:05 or 16/8/2021 14:05)',
      channel: 'channel: zalo, email, …',
      'on-behalf': 'entered by the office for the unit',
    },
    examples: [
      'bluezone-report receive',
      'bluezone-report receive ~/Downloads/tam-quan.xlsx ~/Downloads/hoai-son.zip --channel zalo',
      'bluezone-report receive inbox/2021-08-16/tam-quan.xlsx --at 2021-08-16T14:05 --channel zalo',
    ],
  },
  watch: {
    summary: 'watch the inbox until the deadline: what lands is received and checked at once',
    description:
      'Stays on the screen from the first report to the deadline: what lands in inbox/<day>/ (or in a folder of --from, such as the downloads of a chat program)\nis received once it is whole, and checked at once; the board and the minutes left are redrawn; for a faulty file the reply to paste is shown.\nFrom --from only what arrives after the start and shows a form or names a unit exactly is taken; the rest is named. Ctrl-C at any moment loses nothing.',
    operand: '',
    options: {
      from: 'another folder to watch (several are possible); nothing is moved or removed there',
      until: 'stop watching at this hour and sum up',
      every: 'seconds between two looks (2 by default)',
    },
    examples: ['bluezone-report watch', 'bluezone-report watch --from ~/Downloads --until 15:00'],
  },
  status: {
    summary: 'who has sent, who is late, who is missing, minutes left',
    description:
      'The board of a day: when each unit sent, which version, how late; minutes to the deadline;\nwhich files are undecided or rejected.',
    operand: '',
    options: {
      remind: 'print a reminder for each unit that is missing, with its contact',
      form: 'remind of this form only',
    },
    examples: ['bluezone-report status', 'bluezone-report status --remind'],
  },
  sent: {
    summary: 'mark a summary as sent',
    description:
      'Records in the ledger that this summary was sent (number, time) and keeps its bytes. It is never overwritten:\nwhen figures change, the next one is named …-bo-sung-<n>.xlsx and says what it corrects.',
    operand: 'a summary (none: the newest in outbox/<date>/)',
    options: { number: 'number of the letter', at: 'when it was sent (none: now)' },
    examples: [
      'bluezone-report sent',
      'bluezone-report sent outbox/2021-08-16/tong-hop-2021-08-16.xlsx --number 05/BC-VHTT',
    ],
  },
  resolve: {
    summary: 'record a decision: whose file, which version, why a fall, an exemption',
    description:
      'Records a decision in the ledger; every later run follows it. Without options it asks on the terminal.\nReasons (--why): sửa sai, trùng, điều chỉnh địa bàn, đổi cách tính, khác.',
    operand: "the file in question, as in the day's list; several with --together",
    options: {
      sheet: 'the sheet, where a file holds several reports',
      unit: "this file is the unit's (code or name)",
      day: 'this file is for the day',
      counts: 'this version counts',
      together: 'these files (or sheets) are parts of one report: they are added',
      counting: 'what the running total of this file means',
      'accept-fall': "accept the fall of a unit's figure, with --why",
      'accept-change': "explain a change of a unit's figure after it was sent, with --why",
      why: 'the reason, one of the above',
      exempt: 'free a unit from reporting, with --reason',
      from: 'exempt from (none: the day in question)',
      to: 'exempt to, inclusive (none: the day in question)',
      form: 'the form, where a unit sends several',
      reason: 'more in words',
      by: 'who decides; without it the name that the system knows',
      undo: 'decision that no longer holds',
      list: 'list the decisions',
    },
    examples: [
      'bluezone-report resolve "bao cao 17-8.xlsx" --unit 21640',
      'bluezone-report resolve "hamlet A.xlsx" "hamlet B.xlsx" --together',
      'bluezone-report resolve --accept-fall "Xã Hoài Châu" --why trùng --reason "12 duplicates removed"',
      'bluezone-report resolve --exempt 21676 --from 2021-08-18 --to 2021-08-20 --reason "quarantine"',
    ],
  },
  init: {
    summary: 'make the folder of a campaign',
    description:
      'Makes campaign.yaml, units.csv and inbox/ from a shipped profile, or asks for what another letter says.\nProfiles: hoai-nhon-2021, loc-ninh-2020, hong-ngu-2020, quang-dien-2020, dong-nai-2020; of the two tiers of today: gia-lai-2026. Nothing is written over.',
    operand: 'a profile, then the folder to make',
    options: {
      commune: 'this commune or ward collects; with --units',
      district: 'take the communes of this district (lists before 1/7/2025)',
      letter: 'read the directive itself (.docx, .txt, .pdf with a text layer, .doc, .odt)',
      yes: 'ask nothing: write what the letter settles, what is open as comments',
      list: 'the administrative list of this day (default: the campaign’s first)',
      province:
        'take the communes (before 1/7/2025 the districts) of this province from the administrative list',
      units: 'a file with a column of names of the commune’s hamlets, schools, enterprises',
    },
    examples: [
      'bluezone-report init hoai-nhon-2021',
      'bluezone-report init loc-ninh-2020 bu-dop --district "Huyện Bù Đốp"',
      'bluezone-report init --province "Gia Lai"',
      'bluezone-report init --commune "Hoài Nhơn Bắc" --units wards.txt',
      'bluezone-report init',
    ],
  },
  fill: {
    summary: 'answer questions, get the official form',
    description:
      'Asks for each part of a form, says at once what is wrong, shows all of it and writes the official form\n(outbox/<date>/), and into the inbox if wished. Ctrl-C keeps a draft, which the next start offers.\n\nScripts, where nobody answers, use --answers with a JSON file:\n  {"form":"mau-02","unit":"21649","date":"2021-08-16","rows":[{"full_name":"…","address":"…","phone":"…","cumulative":12}]}\n  {"form":"mau-01","unit":"CQ02","fields":{"staff_total":20,"staff_with_smartphone":18,"staff_installed":17}}\nWith errors nothing is written, and the exit code is 1.',
    operand: 'a form, for example mau-02',
    options: {
      unit: 'the unit (code or name)',
      answers: 'take the answers from this JSON file, ask nothing',
      inbox: 'put it into inbox/<date>/ as well, as if received',
    },
    examples: ['bluezone-report fill', 'bluezone-report fill mau-02 --answers hoai-chau.json --inbox'],
  },
  template: {
    summary: 'make blank forms, with name and code of the unit',
    description:
      'Makes blank forms laid out as in the letter: what is to be filled in is unlocked, the rest protected (no password).\nThey go to outbox/<date>/mau/; without a form, all forms of the campaign are made.',
    operand: 'a form, for example mau-02',
    options: {
      all: 'one file for each unit that owes it, with its name and code',
      unit: 'for one unit (code or name)',
      rows: 'blank rows of a table (50 unless told)',
    },
    examples: [
      'bluezone-report template --all -d 16/8/2021',
      'bluezone-report template mau-02 --unit "Xã Hoài Châu" --format docx',
    ],
  },
  trace: {
    summary: 'walk a figure back to file, sheet and cells',
    description:
      "Says which file, sheet and cells a unit's figure was read from, how it was counted, which version, and when it came.\nA figure that came in a summary is followed down where the files are at hand. “total” is the sum of all units.",
    operand: 'code or name of a unit (or “total”); measure',
    options: { below: 'campaign folder of an office below, to go on down' },
    examples: [
      'bluezone-report trace "Xã Hoài Châu"',
      'bluezone-report trace total installed -d 2021-08-16',
      'bluezone-report trace 21649 --below ../hoai-nhon',
    ],
  },
  verify: {
    summary: 'check a summary and name what differs',
    description:
      'Computes the summary again from itself (table, formulas, the data that it carries), from the received files and\nfrom the ledger, and names every cell that differs. Ends with exit code 1 where something does.',
    operand: 'summary workbook (.xlsx)',
    options: {},
    examples: ['bluezone-report verify outbox/2021-08-16/tong-hop-2021-08-16.xlsx'],
  },
  doctor: {
    summary: 'check campaign, roster, ledger and inbox',
    description:
      'Checks campaign.yaml, the roster, the inbox and the ledger, and says what to do. --purge ends a campaign:\nit removes the ledger, the key and drafts in .bluezone; inbox and outbox stay.',
    operand: '',
    options: {
      purge: 'end the campaign, remove .bluezone',
      yes: 'agree to remove',
      repair: 'rebuild a damaged ledger from inbox, outbox and log; put back what was sent',
    },
    examples: [
      'bluezone-report doctor',
      'bluezone-report doctor --repair',
      'bluezone-report doctor --purge --yes',
    ],
  },
  daily: {
    summary: 'unattended: record, sum, write the provisional or the final summary',
    description:
      'One scheduled run: records new files, sums, writes a provisional summary (-tam) before the deadline, the final one after it (marked as sent), a supplement where figures change later, and the reminders. A second run with nothing new writes nothing. One missed day is caught up. With -q it prints only what needs attention.',
    operand: '',
    options: {
      'on-result':
        'your own program, called with the paths of what was written (to mail it, to copy it); the variable BLUEZONE_REPORT_RESULT is the line of the result',
    },
    examples: ['bluezone-report daily', 'bluezone-report daily -q --on-result /usr/local/bin/gui-thu'],
  },
  schedule: {
    summary: 'print the schedule for cron, systemd or Windows',
    description:
      "Prints the crontab line, the systemd units or the Windows task that run daily at this campaign's hours (the key daily in campaign.yaml, else by the deadlines), in the campaign's time zone. --check says when it last ran and will next run.",
    operand: 'cron, systemd or windows (none: by this computer)',
    options: {
      check: 'when it last ran and will next run',
      receive: 'print the task that records arrivals (windows only)',
      'on-result': 'put this option into the daily command of the schedule (see daily)',
    },
    examples: [
      'bluezone-report schedule',
      'bluezone-report schedule systemd -o ~/.config/systemd/user',
      'bluezone-report schedule --check',
    ],
  },
  explain: {
    summary: 'explain a finding code',
    description:
      'Says what a finding means, with an example and how to put it right. Without a code: lists all.',
    operand: 'a code, for example value/not-a-number',
    options: {},
    examples: ['bluezone-report explain report/total-not-sum'],
  },
};
