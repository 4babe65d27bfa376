/**
 * The paths in a line that was typed, pasted, or made by dropping files on a window: in single or double quotes where they
 * hold blanks, on other systems than Windows also with a backslash before each blank.
 */
export function typedPaths(line: string, windows: boolean): readonly string[] {
  const parts = windows ? /"([^"]+)"|(\S+)/g : /"([^"]+)"|'([^']+)'|((?:\\.|[^\s\\])+)/g;
  return [...line.trim().matchAll(parts)].map(([, double, second, third]) => {
    const bare = windows ? second : third?.replace(/\\(.)/g, '$1');
    return double ?? (windows ? bare : (second ?? bare)) ?? '';
  });
}
