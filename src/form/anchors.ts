import { slugify } from '../french.ts';

/** The custom property that makes a Word file a form of ours, with its type in JSON. */
export const FORM_PROPERTY = 'cops-formulaire';
/** Custom properties with the fingerprints of what the form itself says; a number follows. */
export const WORDS_PROPERTY = 'cops-formulaire-textes-';

/** Keys that lead to an answer; a number is the line of a table. */
export type AnswerPath = readonly (string | number)[];

/** Word cuts the name of a bookmark at this many signs. */
const LONGEST_NAME = 40;

const TAG = 'cops:';
const SECTION_TAG = 'cops:texte/';
const FIELD = 'cops_';
const SECTION = 'copstexte_';
/** The bookmark of a heading that ends the text of a section without beginning another. */
export const PART = 'copspartie_';
/** The bookmark of the title: the type of the form follows. */
export const TITLE = 'copsforme_';

/** The tag of a control: Word keeps it whatever is done to its words, its line or its place. */
export function tagOf(path: AnswerPath): string {
  return TAG + path.join('.');
}

/** The tag of the place for the text of a section. */
export function sectionTagOf(mot: string): string {
  return SECTION_TAG + slugify(mot);
}

/** The keys that a tag names; undefined for a tag that is not ours, or a section's. */
export function pathOfTag(tag: string): AnswerPath | undefined {
  if (!tag.startsWith(TAG) || tag.startsWith(SECTION_TAG)) return undefined;
  return tag
    .slice(TAG.length)
    .split('.')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** What a section's tag ends with. */
export function sectionOfTag(tag: string): string | undefined {
  return tag.startsWith(SECTION_TAG) ? tag.slice(SECTION_TAG.length) : undefined;
}

/** The bookmark of an answer: LibreOffice keeps it, and not the tag. */
export function bookmarkOf(path: AnswerPath): string {
  const steps = path.map((step) => (typeof step === 'number' ? `${step}` : step.replace(/[^A-Za-z0-9]/g, '_')));
  const name = FIELD + steps.join('_');
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 8)}_${fingerprint(path.join('.'))}`;
}

/** Whether a bookmark is one of an answer. */
export function isBookmarkOfAnswer(name: string): boolean {
  return name.startsWith(FIELD);
}

/** The bookmark of the heading of a section. */
export function sectionBookmarkOf(mot: string): string {
  return `${SECTION}${slugify(mot).replaceAll('-', '_')}`.slice(0, LONGEST_NAME);
}

/** Whether a bookmark is one of a section's heading. */
export function isBookmarkOfSection(name: string): boolean {
  return name.startsWith(SECTION);
}

/** A short mark of a text, the same whatever its spaces (FNV-1a, 32 bits, in base 36). */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of Buffer.from(text.replace(/\s+/g, ' ').trim(), 'utf8')) hash = Math.imul(hash ^ unit, 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}
