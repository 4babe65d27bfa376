/** Names of what goes back to senders, below the folder that was asked for. */
export interface ReturnedNames {
  /** Of the annotated workbook, with `/`; unused where there is only a reply. */
  readonly workbook: string;
  readonly reply: string;
}

/**
 * Names one file after the received one: the same folders and the same name, `.xlsx` added to other formats, the reply
 * beside it as `.txt`. `inner` is the name of a file inside an archive or mail, of which only a safe last part is used.
 * A name that `taken` holds (whatever its letter case) gets a number; the names given are added to it.
 */
export function returnedNames(
  outer: string,
  inner: string | null,
  extension: string | null,
  taken: Set<string>,
): ReturnedNames {
  const path = inner === null ? outer : `${outer} - ${safeName(inner)}`;
  const own = /\.[A-Za-z0-9]{1,5}$/.exec(path)?.[0] ?? '';
  const kept = extension === null || own.toLowerCase() === extension;
  const stem = kept ? path.slice(0, path.length - own.length) : path;
  const ending = kept && extension !== null ? own : (extension ?? '');
  for (let n = 1; ; n++) {
    const numbered = n === 1 ? stem : `${stem} (${n})`;
    const names = { workbook: numbered + ending, reply: `${numbered}.txt` };
    const keys = [names.workbook, names.reply].map((name) => name.normalize('NFC').toLowerCase());
    if (keys.some((key) => taken.has(key))) continue;
    for (const key of keys) taken.add(key);
    return names;
  }
}

const LONGEST = 120;

/** The last step of a name that came out of an archive, without what any file system takes for more than a letter. */
function safeName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const plain = last
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u001f\u007f<>:"|?*\u202a-\u202e\u2066-\u2069]/g, '_')
    .replace(/^[\s.~$]+|[\s.]+$/g, '');
  if (plain.length <= LONGEST) return plain === '' ? '_' : plain;
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(plain)?.[0] ?? '';
  return plain.slice(0, LONGEST - ending.length) + ending;
}
