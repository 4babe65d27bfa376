/**
 * Whether text is UTF-16 and in which order: by its mark, else by where its zero bytes stand. Vietnamese has enough plain letters,
 * digits and blanks for that; text in another encoding has no zero byte at all.
 */
export function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd * 10 > pairs * 3 && even * 50 <= pairs) return 'utf-16le';
  if (even * 10 > pairs * 3 && odd * 50 <= pairs) return 'utf-16be';
  return null;
}
