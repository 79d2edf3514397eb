import type { FoundValue } from '../imported-record.ts';
import { NUMBER } from './french-numbers.ts';
import { readCoanimation } from './read-coanimation.ts';
import { readParticipants } from './read-participants.ts';
import { findRole } from './read-people.ts';
import { findWords, foundIn, type Sentence } from './sentence.ts';

const CAME =
  /(?:a (?:reuni|rassemble)|ont participe|ont pris part|(?:etaient|sont) presents|participants? ?:|le groupe (?:etait |est |se )?compos\S*|en presence de|nous etions|avec la participation de)/u;
const LED = /(?:(?:co-?)?animee?s? par|animation (?:assuree )?par|co-?animation (?:assuree )?par)\s+/u;
const ABOUT =
  /(?:(?:sur|avec) (?:pour )?(?:le )?(?:theme|sujet)(?: (?:de|du|suivant))?|(?:le|son) (?:theme|sujet)(?: (?:choisi|retenu|propose|de l'atelier))? (?:etait|est|portait sur))\s*:?\s*(?:«\s*([^«»]{5,250}?)\s*»|"([^"]{5,250})")/u;
const CHOSEN =
  /(?:le groupe a (?:choisi|retenu) (?:la |cette |comme )?situation(?: suivante)?|la situation (?:choisie|retenue)(?: par le groupe)?(?: (?:est|etait))?)\s*:?\s*(?:«\s*([^«»]{5,300}?)\s*»|"([^"]{5,300})"|:\s*([^«».]{10,300})\.?$)/u;

/** What the sentences of an atelier say for its header, where no label does; they stay where they are. */
export function findInAtelier(sentences: readonly Sentence[]): FoundValue[] {
  const found = [
    findQuoted(sentences, 'sujet', ABOUT),
    findQuoted(sentences, 'situation', CHOSEN),
    findParticipants(sentences),
    findCoanimation(sentences),
  ];
  return found.filter((value) => value !== undefined);
}

function findQuoted(sentences: readonly Sentence[], key: string, pattern: RegExp): FoundValue | undefined {
  const found = findWords(sentences, pattern);
  const value = found?.groups.find((group) => group !== '');
  return found && value ? foundIn(key, found, { value: value.trim() }) : undefined;
}

function findParticipants(sentences: readonly Sentence[]): FoundValue | undefined {
  for (const sentence of sentences) {
    if (!CAME.test(sentence.folded)) continue;
    const read = readParticipants(sentence.text);
    if (!read) continue;
    const doubt = read.doubt ?? 'lu dans une phrase';
    return foundIn('participants', { sentence, words: sentence.text }, { value: read.value, doubt });
  }
  return undefined;
}

/** Says that sentences tell who came in numbers that are only near, or that can be read in two ways. */
export function sayUnsureParticipants(sentences: readonly Sentence[]): string[] {
  const unsure = sentences.find(
    ({ text, folded }) =>
      CAME.test(folded) && findRole(text) && new RegExp(NUMBER, 'u').test(folded) && !readParticipants(text),
  );
  return unsure
    ? [`Le nombre de participants dit au ${unsure.place} n’est pas sûr : il n’est pas dans l’en-tête.`]
    : [];
}

function findCoanimation(sentences: readonly Sentence[]): FoundValue | undefined {
  const found = findWords(sentences, LED);
  if (!found) return undefined;
  const words = found.sentence.text.slice(found.end).replace(/[.\s]+$/, '');
  const read = readCoanimation([words]);
  if (!read) return undefined;
  return foundIn(
    'coanimation',
    { ...found, words: `${found.words}${words}` },
    { value: read.value, ...(read.doubt && { doubt: read.doubt }) },
  );
}
