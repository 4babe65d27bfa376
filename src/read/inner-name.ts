/**
 * Names for the files of one archive or mail: never empty, without steps upwards, and each used once (`x.xlsx`, `x (2).xlsx`). They are
 * labels in a path that is shown; nothing on a disk is ever opened by them.
 */
export function innerNames(): (name: string) => string {
  const used = new Set<string>();
  const last = new Map<string, number>();
  return (name) => {
    const steps = name.split(/[\\/]+/).filter((step) => step !== '' && step !== '.' && step !== '..');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they would break the line that shows the name
    const clean = steps.join('/').replace(/[\u0000-\u001f\u007f]/g, '_') || 'unnamed';
    let unique = clean;
    for (let n = (last.get(clean) ?? 1) + 1; used.has(unique.toLowerCase()); n++) {
      unique = numbered(clean, n);
      last.set(clean, n);
    }
    used.add(unique.toLowerCase());
    return unique;
  };
}

function numbered(name: string, n: number): string {
  const dot = name.lastIndexOf('.');
  const plain = dot > name.lastIndexOf('/') + 1;
  return plain ? `${name.slice(0, dot)} (${n})${name.slice(dot)}` : `${name} (${n})`;
}
