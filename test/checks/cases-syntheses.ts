import { atelier, projet } from '../support/fiches.ts';
import type { Case } from './cases.ts';

const FIRST = 'records/ateliers/2022/2022-03-14-premier.md';
const SYNTHESE = 'records/syntheses/essai.md';

/** A summary that is kept, of one atelier; its blocks hold no more than the test wants. */
function synthese(body: string, header = 'prs: 2018-2022'): string {
  return `---\ntype: synthese\ntitre: Une synthèse inventée\n${header}\n---\n\n${body}`;
}

/** Texts on disk alone have a blob id: here it is empty. */
function provenance({
  fiches = { [FIRST]: '' },
  chiffres = { 'activite.ateliers': 1 },
  selection = { prs: '2018-2022', brouillons: false, interne: false },
}: {
  fiches?: object;
  chiffres?: object;
  selection?: object;
} = {}): string {
  return `<!-- cops-provenance ${JSON.stringify({ version: 1, cops: '0', selection, template: '', fiches, chiffres, bases: {} })} -->\n`;
}

const OPEN = '<!-- cops:calcul activite 0a -->';
const CLOSE = '<!-- cops:fin activite -->';
const MARKED = `⟦${OPEN}⟧`;

function marks(name: string, body: string, says: string): Case {
  const files = { [FIRST]: atelier(), [SYNTHESE]: synthese(`${provenance()}\n${body}`) };
  return { code: 'marque-de-calcul', name, files, says };
}

function stale(name: string, body: string, says: string, header?: string): Case {
  const files = {
    [FIRST]: atelier(),
    [SYNTHESE]: synthese(body, header).replace('Une synthèse inventée', '⟦Une synthèse inventée⟧'),
  };
  return { code: 'synthese-perimee', name, files, says };
}

/** What may be wrong in a summary that is kept as a record. */
export const SYNTHESE_CASES: readonly Case[] = [
  marks('a block that is never closed', `${MARKED}\n\n## Activité\n`, 'n’est jamais fermé'),
  marks(
    'a block in a block',
    `${OPEN}\n\n${'⟦<!-- cops:calcul themes -->⟧'}\n${'<!-- cops:fin themes -->'}\n`,
    'ouvert ligne 9',
  ),
  marks('an end without a start', `⟦${CLOSE}⟧\n`, 'que rien n’ouvre'),
  marks(
    'an end of another block',
    `${OPEN}\n⟦<!-- cops:fin themes -->⟧\n`,
    'écrivez ici « <!-- cops:fin activite --> »',
  ),
  marks('the same block twice', `${OPEN}\n${CLOSE}\n\n${MARKED}\n${CLOSE}\n`, 'ici et ligne 9'),
  marks('a mark behind a text', `${OPEN}\n${CLOSE}\n\n⟦Un texte. <!-- cops:calcul themes -->⟧\n`, 'seule sur sa ligne'),
  marks('a mark of no kind', `  ⟦<!-- cops:début themes -->⟧\n`, 'ne se lit pas'),
  marks('two provenances', `⟦${provenance().trim()}⟧\n`, 'deux fois d’où viennent'),
  stale('no provenance', `${OPEN}\n${CLOSE}\n`, 'ne dit plus d’où viennent ses chiffres'),
  stale('another figure', provenance({ chiffres: { 'activite.ateliers': 7 } }), 'activite.ateliers 7 → 1.'),
  stale('a record that came', provenance({ fiches: {} }), 'depuis, 1 fiche ajoutée.'),
  stale('a record that changed', provenance({ fiches: { [FIRST]: 'ab' } }), 'depuis, 1 fiche modifiée.'),
  stale('a record that went', provenance({ fiches: { [FIRST]: '', 'records/a.md': 'b' } }), 'depuis, 1 fiche retirée.'),
  stale('another selection', provenance(), 'son en-tête demande une autre sélection', 'annee: 2022'),
];

/** What looks wrong there, and is not. */
export const SYNTHESE_CORRECT: readonly (readonly [string, Record<string, string>])[] = [
  ['a summary that is up to date', { [FIRST]: atelier(), [SYNTHESE]: synthese(provenance()) }],
  [
    'a summary of another version of cops, which counted less',
    { [FIRST]: atelier(), [SYNTHESE]: synthese(provenance({ chiffres: { 'ancien.chiffre': 3 } })) },
  ],
  [
    'free words with hashtags, arrows, comments and a mark that is text',
    {
      [FIRST]: atelier(),
      [SYNTHESE]: synthese(
        `## Mon #avis\n\n→ Une idée. #inconnu Encore. <!-- piste -->\n\n\\<!-- cops:fin x -->\n\n${provenance()}`,
      ),
    },
  ],
  [
    'a summary is no record to count',
    {
      [FIRST]: atelier(),
      'records/projets/autre.md': projet(),
      [SYNTHESE]: synthese(provenance({ fiches: { [FIRST]: '', 'records/projets/autre.md': '' } })),
    },
  ],
];
