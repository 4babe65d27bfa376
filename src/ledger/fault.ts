/** Why a ledger cannot be used. Figures are still computed from the inbox. */
export type LedgerFault = 'locked' | 'read-only' | 'full' | 'damaged' | 'newer' | 'unavailable';

export class LedgerError extends Error {
  readonly fault: LedgerFault;
  constructor(fault: LedgerFault, detail: string) {
    super(detail);
    this.fault = fault;
  }
}

/** SQLite's and Node's own errors as one of the faults that have a sentence. */
export function faultOf(error: unknown): LedgerError {
  if (error instanceof LedgerError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = (error as { code?: unknown }).code;
  if (/locked|busy/i.test(message)) return new LedgerError('locked', message);
  if (/database or disk is full/i.test(message) || code === 'ENOSPC' || code === 'EDQUOT')
    return new LedgerError('full', message);
  if (/readonly|read-only/i.test(message) || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new LedgerError('read-only', message);
  }
  if (/malformed|not a database|corrupt|no such (table|column)/i.test(message))
    return new LedgerError('damaged', message);
  return new LedgerError('unavailable', message);
}
