import { fold } from '../../french.ts';
import type { HeaderValues } from '../../record/header-value.ts';
import type { ReadValue } from './read-participants.ts';
import { findRole } from './read-people.ts';

const PARTICLE = "(?:de|du|des|le|la|d['’]|van|von|el|ben)";
const NAME_WORD = "\\p{Lu}[\\p{L}'’-]*\\.?";
const NAME = `(?:(?:Dr|Pr|Docteur|Professeure?|M\\.|Mme|Mlle|Monsieur|Madame)\\.?\\s+)?${NAME_WORD}(?:\\s+(?:${PARTICLE}\\s*)?${NAME_WORD}){1,3}`;
/** « Catherine Corbeau (médecin) » : a name, and the quality of the person between brackets. */
const BRACKETED = new RegExp(`(${NAME})\\s*\\(([^()]{2,80})\\)`, 'gu');
/** « Catherine Corbeau, médecin » or « – médecin », alone on its line or before « et » or « ; ». */
const APPOSED = new RegExp(`^\\s*(${NAME})\\s*(?:,|[:–—-]\\s)\\s*(\\p{Ll}[^,;()]{1,80}?)\\s*,?\\s*$`, 'u');
const ALONE = new RegExp(`^\\s*(${NAME})\\s*$`, 'u');
const TITLE = /^(?:(?:Dr|Docteur)\.?\s+)/u;

/** Reads who led: names with their quality, and what the label says of all of them. Undefined where nobody is named with a known role. */
export function readCoanimation(lines: readonly string[], label = ''): ReadValue | undefined {
  const fonction = readFonction(label);
  const people: { nom: string; qualite?: string }[] = [];
  let rest = '';
  for (const line of lines) {
    const left = line.replace(BRACKETED, (_, nom: string, qualite: string) => {
      people.push({ nom: clean(nom), qualite: clean(qualite) });
      return ' ; ';
    });
    for (const part of left.split(/\s*;\s*|\s+et\s+(?=\p{Lu})|\s*,\s*(?=\p{Lu})/u)) {
      const apposed = APPOSED.exec(part);
      const alone = ALONE.exec(part);
      if (apposed?.[1] && apposed[2]) people.push({ nom: clean(apposed[1]), qualite: clean(apposed[2]) });
      else if (alone?.[1]) people.push({ nom: clean(alone[1]) });
      else rest += ` ${part}`;
    }
  }
  const known = people.flatMap((person): HeaderValues[] => {
    const role = findRole(`${TITLE.exec(person.nom)?.[0] ? 'médecin ' : ''}${person.qualite ?? ''}`)?.role;
    return role ? [{ ...person, ...(fonction && { fonction }), role }] : [];
  });
  if (known.length === 0) return undefined;
  const doubts = [
    ...(known.some(({ role }) => role === 'autre')
      ? ['le rôle d’une personne n’est pas dit assez précisément, noté « autre »']
      : []),
    ...(known.length < people.length ? ['une personne est nommée sans que son rôle soit dit'] : []),
  ];
  const isPartial = known.length < people.length || /\p{L}{3}/u.test(rest.replace(/\b(?:et|par|avec)\b/g, ''));
  return { value: known, ...(doubts.length > 0 && { doubt: doubts.join(' ; ') }), ...(isPartial && { isPartial }) };
}

/** « Coanimatrices chargées de projet au COPS » says of each that she is « chargée de projet au COPS ». */
function readFonction(label: string): string | undefined {
  const said = /^co-?anim\S*[\s,:–-]+(?:par\s+)?(?=charg|respons|coord|m[ée]di|r[ée]f)(.{4,80}?)\s*:?$/iu.exec(
    label.trim(),
  )?.[1];
  return said?.replace(/^(\p{L}+?)s(?=\s|$)/u, '$1');
}

function clean(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;:]+$/, '')
    .trim();
}

/** Whether a line is only names, as a list of those who came: they are personal data, and no count. */
export function isListOfNames(lines: readonly string[]): boolean {
  const parts = lines.flatMap((line) => line.split(/\s*[,;]\s*|\s+et\s+/)).filter((part) => part.trim() !== '');
  const names = parts.filter((part) => ALONE.test(part) || APPOSED.test(part));
  return names.length >= 1 && names.length >= parts.length * 0.6 && !/\d/.test(fold(lines.join(' ')));
}
