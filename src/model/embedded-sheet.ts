/** Name of the hidden sheet that carries a summary's own data to the next level (contract section 4). */
export const EMBEDDED_SHEET = '_bluezone';
