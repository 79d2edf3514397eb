import { formatCount, formatNumber, quote } from '../french.ts';
import { toShownText } from '../record/shown-text.ts';
import { labelOfFigure } from '../render/proofs.ts';
import type { Provenance } from '../synthese/provenance.ts';
import { readNumbers } from '../verify/french-numbers.ts';
import type { ChangedFigure, ForeignText, UnknownFigure, Verdict } from '../verify/verdict.ts';
import type { Paint } from './paint.ts';
import { wrap } from './wrap.ts';

/** Whether a document holds: yes, no, or nobody can tell. */
export type Holding = 'holds' | 'broken' | 'unknown';

/** What is said around a verdict. */
export interface Told {
  readonly provenance: Provenance;
  readonly holding: Holding;
  /** Whether the file is, to the byte, what would be written now. */
  readonly isIdentical: boolean;
  readonly width: number | undefined;
  readonly paint: Paint;
}

/** A verdict for a person, its last line saying whether the document holds. */
export function formatVerdict(verdict: Verdict, { provenance, holding, isIdentical, width, paint }: Told): string {
  const fill = (text: string, indent = '') =>
    (width === undefined ? [text] : wrap(text, width - indent.length)).map((line) => indent + line).join('\n');
  const list = (title: string, items: readonly string[], accent: (text: string) => string = paint.strong) =>
    items.length === 0
      ? []
      : [accent(fill(title)), ...items.slice(0, MOST).map((item) => fill(`- ${item}`, '  ')), ...sayRest(items.length)];
  const { selection, cops } = provenance;
  const conclusion = fill(CONCLUSIONS[holding]);
  return [
    fill(`${sayDocument(selection)} avec cops ${cops}.`),
    fill(
      `${formatCount(verdict.same, 'chiffre imprimé est celui', 'chiffres imprimés sont ceux')} que donnent les fiches.`,
    ),
    ...sayFile(verdict, holding, isIdentical).map((said) => fill(said)),
    ...list('Changés à la main', verdict.byHand.map(sayByHand), paint.error),
    ...list('Changés depuis, avec les fiches', verdict.since.map(sayMoved), paint.error),
    ...list(sayUnfounded(verdict, provenance), verdict.unfounded.map(sayMoved), paint.error),
    ...list('On ne peut rien dire de ces chiffres', verdict.unknown.map(sayUnknown), paint.error),
    ...list('Fiches modifiées depuis', verdict.changed),
    ...list('Fiches qui n’y sont plus', verdict.gone),
    ...list('Fiches qui y entrent depuis', verdict.added),
    ...list(sayProse(verdict), verdict.prose.map(sayForeignText)),
    ...list(
      'Textes dont des liens de chiffres ont changé',
      verdict.relinked.map((text) => quote(clean(text))),
    ),
    ...list(
      'Textes retirés ou changés à la main, acceptés',
      verdict.removed.map((text) => quote(clean(text))),
    ),
    holding === 'holds' ? conclusion : paint.error(conclusion),
  ].join('\n');
}

const CONCLUSIONS: Readonly<Record<Holding, string>> = {
  holds: 'Ce document tient.',
  broken: 'Ce document ne tient plus.',
  unknown: 'On ne peut pas dire si ce document tient.',
};

function sayDocument({ projet, theme, prs, annee, compare, ...selection }: Provenance['selection']): string {
  if (projet !== undefined) return `Document du projet ${quote(clean(projet))}, écrit`;
  const parts = [
    annee && `de l’année ${annee}`,
    prs && `du PRS ${quote(prs)}`,
    compare && `comparé au PRS ${quote(compare)}`,
  ];
  const scope = parts.filter(Boolean).join(', ');
  if (theme !== undefined) return `Document du thème ${quote(clean(theme))}${scope && `, ${scope}`}, écrit`;
  return selection.public ? `Document pour les participants ${scope}, écrit` : `Synthèse ${scope}, écrite`;
}

/** What became of the file itself, and of what it was printed with. */
function sayFile(
  { steady, printedOtherwise, prose, relinked, removed }: Verdict,
  holding: Holding,
  isIdentical: boolean,
): string[] {
  const otherwise = [
    ...(printedOtherwise.template ? ['le gabarit'] : []),
    ...(printedOtherwise.cops ? ['la version de cops'] : []),
  ].join(' et ');
  if (isIdentical) return ['Le fichier est, à l’octet près, celui que cops écrirait maintenant.'];
  if (otherwise)
    return [
      `Depuis qu’elle a été écrite, ${otherwise} ${printedOtherwise.template && printedOtherwise.cops ? 'ont' : 'a'} changé : les phrases peuvent différer sans avoir été touchées.`,
    ];
  return steady && holding === 'holds' && prose.length + relinked.length + removed.length === 0
    ? [
        'Le fichier a été enregistré à nouveau, ou vient d’une fiche de synthèse : ses chiffres et ses textes sont ceux que cops écrirait.',
      ]
    : [];
}

/** Internal records are counted and have no name in a document: when one changes, nothing shows it. */
function sayUnfounded({ printedOtherwise }: Verdict, { chiffres }: Provenance): string {
  const others = [
    ...(chiffres['limites.internes'] ? ['une fiche interne'] : []),
    'la grille',
    'un réglage de cops.yaml',
    ...(printedOtherwise.cops ? ['la version de cops'] : []),
  ];
  return `La provenance ne correspond pas aux fiches, dont aucune de celles qu’elle nomme n’a changé. Elle a été modifiée, à moins que ce ne soit ${others.join(', ')}`;
}

/** More would hide the verdict. */
const MOST = 20;

function sayRest(count: number): string[] {
  return count > MOST ? [`  - et ${formatCount(count - MOST, 'autre')}`] : [];
}

function sayByHand({ id, from, to, words }: ChangedFigure): string {
  const printed = quote(clean(words?.to ?? ''));
  if (to === undefined)
    return `${nameFigure(id)} : ${formatNumber(from)} était écrit, plus aucun nombre n’est imprimé, dans ${printed}`;
  if (to !== from) {
    const others = (text = '') => readNumbers(text).slice(1).join(' ');
    const where = others(words?.from) === others(words?.to) ? '' : `, dans ${printed}`;
    return `${nameFigure(id)} : ${formatNumber(from)} était écrit, ${formatNumber(to)} est imprimé${where}`;
  }
  const was = words?.from === undefined ? 'd’autres mots étaient écrits' : `${quote(clean(words.from))} était écrit`;
  return `${nameFigure(id)} : ${was}, ${printed} est imprimé`;
}

function sayMoved({ id, from, to, base }: ChangedFigure): string {
  const out = (of: number | undefined) => (base && of !== undefined ? ` sur ${formatNumber(of)}` : '');
  return `${nameFigure(id)} : ${formatNumber(from)}${out(base?.from)} alors, ${sayNumber(to)}${out(base?.to)} maintenant`;
}

function sayNumber(number: number | undefined): string {
  return number === undefined ? 'plus aucun nombre' : formatNumber(number);
}

function sayUnknown({ id, reason, marked, printed }: UnknownFigure): string {
  const reasons = {
    unmarked:
      marked === 0
        ? 'le chiffre n’y est plus marqué'
        : `le chiffre n’y est plus marqué que ${marked} fois sur ${printed}`,
    unlisted: 'la provenance du document ne le connaît pas',
    uncomputed: 'aucune fiche ne le donne plus',
  };
  return `${nameFigure(id)} : ${reasons[reason]}`;
}

/** Where anything else changed, a text that nobody touched may not be what would be printed now. */
function sayProse({ steady }: Verdict): string {
  return steady
    ? 'Textes ajoutés ou changés à la main, acceptés'
    : 'Textes ajoutés ou changés à la main, ou que cops n’écrirait plus ainsi, acceptés';
}

function sayForeignText({ text, from }: ForeignText): string {
  return quote(clean(text)) + (from === undefined ? '' : ` ; était écrit ${quote(clean(from))}`);
}

/** A figure by its label and its id, which docs/chiffres.md explains. */
function nameFigure(id: string): string {
  try {
    return `${labelOfFigure({ id })} (${id})`;
  } catch {
    return quote(clean(id));
  }
}

function clean(text: string): string {
  const masked = toShownText(text);
  return masked.length > 160 ? `${masked.slice(0, 157)}…` : masked;
}
