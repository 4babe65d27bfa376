import { annotation as enAnnotation } from './en/annotation.ts';
import { catalogue as enCatalogue } from './en/catalogue.ts';
import { commands as enCommands } from './en/commands.ts';
import { daily as enDaily } from './en/daily.ts';
import { doctor as enDoctor } from './en/doctor.ts';
import { fill as enFill } from './en/fill.ts';
import { findings as enFindings } from './en/findings.ts';
import { letter as enLetter } from './en/letter.ts';
import { levels as enLevels } from './en/levels.ts';
import { problems as enProblems } from './en/problems.ts';
import { receive as enReceive } from './en/receive.ts';
import { remind as enRemind } from './en/remind.ts';
import { start as enStart } from './en/start.ts';
import { status as enStatus } from './en/status.ts';
import { view as enView } from './en/view.ts';
import { watch as enWatch } from './en/watch.ts';
import type { FindingWords } from './findings.ts';
import type { ProblemWords } from './problems.ts';
import { type AnnotationWords, annotation as viAnnotation } from './vi/annotation.ts';
import { type CatalogueWords, catalogue as viCatalogue } from './vi/catalogue.ts';
import { type CommandWords, commands as viCommands } from './vi/commands.ts';
import { type DailyWords, daily as viDaily } from './vi/daily.ts';
import { type DoctorWords, doctor as viDoctor } from './vi/doctor.ts';
import { type FillWords, fill as viFill } from './vi/fill.ts';
import { findings as viFindings } from './vi/findings.ts';
import { type LetterWords, letter as viLetter } from './vi/letter.ts';
import { type LevelWords, levels as viLevels } from './vi/levels.ts';
import { problems as viProblems } from './vi/problems.ts';
import { type ReceiveWords, receive as viReceive } from './vi/receive.ts';
import { type RemindWords, remind as viRemind } from './vi/remind.ts';
import { type StartWords, start as viStart } from './vi/start.ts';
import { type StatusWords, status as viStatus } from './vi/status.ts';
import { type ViewWords, view as viView } from './vi/view.ts';
import { watch as viWatch, type WatchWords } from './vi/watch.ts';

export type Language = 'vi' | 'en';

/** Every word that a user sees, in one language. An entry that one language lacks does not compile. */
export interface Words {
  readonly language: Language;
  readonly findings: FindingWords;
  readonly catalogue: CatalogueWords;
  readonly problems: ProblemWords;
  readonly commands: CommandWords;
  readonly view: ViewWords;
  readonly annotation: AnnotationWords;
  readonly start: StartWords;
  readonly status: StatusWords;
  readonly receive: ReceiveWords;
  readonly remind: RemindWords;
  readonly daily: DailyWords;
  readonly doctor: DoctorWords;
  readonly fill: FillWords;
  readonly letter: LetterWords;
  readonly levels: LevelWords;
  readonly watch: WatchWords;
}

export const WORDS: { readonly [L in Language]: Words } = {
  vi: {
    language: 'vi',
    findings: viFindings,
    catalogue: viCatalogue,
    problems: viProblems,
    commands: viCommands,
    view: viView,
    annotation: viAnnotation,
    start: viStart,
    status: viStatus,
    receive: viReceive,
    remind: viRemind,
    daily: viDaily,
    doctor: viDoctor,
    fill: viFill,
    letter: viLetter,
    levels: viLevels,
    watch: viWatch,
  },
  en: {
    language: 'en',
    findings: enFindings,
    catalogue: enCatalogue,
    problems: enProblems,
    commands: enCommands,
    view: enView,
    annotation: enAnnotation,
    start: enStart,
    status: enStatus,
    receive: enReceive,
    remind: enRemind,
    daily: enDaily,
    doctor: enDoctor,
    fill: enFill,
    letter: enLetter,
    levels: enLevels,
    watch: enWatch,
  },
};
