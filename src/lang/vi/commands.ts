export const commands = {};
export type CommandWords = typeof commands;
