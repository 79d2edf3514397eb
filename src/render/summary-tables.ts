import type { Figure } from '../synthese/figure.ts';
import { kindOf } from '../synthese/figure-list.ts';
import { listFigures } from '../synthese/list-figures.ts';
import type { Provenance } from '../synthese/provenance.ts';
import type { Synthese } from '../synthese/synthese.ts';
import { formatCsv } from './csv.ts';
import { findPiste } from './described-records.ts';
import { labelOf } from './labels.ts';
import { maskShown } from './masks.ts';
import { nameFigure } from './proofs.ts';
import { nameReferences, type References } from './references.ts';

type Cell = string | number | undefined;
type Rows = readonly (readonly Cell[])[];

/** A table: its titles, which never change, and how a summary fills its rows. */
interface TableSpec {
  readonly titles: readonly string[];
  readonly rowsOf: (synthese: Synthese, references: References) => Rows;
}

/** Says where the tables come from, for other programs. */
export const PROVENANCE_FILE = 'provenance.json';

/** What stands for a record that may not be named. */
const HIDDEN = 'fiche interne ou brouillon';

const TABLES: Readonly<Record<string, TableSpec>> = {
  chiffres: {
    titles: ['section', 'id', 'libelle', 'valeur', 'base', 'ce_qui_est_compte'],
    rowsOf: (synthese) =>
      listFigures(synthese).flatMap(({ name, figures }) =>
        figures.map((figure) => [
          name,
          figure.id,
          nameFigure(name, figure, synthese),
          figure.value,
          figure.base,
          kindOf(figure).kind.meaning,
        ]),
      ),
  },
  sources: {
    titles: ['chiffre', 'fiche', 'ligne', 'extrait'],
    rowsOf: (synthese, references) =>
      listFigures(synthese)
        .flatMap(({ figures }) => figures)
        .flatMap((figure) => figure.sources.map((source) => toSourceRow(figure, source, references))),
  },
  fiches: {
    titles: [
      'repere',
      'id',
      'type',
      'titre',
      'date',
      'fin',
      'sujet',
      'situation',
      'structure',
      'validation',
      'lecture',
      'fiche',
    ],
    rowsOf: ({ fiches, contrats }, references) => [
      ...fiches.map((fiche) => [
        references.ofFile(fiche.file)?.repere,
        fiche.id,
        ...('sujet' in fiche
          ? ['atelier', fiche.titre, fiche.date.iso, undefined, fiche.sujet, fiche.situation, undefined]
          : ['projet', fiche.titre, fiche.debut?.iso, fiche.fin?.iso, undefined, undefined, fiche.structure?.nom]),
        labelOf(fiche.validation),
        labelOf(fiche.lecture),
        fiche.file,
      ]),
      ...contrats.map(({ contrat }) => [
        references.ofFile(contrat.file)?.repere,
        contrat.id,
        ...['contrat', contrat.titre, contrat.debut.iso, contrat.fin.iso, undefined, undefined, undefined],
        ...[labelOf(contrat.validation), undefined, contrat.file],
      ]),
    ],
  },
  extraits: {
    titles: ['numero', 'texte', 'nature', 'themes', 'choisi', 'repere', 'fiche', 'ligne'],
    rowsOf: ({ extraits }, references) =>
      extraits.map(({ numero, text, nature, themes, choisi, file, line }) => [
        ...[numero, text, nature, themes.join(' '), sayYes(choisi)],
        ...[references.ofFile(file)?.repere, file, line],
      ]),
  },
  themes: {
    titles: [
      ...['theme', 'titre', 'recurrent', 'ateliers', 'ateliers_lus', 'projets', 'projets_lus'],
      ...['passages', 'constats', 'pistes', 'fiches_sans_passage'],
    ],
    rowsOf: ({ themes }) =>
      themes.map(({ theme, recurrent, ateliers, projets, passages, constats, pistes, sansPassage }) => [
        ...[theme.id, theme.titre, sayYes(recurrent), ateliers.value, ateliers.base, projets.value, projets.base],
        ...[passages, constats, pistes, sansPassage].map(({ value }) => value),
      ]),
  },
  annees: {
    titles: ['annee', 'ateliers', 'note'],
    rowsOf: ({ activite }) =>
      activite.annees.map(({ annee, ateliers, depuis }) => [
        annee,
        ateliers?.value,
        ateliers ? depuis && `le centre existe depuis : ${depuis.iso}` : 'le centre n’existait pas',
      ]),
  },
  suites: {
    titles: ['objet', 'etat', 'par', 'echeance', 'le', 'extrait', 'repere', 'fiche'],
    rowsOf: ({ suites }, references) =>
      suites.lignes.map(({ suite, record }) => [
        ...[suite.objet, labelOf(suite.etat), suite.par, suite.echeance?.iso, suite.le?.iso],
        findPiste(record, suite.piste, references) ?? undefined,
        ...[references.ofFile(record.file)?.repere, record.file],
      ]),
  },
  comparaison: {
    titles: [
      ...['theme', 'titre', 'evolution', 'ateliers_alors', 'ateliers_lus_alors', 'ateliers', 'ateliers_lus'],
      ...['projets_alors', 'projets_lus_alors', 'projets', 'projets_lus'],
    ],
    rowsOf: ({ comparaison }) =>
      (comparaison?.themes ?? []).map(({ theme, evolution, alors, maintenant }) => [
        ...[theme.id, theme.titre, evolution],
        ...[alors.ateliers, maintenant.ateliers, alors.projets, maintenant.projets].flatMap(({ value, base }) => [
          value,
          base,
        ]),
      ]),
  },
  'pistes-alors': {
    titles: ['extrait', 'texte', 'etat', 'suite', 'par', 'echeance', 'le', 'repere', 'fiche'],
    rowsOf: ({ comparaison }, references) => [
      ...(comparaison?.pistes.parEtat ?? []).flatMap(({ etat, pistes }) =>
        pistes.flatMap(({ extrait: { numero, text, file }, suites }) =>
          suites.map(({ objet, par, echeance, le }) => [
            ...[numero, text, labelOf(etat), objet, par, echeance?.iso, le?.iso],
            ...[references.ofFile(file)?.repere, file],
          ]),
        ),
      ),
      ...(comparaison?.pistes.sansSuite.extraits ?? []).map(({ numero, text, file }) => [
        ...[numero, text, 'sans suite', undefined, undefined, undefined, undefined],
        ...[references.ofFile(file)?.repere, file],
      ]),
    ],
  },
  contrats: {
    titles: [
      ...['contrat', 'titre', 'financeur', 'debut', 'fin', 'rang', 'indicateur', 'unite'],
      ...['prevu', 'realise', 'ecart', 'chiffre', 'source', 'commentaire'],
    ],
    rowsOf: ({ contrats }) =>
      contrats.flatMap(({ contrat, indicateurs }) =>
        indicateurs.map(({ indicateur, prevu, realise, ecart }, index) => [
          ...[contrat.id, contrat.titre, contrat.financeur, contrat.debut.iso, contrat.fin.iso, index + 1],
          ...[indicateur.libelle, indicateur.unite, prevu.value, realise?.value, ecart?.value],
          ...[indicateur.chiffre, indicateur.source, indicateur.commentaire],
        ]),
      ),
  },
};

/** The names of the files of a folder of tables. */
export const TABLE_FILES: readonly string[] = [...Object.keys(TABLES).map((name) => `${name}.csv`), PROVENANCE_FILE];

/** A summary as the files of a folder, by name: a table each for spreadsheets in French, and where all comes from. */
export function formatTables(synthese: Synthese, provenance: Provenance): ReadonlyMap<string, string> {
  const references = nameReferences(synthese);
  const marks = listMarks(synthese);
  const files = Object.entries(TABLES).map(([name, { titles, rowsOf }]): [string, string] => {
    const rows = rowsOf(synthese, references).map((row) => [
      ...row.map((cell) => cell ?? ''),
      ...marks.map(([, said]) => said),
    ]);
    return [`${name}.csv`, formatCsv(maskShown([[...titles, ...marks.map(([title]) => title)], ...rows], synthese))];
  });
  return new Map([...files, [PROVENANCE_FILE, `${JSON.stringify(provenance, null, 2)}\n`]]);
}

/** The columns that mark every row, where a table must not leave the centre or is invented. */
function listMarks({ criteria, exemple }: Synthese): [string, string][] {
  return [
    ...(criteria.interne ? [['usage', 'interne'] as [string, string]] : []),
    ...(exemple ? [['exemple', 'fictif'] as [string, string]] : []),
  ];
}

function toSourceRow({ id }: Figure, source: Figure['sources'][number], references: References): readonly Cell[] {
  if ('interne' in source) return [id, HIDDEN, undefined, undefined];
  return [id, source.file, source.line, references.extraitAt(source.file, source.line)];
}

function sayYes(claim: boolean): string {
  return claim ? 'oui' : 'non';
}
