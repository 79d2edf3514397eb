/** The types that a document can become. */
export const IMPORTED_TYPES = ['atelier', 'projet'] as const;
