/** Characters that are kept at most: a hostile file may hold many texts of 32,767. */
const MOST_CHARACTERS = 4_000_000;

/** The function with its last results kept: for what is made of texts that come again from line to line, from file to file. */
export function remembering<T>(make: (text: string) => T, most = 4000): (text: string) => T {
  const remembered = new Map<string, T>();
  let characters = 0;
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    characters += text.length;
    if (remembered.size >= most || characters > MOST_CHARACTERS) {
      remembered.clear();
      characters = text.length;
    }
    const made = make(text);
    remembered.set(text, made);
    return made;
  };
}
