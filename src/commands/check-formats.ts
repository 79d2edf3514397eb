/** How `cops check` may say what it finds: for a person, for programs, and for what runs it beside the records. */
export const CHECK_FORMATS = ['text', 'plain', 'json', 'github', 'gitlab', 'sarif', 'junit'] as const;
/** One of these formats. */
export type CheckFormat = (typeof CHECK_FORMATS)[number];
