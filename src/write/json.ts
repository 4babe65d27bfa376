/** A result as JSON, key for key in its own order (the Summary: contract section 3); ends with a line feed. */
export function writeJson(result: object): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
