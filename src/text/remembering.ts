/** The function with its last results kept: for what is made of texts that come again from line to line, from file to file. */
export function remembering<T>(make: (text: string) => T, most = 4000): (text: string) => T {
  const remembered = new Map<string, T>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    if (remembered.size >= most) remembered.clear();
    const made = make(text);
    remembered.set(text, made);
    return made;
  };
}
