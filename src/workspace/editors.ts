/** The editors whose settings can be written, each with its folder in `templates/editeurs`. */
export const EDITORS = ['vscode'] as const;
/** One of these editors. */
export type Editor = (typeof EDITORS)[number];
