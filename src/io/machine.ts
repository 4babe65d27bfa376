import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { ownCommand } from '../installed.ts';

/** The computer and the process that a run is on. */
export interface Machine {
  readonly platform: string;
  readonly host: string;
  readonly pid: number;
  /** Has work done when the process ends before its time (Ctrl-C); gives what takes that back. */
  onExit(work: () => void): () => void;
  /** Who is logged in, as the system calls them. */
  readonly user: string;
  /** IANA name of the computer's own time zone. */
  readonly zone: string;
  /** As `ownCommand` gives them. */
  readonly command: readonly string[];
  /** When this process began, as the system counts; null where it does not say. It tells a process number used again. */
  readonly started: string | null;
  /** Whether a process of this computer lives, and is the one that began then. */
  isAlive(pid: number, started: string | null): boolean;
}

export function realMachine(): Machine {
  return {
    platform: process.platform,
    host: hostname(),
    pid: process.pid,
    onExit: (work) => {
      process.once('exit', work);
      return () => process.removeListener('exit', work);
    },
    user: userName(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    command: ownCommand(),
    started: startOf(process.pid),
    isAlive: (pid, started) => {
      if (!exists(pid)) return false;
      const now = startOf(pid);
      return started === null || now === null || now === started;
    },
  };
}

/** A system may know no name for who runs it (a container, a service). */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env.USER ?? process.env.USERNAME ?? '';
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Field 22 of Linux's /proc/<pid>/stat; the name before it may hold blanks and brackets. Null on other systems, `ended`
 * for a process that is dead and only not yet collected by the one that started it.
 */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/** A user's own program to be started. No shell reads its arguments. */
export interface ProgramStart {
  readonly command: string;
  readonly args: readonly string[];
  /** Beside the environment of this process. */
  readonly env: { readonly [name: string]: string };
}

/** How it ended: `reason` is null for exit code 0, else the code, a signal, `timeout`, or why it could not be started. */
export interface ProgramResult {
  readonly reason: string | null;
  /** What it printed, cut off where it is long. */
  readonly printed: string;
}

/** Longer than any mail server takes, in milliseconds. */
const PATIENCE = 5 * 60_000;
const MOST_PRINTED = 16_384;

export function startProgram(program: ProgramStart): Promise<ProgramResult> {
  return new Promise((resolve) => {
    let printed = '';
    const ended = (reason: string | null): void => resolve({ reason, printed });
    const child = spawned(program);
    if (typeof child === 'string') {
      ended(child);
      return;
    }
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        printed = (printed + part).slice(0, MOST_PRINTED);
      });
    }
    child.on('error', (error: NodeJS.ErrnoException) => ended(error.code ?? error.message));
    child.on('close', (code, signal) => ended(code === 0 ? null : String(code ?? signal)));
  });
}

/** The running program; the reason where Node refuses at once, as it does for what is no program at all. */
function spawned({ command, args, env }: ProgramStart) {
  try {
    const [program, ...words] = wordsOf(command, args, process.platform);
    return spawn(program, words, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: PATIENCE,
      windowsHide: true,
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code ?? message;
  }
}

/**
 * The words that start a program. Windows starts no script by itself: one of PowerShell is given to PowerShell, which takes
 * what follows -File as it is. A .bat or .cmd is not started: its arguments would be read by a shell.
 */
export function wordsOf(
  command: string,
  args: readonly string[],
  platform: string,
): readonly [string, ...string[]] {
  if (platform !== 'win32' || !/\.ps1$/i.test(command)) return [command, ...args];
  const powershell = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File'];
  return ['powershell.exe', ...powershell, command, ...args];
}
