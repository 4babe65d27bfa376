import type { CommandWords } from '../vi/commands.ts';

export const commands: CommandWords = {};
