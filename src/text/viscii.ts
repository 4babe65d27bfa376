import { WINDOWS_1252 } from './bytes.ts';

/** VISCII (RFC 1456): every letter is one byte, and à á â ã è é ê … stand where Latin-1 has them. */
const FROM_80 =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ';

/** By windows-1252 character: the letter that it is. */
export const VISCII: ReadonlyMap<string, string> = new Map([
  ...[...FROM_80].map((letter, i): [string, string] => [WINDOWS_1252[0x80 + i] ?? '', letter]),
  // Six rare capitals found no room but among the control characters.
  ...Object.entries({ '\x02': 'Ẳ', '\x05': 'Ẵ', '\x06': 'Ẫ', '\x14': 'Ỷ', '\x19': 'Ỹ', '\x1e': 'Ỵ' }),
]);

/** VISCII text that was read as windows-1252. */
export function fromViscii(text: string): string {
  return text.replace(/[^ -~]/g, (char) => VISCII.get(char) ?? char);
}
