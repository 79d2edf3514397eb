import { fold } from '../../french.ts';
import type { Prs } from '../../prs/prs.ts';
import type { HeaderValues } from '../../record/header-value.ts';
import type { FoundValue } from '../imported-record.ts';
import { findWords, foundIn, type Sentence } from './sentence.ts';

/** A PRS that a document names: the id of its record in the workspace where it has one. */
export interface NamedPrs {
  readonly period: string;
  readonly prs?: Prs;
  readonly sentence: Sentence;
  readonly words: string;
}

const PRS = /(?:projet regional de sante|\bprs\b)[^.;]{0,60}?((?:19|20)\d{2})\s?(?:[-–—/]|a|au)\s?((?:19|20)\d{2})/u;

/** The PRS that some sentences name with its years: « PRS 2018-2022 ». */
export function findNamedPrs(sentences: readonly Sentence[], known: readonly Prs[]): NamedPrs | undefined {
  const found = findWords(sentences, PRS);
  if (!found) return undefined;
  const [first = '', last = ''] = found.groups;
  const prs = known.find(({ debut, fin }) => debut.iso.slice(0, 4) === first && fin?.iso.slice(0, 4) === last);
  return { period: `${first}-${last}`, ...(prs && { prs }), sentence: found.sentence, words: found.words };
}

/** What frames a projet: the PRS that it names, with the priority that it quotes, and what an organisation asked for. */
export function findCadres(
  sentences: readonly Sentence[],
  known: readonly Prs[],
): { found: FoundValue[]; warnings: string[] } {
  const named = findNamedPrs(sentences, known);
  const mandate = findMandate(sentences);
  const cadres: HeaderValues[] = [];
  const words: string[] = [];
  if (named?.prs) {
    const priorite = findPriorite(sentences, named.prs);
    cadres.push({ prs: named.prs.id, ...(priorite && { priorite: priorite.id }) });
    words.push(named.words, ...(priorite ? [priorite.texte] : []));
  }
  if (mandate) {
    cadres.push(mandate.cadre);
    words.push(mandate.words);
  }
  const sentence = named?.prs ? named.sentence : mandate?.sentence;
  const found = sentence ? [foundIn('cadres', { sentence, words: words.join(' … ') }, { value: cadres })] : [];
  return { found, warnings: named && !named.prs ? [sayUnknown(named)] : [] };
}

/** Says that a PRS has no record here. */
export function sayUnknown({ period, sentence }: NamedPrs): string {
  return `Le PRS ${period}, nommé au ${sentence.place}, n’a pas de fiche dans cet espace : il n’est pas dans l’en-tête.`;
}

function findPriorite(sentences: readonly Sentence[], { priorites }: Prs): Prs['priorites'][number] | undefined {
  const said = letters(sentences.map(({ text }) => text).join(' '));
  return priorites.find(({ texte }) => letters(texte).length > 20 && said.includes(letters(texte)));
}

function letters(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const MANDATE =
  /(?:missionne|mandate|charge)e?s? par (?:l'|le |la |les )([^,.;]{3,90}?)(?:, (?:dans le cadre (?:de la |de l'|du |des |de ))([^,;]{3,90}?))?,? (?:pour|de |d'|afin de )([^;]{10,400}?)\.?$/u;

function findMandate(
  sentences: readonly Sentence[],
): { cadre: HeaderValues; sentence: Sentence; words: string } | undefined {
  const found = findWords(sentences, MANDATE);
  if (!found) return undefined;
  const [organisme = '', circumstance, mandat = ''] = found.groups;
  const whole = circumstance ? `${mandat.trim()} (${circumstance.trim()})` : mandat.trim();
  return { cadre: { mandat: whole, organisme: organisme.trim() }, sentence: found.sentence, words: found.words };
}
