import { plain } from './plain.ts';

/**
 * Lines of a Vietnamese official report that are neither labels nor data (Nghị định 30/2020/NĐ-CP, Phụ lục I). Texts are
 * given as their sender wrote them.
 */

const MOTTO = /^cong hoa xa hoi chu nghia|^doc lap\s*[-–—.,]?\s*tu do|^dang cong san viet nam/;
const NUMBERED = /^so\s*[:.]?\s*([\d./…_-]|$)|^so\s*:/;
const ADDRESSEE = /^kinh (gui|trinh)/;
const SUBJECT = /^v\/v\b|^ve viec\b/;
const FORM_MARK = /^\(?\s*(kem theo |ban hanh |theo )?mau( so)?\s*[:.]?\s*\d{1,2}\b/;
const DOTS = /^[\s.…_\-–—*~=:;,()/\\|]*$/;

/** The motto of the republic or the party, a document number, an addressee, a subject, a form's mark, dotted lines. */
export function isFormality(text: string): boolean {
  if (DOTS.test(text)) return true;
  const line = plain(text);
  return (
    MOTTO.test(line) ||
    NUMBERED.test(line) ||
    ADDRESSEE.test(line) ||
    SUBJECT.test(line) ||
    FORM_MARK.test(line)
  );
}

export function isAddressee(text: string): boolean {
  return ADDRESSEE.test(plain(text));
}

/** Nothing but dots, dashes and the like, as blank forms have where something is to be written. */
export function isPlaceholder(text: string): boolean {
  return DOTS.test(text);
}

const OPENING =
  /^(uy ban nhan dan|ubnd|dang uy|cong hoa xa hoi|doc lap\s*-|bao cao\b|mau (so )?\d|\(mau|(ten )?(co quan|don vi|dia phuong)\s*[:,(]|(ubnd )?(xa|phuong|thi tran|x\.|p\.|tt\.) ?\p{L})/u;

/** A line that opens another report further down the same sheet. */
export function opensReport(text: string): boolean {
  return text.length < 160 && OPENING.test(plain(text).replace(/^[-–+*•(\s]+/, ''));
}

const SIGNATURE =
  /^\(?ky\b.{0,12}(ten|dong dau|ghi ro)|^\(?(da ky|ky thay)\b|^nguoi (lap|bao cao|tong hop|ky|thuc hien)|^(lap|duyet) (bieu|bang)\b|^noi nhan\b|^(tm|kt|tl|tuq|q)\.\s*\p{L}|^(pho )?(chu tich|truong phong|giam doc|thu truong|hieu truong|bi thu|truong ban|chanh van phong)\b|^thu truong (co quan|don vi)|^xac nhan (cua|:)|^can bo (phu trach|tong hop|bao cao)|^dai dien\b/u;

/** The block of signatures and recipients at the end. */
export function isSignature(text: string): boolean {
  return text.length < 160 && SIGNATURE.test(plain(text).replace(/^[-–+*•\s]+/, ''));
}

const NOTE = /^\(?\**\s*(ghi chu|luu y|chu thich|chu y|danh sach (nay|co|gom)|\(\*\))\b/;

/** Told cheaply, since it is asked of every row. */
const MAY_NOTE = /^[\s(*]*[gGlLcCdDđĐ*]/;

/** A remark under a table. */
export function isNote(text: string): boolean {
  return MAY_NOTE.test(text) && NOTE.test(plain(text));
}
