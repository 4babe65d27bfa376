import manifest from '../package.json' with { type: 'json' };

/** The version of package.json, written into the bundle when it is built. */
export const VERSION: string = manifest.version;
