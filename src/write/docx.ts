export async function writeDocx(_: unknown): Promise<Uint8Array> {
  return new Uint8Array();
}
