/** What a reviewer wrote in the margin. */
export interface Comment {
  readonly author: string;
  readonly initials: string;
  /** A day or a moment: `2022-06-02T10:00:00Z`. */
  readonly date: string;
  readonly text: string;
}

/** A comment as a record keeps it: `<!-- mémo (AP, 2022-06-02) : … -->`, which no summary shows. */
export function formatMemo({ author, initials, date, text }: Comment): string {
  const who = (initials || initialsOf(author)).replace(/[^\p{L}\p{N}]/gu, '');
  const day = /^(?!0000)\d{4}-\d{2}-\d{2}/.exec(date)?.[0];
  const by = [who, day].filter(Boolean).join(', ');
  return `<!-- mémo${by && ` (${by})`} : ${withoutEnd(text)} -->`;
}

/** Two hyphens end a comment. */
function withoutEnd(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/-{2,}/g, (dashes) => '–'.repeat(dashes.length - 1))
    .replace(/>/g, '›')
    .replace(/-$/, '–');
}

function initialsOf(author: string): string {
  return author
    .split(/[\s-]+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}
