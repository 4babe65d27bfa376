/**
 * TCVN 5712 in its upper half, as fonts `.VnTime`, `.VnArial` show it. The fonts draw no capitals with tones: those are
 * typed as small letters in a font whose name ends in H. Bytes 80 to 9F are punctuation there, as in windows-1252.
 */
const FROM_A1 =
  'ĂÂÊÔƠƯĐăâêôơưđẰ°±²³´àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ';

/** By windows-1252 character: what the font draws there. */
export const TCVN3: ReadonlyMap<string, string> = new Map(
  [...FROM_A1].map((letter, i) => [String.fromCharCode(0xa1 + i), letter]),
);

/**
 * TCVN3 text that was read as windows-1252. The soft hyphen is ư. `capitals`: the font's name ends in H, so that it
 * shows everything in capitals. Else a word of capitals keeps its toned letters in step ("HOµI" is HOÀI).
 */
export function fromTcvn3(text: string, capitals: boolean): string {
  const read = text.replace(/[\u00a1-\u00ff]/g, (char) => TCVN3.get(char) ?? char);
  if (capitals) return read.toUpperCase();
  return read.replace(/[\p{L}]+/gu, (word) =>
    /^(?=(?:.*[A-Z]){2})[^a-z]+$/u.test(word) ? word.toUpperCase() : word,
  );
}
