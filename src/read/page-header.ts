import type { Aside } from '../model/grid.ts';

/**
 * The lines of a header or footer as Excel stores it: `&L`, `&C`, `&R` begin its three parts, `&"font,style"` and `&12` are
 * looks, `&P`, `&D`, `&F` … fields that are filled in when it is printed, `&&` a sign.
 */
export function pageHeaderLines(code: string): readonly Aside[] {
  const lines: Aside[] = [];
  let font: string | undefined;
  let text = '';
  const end = () => {
    if (text.trim() !== '') lines.push({ text: text.trim(), ...(font === undefined ? {} : { font }) });
    text = '';
  };
  for (const [piece] of code.slice(0, LONGEST).matchAll(PIECE)) {
    if (/^&[LCR]$/i.test(piece)) {
      end();
      font = undefined;
    } else if (/^[\r\n]+$/.test(piece)) end();
    else if (piece.startsWith('&"')) font = /^&"([^",-]*)/.exec(piece)?.[1] || font;
    else if (piece === '&&') text += '&';
    else if (!piece.startsWith('&')) text += piece;
  }
  end();
  return lines;
}

const LONGEST = 2000;
const PIECE = /&"[^"]*"|&K[0-9A-F]{6}|&K\d\d[+-]\d{3}|&\d+|&.|[\r\n]+|[^&\r\n]+|&/gi;
