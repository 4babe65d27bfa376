/**
 * Why a package cannot be read. Faults are thrown deep inside a package (an entry is inflated when it is first asked for) and
 * turned into a finding by the one place that called the reader: `faultOf` tells them from our own mistakes.
 */
export type PackFault =
  /** `detail` is for the engineer and the log; no sender reads it. */
  | { readonly kind: 'damaged'; readonly detail: string }
  /** `limit` is the key of the limit that was met, `most` its value. */
  | { readonly kind: 'limit'; readonly limit: string; readonly most: number }
  /** A program that was started took longer than it may. */
  | { readonly kind: 'timeout'; readonly program: string; readonly seconds: number }
  | { readonly kind: 'encrypted'; readonly entry: string }
  /** A compression method that is neither stored nor deflate, or a part of a zip cut over several disks. */
  | { readonly kind: 'unsupported'; readonly detail: string };

/** Throws the fault. */
export function fail(fault: PackFault): never {
  throw new Error(`${fault.kind}: ${'detail' in fault ? fault.detail : JSON.stringify(fault)}`, {
    cause: { packFault: fault },
  });
}

/** The fault that something thrown carries, or null when it was thrown by anything else. */
export function faultOf(thrown: unknown): PackFault | null {
  const cause = thrown instanceof Error ? thrown.cause : null;
  if (typeof cause !== 'object' || cause === null || !('packFault' in cause)) return null;
  return cause.packFault as PackFault;
}
