/**
 * A cell's text as it may be quoted, or null when it must only be located. Facts of personal fields carry no text at
 * all; this catches the slipped column: a phone number or a person's name in a column of numbers (Luật 91/2025/QH15).
 */
export function quotable(shown: string | null): string | null {
  if (shown === null) return null;
  const text = shown.replace(/\s+/g, ' ').trim();
  if (text === '' || looksLikePhone(text) || looksLikeName(text)) return null;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const LONGEST = 40;

function looksLikePhone(text: string): boolean {
  return /(?:\+?84|0)[\s.-]*\d(?:[\s.-]*\d){7,}/.test(text) || /(?:^|\D)[35789]\d{8}(?:\D|$)/.test(text);
}

/** Two to six words that all begin with a capital and hold no digit. */
function looksLikeName(text: string): boolean {
  const words = text.split(' ');
  return (
    words.length >= 2 && words.length <= 6 && words.every((word) => /^\p{Lu}[\p{L}\p{M}.]*$/u.test(word))
  );
}
