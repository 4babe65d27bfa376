export const view = {};
export type ViewWords = typeof view;
