import { formatCount, formatNumber, quote } from '../french.ts';
import { toShownText } from '../record/shown-text.ts';
import type { Provenance } from '../synthese/provenance.ts';
import { readNumbers } from '../verify/french-numbers.ts';
import type { Unread } from '../verify/printed-document.ts';
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
  /** Records that have an error: nobody knows what they would give. */
  readonly faultyFiles: readonly string[];
  /** A figure in words, after the title of its theme or projet; throws for an id that none has. */
  nameOf(id: string): string;
  readonly width: number | undefined;
  readonly paint: Paint;
}

/** A verdict for a person, its last line saying whether the document holds. */
export function formatVerdict(verdict: Verdict, told: Told): string {
  const { provenance, holding, isIdentical, faultyFiles, width, paint } = told;
  const fill = (text: string, indent = '') =>
    (width === undefined ? [text] : wrap(text, width - indent.length)).map((line) => indent + line).join('\n');
  const list = (
    title: string,
    items: readonly string[],
    { accent = paint.strong, most = MOST }: { accent?: Paint['strong']; most?: number } = {},
  ) =>
    items.length === 0
      ? []
      : [
          accent(fill(title)),
          ...items.slice(0, most).map((item) => fill(`- ${item}`, '  ')),
          ...sayRest(items.length, most),
        ];
  const { selection, cops } = provenance;
  const nameOf = (id: string) => nameFigure(id, told);
  const conclusion = fill(CONCLUSIONS[holding]);
  return [
    fill(`${sayDocument(selection)} avec cops ${clean(cops)}.`),
    ...(faultyFiles.length > 0 ? [] : [saySame(verdict)]).map((said) => fill(said)),
    ...sayFile(verdict, holding, isIdentical).map((said) => fill(said)),
    ...list('Fiches en erreur, qui empêchent de recompter', faultyFiles.map(clean), {
      accent: paint.error,
      most: MOST_FAULTY,
    }),
    ...list(
      'Changés à la main',
      verdict.byHand.map((one) => sayByHand(one, nameOf)),
      { accent: paint.error },
    ),
    ...list(
      'Changés depuis, avec les fiches',
      verdict.since.map((one) => sayMoved(one, nameOf)),
      { accent: paint.error },
    ),
    ...list(
      sayUnfounded(verdict, provenance),
      verdict.unfounded.map((one) => sayMoved(one, nameOf)),
      { accent: paint.error },
    ),
    ...list(
      'On ne peut rien dire de ces chiffres',
      verdict.unknown.map((one) => sayUnknown(one, nameOf)),
      { accent: paint.error },
    ),
    ...list(
      'Ce qui, dans cette page, n’est pas ce que cops écrirait, et peut changer ce que l’on y lit',
      verdict.unread.map((name) => UNREAD[name]),
      { accent: paint.error },
    ),
    ...list('Fiches modifiées depuis', verdict.changed),
    ...list('Fiches qui n’y sont plus', verdict.gone),
    ...list('Fiches qui y entrent depuis', verdict.added),
    ...list(sayProse(verdict), verdict.prose.map(sayForeignText)),
    ...list(
      'Textes dont des liens de chiffres ont changé',
      verdict.relinked.map((text) => quote(clean(text))),
    ),
    ...list(
      'Textes déplacés à la main, acceptés',
      verdict.moved.map((text) => quote(clean(text))),
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

const UNREAD: Readonly<Record<Unread, string>> = {
  style: 'le style, ou un attribut qui change l’aspect d’un texte',
  script: 'un script, ou un attribut qui en lance un',
  value: 'la valeur d’une balise',
  image: 'une image, un dessin, un cadre ou un champ',
  head: 'le titre de l’onglet',
  contents: 'le sommaire',
  footer: 'le pied de page',
};

function saySame({ same }: Verdict): string {
  return `${formatCount(same, 'chiffre imprimé est celui', 'chiffres imprimés sont ceux')} que donnent les fiches.`;
}

function sayDocument({ projet, theme, prs, annee, compare, ...selection }: Provenance['selection']): string {
  if (projet !== undefined) return `Document du projet ${quote(clean(projet))}, écrit`;
  const parts = [
    annee && `de l’année ${clean(annee)}`,
    prs && `du PRS ${quote(clean(prs))}`,
    compare && `comparé au PRS ${quote(clean(compare))}`,
  ];
  const scope = parts.filter(Boolean).join(', ');
  if (theme !== undefined) return `Document du thème ${quote(clean(theme))}${scope && `, ${scope}`}, écrit`;
  return selection.public ? `Document pour les participants ${scope}, écrit` : `Synthèse ${scope}, écrite`;
}

/** What became of the file itself, and of what it was printed with. */
function sayFile(
  { steady, printedOtherwise, prose, relinked, moved, removed }: Verdict,
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
  return steady && holding === 'holds' && prose.length + relinked.length + moved.length + removed.length === 0
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
/** « cops check » tells all of them. */
const MOST_FAULTY = 5;

function sayRest(count: number, most: number): string[] {
  return count > most ? [`  - et ${formatCount(count - most, 'autre')}`] : [];
}

function sayByHand({ id, from, to, words }: ChangedFigure, nameOf: NameOf): string {
  const printed = quote(clean(words?.to ?? ''));
  if (to === undefined)
    return `${nameOf(id)} : ${formatNumber(from)} était écrit, plus aucun nombre n’est imprimé, dans ${printed}`;
  if (to !== from) {
    const others = (text = '') => readNumbers(text).slice(1).join(' ');
    const where = others(words?.from) === others(words?.to) ? '' : `, dans ${printed}`;
    return `${nameOf(id)} : ${formatNumber(from)} était écrit, ${formatNumber(to)} est imprimé${where}`;
  }
  const was = words?.from === undefined ? 'd’autres mots étaient écrits' : `${quote(clean(words.from))} était écrit`;
  return `${nameOf(id)} : ${was}, ${printed} est imprimé`;
}

function sayMoved({ id, from, to, base }: ChangedFigure, nameOf: NameOf): string {
  const out = (of: number | undefined) => (base && of !== undefined ? ` sur ${formatNumber(of)}` : '');
  return `${nameOf(id)} : ${formatNumber(from)}${out(base?.from)} alors, ${sayNumber(to)}${out(base?.to)} maintenant`;
}

function sayNumber(number: number | undefined): string {
  return number === undefined ? 'plus aucun nombre' : formatNumber(number);
}

function sayUnknown({ id, reason, marked, printed }: UnknownFigure, nameOf: NameOf): string {
  const reasons = {
    unmarked:
      marked === 0
        ? 'le chiffre n’y est plus marqué'
        : `le chiffre n’y est plus marqué que ${marked} fois sur ${printed}`,
    displaced: `le chiffre n’est sous son titre que ${marked} fois sur ${printed}`,
    unlisted: 'la provenance du document ne le connaît pas',
    uncomputed: 'aucune fiche ne le donne plus',
  };
  return `${nameOf(id)} : ${reasons[reason]}`;
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

type NameOf = (id: string) => string;

/** A figure by its name and its id, which docs/chiffres.md explains. */
function nameFigure(id: string, told: Told): string {
  try {
    return clean(`${told.nameOf(id)} (${id})`);
  } catch {
    return quote(clean(id));
  }
}

function clean(text: string): string {
  const masked = toShownText(text);
  return masked.length > 160 ? `${masked.slice(0, 157)}…` : masked;
}
