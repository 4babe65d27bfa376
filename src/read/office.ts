import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Turns a document that is not ours to read into `.docx`: null where the program cannot open it, `too-long` where it did not end within
 * `patience` milliseconds.
 */
export type Office = (
  bytes: Uint8Array,
  extension: 'doc' | 'rtf' | 'odt',
  patience: number,
) => Promise<Uint8Array | 'too-long' | null>;

/** The extension under which it is given a document of kind `doc`, by its format. */
export function officeExtension(format: string): 'doc' | 'rtf' | 'odt' {
  return format === 'rtf' || format === 'odt' ? format : 'doc';
}

/** What a search for LibreOffice asks of a machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: { readonly [name: string]: string | undefined };
  readonly exists: (path: string) => boolean;
}

/** Path of LibreOffice's program: on the PATH, else where its installers put it; null where there is none. */
export function findOffice({ platform, env, exists }: Machine): string | null {
  const windows = platform === 'win32';
  const names = windows ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const onPath = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  const usual = windows
    ? [env.ProgramFiles, env['ProgramFiles(x86)'], 'C:\\Program Files'].flatMap((root) =>
        root === undefined ? [] : [`${root}\\LibreOffice\\program`],
      )
    : [
        '/Applications/LibreOffice.app/Contents/MacOS',
        '/usr/bin',
        '/usr/local/bin',
        '/opt/libreoffice/program',
        '/snap/bin',
      ];
  for (const folder of [...onPath, ...usual]) {
    for (const name of names) {
      const path = `${folder}${windows ? '\\' : '/'}${name}`;
      if (exists(path)) return path;
    }
  }
  return null;
}

/** LibreOffice of this machine, or null where there is none. Its settings lie in a folder of their own, which goes with this process. */
export function realOffice(env: Machine['env'] = process.env): Office | null {
  const program = findOffice({ platform: process.platform, env, exists: existsSync });
  if (program === null) return null;
  let profile: string | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const convertNext: Office = async (bytes, extension, patience) => {
    if (profile === null) {
      const made = mkdtempSync(join(tmpdir(), 'bluezone-office-'));
      profile = made;
      process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    }
    return convert(program, profile, bytes, extension, patience);
  };
  return (bytes, extension, patience) => {
    // One after the other: a second start with the same settings would hand its work to the first and end at once.
    const turn = last.then(() => convertNext(bytes, extension, patience));
    last = turn.catch(() => null);
    return turn;
  };
}

async function convert(
  program: string,
  profile: string,
  bytes: Uint8Array,
  extension: string,
  patience: number,
): Promise<Uint8Array | 'too-long' | null> {
  const folder = await mkdtemp(join(tmpdir(), 'bluezone-doc-'));
  try {
    // A name of our own: the sender's never reaches a command line or the disk.
    const given = join(folder, `in.${extension}`);
    await writeFile(given, bytes);
    const options = ['--headless', '--norestore', '--nologo', '--nodefault', '--nolockcheck'];
    const settings = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    const task = ['--convert-to', 'docx:MS Word 2007 XML', '--outdir', folder, given];
    const ended = await run(program, [settings, ...options, ...task], patience);
    if (!ended) return 'too-long';
    return await readFile(join(folder, 'in.docx'));
  } catch {
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether the program ended of itself, whatever its exit code; what takes too long is stopped with all that it started. */
function run(program: string, args: readonly string[], patience: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const posix = process.platform !== 'win32';
    // A group of its own on POSIX: the launcher starts the program proper, and both must stop.
    const child = spawn(program, args, { stdio: 'ignore', detached: posix, windowsHide: true });
    let ended = true;
    const stop = () => {
      ended = false;
      if (child.pid === undefined) return;
      if (posix) process.kill(-child.pid, 'SIGKILL');
      else spawn('taskkill', ['/T', '/F', '/PID', String(child.pid)], { stdio: 'ignore', windowsHide: true });
    };
    const timer = setTimeout(stop, patience);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', () => {
      clearTimeout(timer);
      resolve(ended);
    });
  });
}
