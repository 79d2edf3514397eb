import { fold } from '../../french.ts';
import type { HeaderValue } from '../../record/header-value.ts';
import { findDates } from './find-dates.ts';
import { parseFrenchNumber } from './french-numbers.ts';
import { isListOfNames, readCoanimation } from './read-coanimation.ts';
import type { Information } from './read-information.ts';
import { type ReadValue, readParticipants } from './read-participants.ts';

/** Reads the value of an information beside its label. Undefined where its words give none: they are then kept as they are. */
export function readField({ key, label, lines }: Information): ReadValue | undefined {
  const texts = lines.map(({ text }) => text);
  const text = texts.join(' ').replace(/\s+/g, ' ').trim();
  switch (key) {
    case 'titre':
    case 'sujet':
    case 'situation':
    case 'lieu':
      return readText(text);
    case 'date':
    case 'debut':
    case 'fin':
      return readDate(text);
    case 'participants':
      return isListOfNames(texts) ? undefined : readParticipants(texts.join('\n'));
    case 'coanimation':
      return readCoanimation(texts, label);
    case 'structure':
      return readStructure(text);
    case 'duree_min':
      return readMinutes(text);
    case 'departements':
      return readDepartements(text);
    case 'publics':
    case 'pathologies':
      return readItems(texts);
    case 'interventions_realisees':
      return readCount(text);
    default:
      return readChoice(key, text);
  }
}

function readText(text: string): ReadValue | undefined {
  const bare = /^«\s*([^«»]+?)\s*»$|^"([^"]+)"$|^“([^“”]+)”$/.exec(text);
  const value = bare?.[1] ?? bare?.[2] ?? bare?.[3] ?? text;
  return value === '' ? undefined : { value };
}

function readDate(text: string): ReadValue | undefined {
  const [first, ...others] = findDates(text);
  if (!first) return undefined;
  const doubts = [
    ...(first.doubt ? [first.doubt] : []),
    ...(others.length > 0 ? ['plusieurs dates y sont dites'] : []),
  ];
  return { value: first.value, ...(doubts.length > 0 && { doubt: doubts.join(' ; ') }) };
}

/** « Onco-Exemple (association) », « Onco-Exemple, association » or « Onco-Exemple – association ». */
function readStructure(text: string): ReadValue | undefined {
  const match = /^([^(,]{2,90}?)\s*(?:\((.{3,120})\)|,\s+(.{3,120})|\s[–—-]\s(.{3,120}))?\.?$/u.exec(text);
  if (!match?.[1]) return undefined;
  const nature = match[2] ?? match[3] ?? match[4];
  return { value: { nom: match[1].trim(), ...(nature && { nature: nature.trim() }) } };
}

/** « 2 h 30 », « 2h30 », « 150 minutes » or « deux heures et demie ». */
function readMinutes(text: string): ReadValue | undefined {
  const folded = fold(text);
  const short = /(\d{1,2})\s*(?:h|heures?)\s*(\d{2})?(?!\d)/.exec(folded);
  const minutes = /^\D{0,12}(\d{2,3})\s*(?:min|mn|')/.exec(folded);
  const words = /([a-z-]+)\s+heures?( et demie)?(?:\s+et quart)?/.exec(folded);
  const hours = words?.[1] ? parseFrenchNumber(words[1]) : undefined;
  const count = short
    ? Number(short[1]) * 60 + Number(short[2] ?? 0) + (/heures? et demie/.test(folded) ? 30 : 0)
    : minutes
      ? Number(minutes[1])
      : hours === undefined
        ? undefined
        : hours * 60 + (words?.[2] ? 30 : 0);
  const isRange = /\d\s*h\s*\d{0,2}\s*(?:-|–|a|et)\s*\d{1,2}\s*h/.test(folded);
  return count === undefined || count === 0 || isRange ? undefined : { value: String(count) };
}

/** Numbers alone: a name, or a number of five digits, is left to a person. */
function readDepartements(text: string): ReadValue | undefined {
  const numbers = [...text.matchAll(/(?<![\p{L}\d])(0[1-9]|[1-8]\d|9[0-5]|2[ABab]|97[1-6])(?![\p{L}\d])/gu)].map(
    ([number]) => number.toUpperCase(),
  );
  const isPartial = /\d{5}/.test(text);
  return numbers.length === 0 ? undefined : { value: [...new Set(numbers)], ...(isPartial && { isPartial }) };
}

function readItems(texts: readonly string[]): ReadValue | undefined {
  const items = texts.flatMap((text) => text.split(/\s*[,;/]\s+/)).map((item) => item.replace(/[\s.]+$/, '').trim());
  const kept = items.filter((item) => item !== '');
  return kept.length === 0 ? undefined : { value: kept };
}

function readCount(text: string): ReadValue | undefined {
  const word = /^\D{0,12}?(\d{1,3})(?!\d)/.exec(text)?.[1] ?? text.split(/\s/)[0] ?? '';
  const number = parseFrenchNumber(word);
  if (number === undefined) return undefined;
  const until = findDates(text)[0];
  return { value: { nombre: String(number), ...(until && { arrete_au: until.value }) } };
}

/** The words of a closed list, by folded patterns. */
const CHOICES: Readonly<Record<string, readonly (readonly [pattern: RegExp, value: string])[]>> = {
  modalite: [
    [/mixte|hybride|comodal|(?:visio|distan).*(?:presen|place)|(?:presen|place).*(?:visio|distan)/, 'mixte'],
    [/visio|distan|en ligne|zoom|teams|virtuel/, 'visioconference'],
    [/presen|sur place/, 'presentiel'],
  ],
  statut: [
    [/termine|acheve|clos/, 'termine'],
    [/suspendu|en pause/, 'suspendu'],
    [/en cours|demarre|engage/, 'en-cours'],
    [/a venir|prevu|pas encore/, 'a-venir'],
  ],
  niveau_engagement: [
    [/co-?construction/, 'co-construction'],
    [/partenariat/, 'partenariat'],
    [/collaboration/, 'collaboration'],
    [/consultation/, 'consultation'],
    [/information/, 'information'],
  ],
  domaine: [
    [/soins? (?:cliniques?|et educatif)|educati/, 'soins-cliniques-et-educatifs'],
    [/accompagnement/, 'soins-et-accompagnement'],
    [/management/, 'management'],
    [/formation/, 'formation'],
    [/recherche/, 'recherche'],
  ],
};

function readChoice(key: string, text: string): ReadValue | undefined {
  const found = CHOICES[key]?.find(([pattern]) => pattern.test(fold(text)));
  if (!found) return undefined;
  const value: HeaderValue = found[1];
  const others = CHOICES[key]?.filter(([pattern, other]) => other !== value && pattern.test(fold(text))) ?? [];
  const isUnsure = key !== 'modalite' && others.length > 0;
  return { value, ...(isUnsure && { doubt: 'plusieurs réponses s’y lisent' }) };
}
