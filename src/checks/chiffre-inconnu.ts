import { findNearest, quote } from '../french.ts';
import { ETATS_DE_SUITE } from '../record/coded.ts';
import type { Fiche } from '../record/fiche.ts';
import type { Path } from '../record/header.ts';
import { FIGURE_KINDS } from '../synthese/figure-list.ts';
import { type Check, type Checked, type Finding, fichesOf } from './check.ts';

/** What an indicator follows is a figure of the summary: a name that no figure has would be said unavailable for ever. */
export const chiffreInconnu = {
  code: 'chiffre-inconnu',
  severity: 'error',
  family: 'contrats',
  title: 'Chiffre qu’aucune synthèse ne compte',
  explanation: `La clé « chiffre » d’un indicateur est l’identifiant d’un chiffre de la synthèse : activite.ateliers, projets.<projet>.interventions…
« cops report --format json » les donne tous. Corrigez l’identifiant, ou écrivez une « valeur » et sa « source ».`,
  example: {
    faulty: 'indicateurs:\n  - { libelle: Ateliers, cible: 4, unite: ateliers, chiffre: activite.atelier }',
    corrected: 'indicateurs:\n  - { libelle: Ateliers, cible: 4, unite: ateliers, chiffre: activite.ateliers }',
  },

  *run(checked: Checked): Iterable<Finding> {
    const contrats = fichesOf(checked, 'contrat');
    if (contrats.length === 0) return;
    const { ids, patterns } = listFollowable(checked);
    for (const { fiche, chiffre, path } of contrats.flatMap(listNamed)) {
      if (ids.has(chiffre) || patterns.some((pattern) => pattern.test(chiffre))) continue;
      const nearest = findNearest(chiffre, ids);
      const advice = nearest
        ? `le plus proche est ${quote(nearest)}`
        : `${quote('cops report --format json')} donne tous ceux d’une synthèse`;
      const message = `Aucune synthèse ne compte le chiffre ${quote(chiffre)} ; ${advice}.`;
      yield { fiche, range: fiche.header.placeOf(path), message };
    }
  },
} satisfies Check;

/** The figures that indicators name; where one is misformed, the schema says so. */
function listNamed(fiche: Fiche): { fiche: Fiche; chiffre: string; path: Path }[] {
  const { indicateurs } = fiche.header.value;
  return (Array.isArray(indicateurs) ? indicateurs : []).flatMap((indicateur: unknown, index) => {
    const chiffre = typeof indicateur === 'object' ? (indicateur as { chiffre?: unknown } | null)?.chiffre : undefined;
    const isFormed = typeof chiffre === 'string' && /^[a-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(chiffre);
    return isFormed ? [{ fiche, chiffre, path: ['indicateurs', index, 'chiffre'] }] : [];
  });
}

/** What stands for a part in angle brackets, where any value of a form may. */
const FORMS: Readonly<Record<string, string>> = { annee: '\\d{4}', departement: '\\d[\\dAB]\\d?', cle: '[a-z-]+' };

/** The ids of figures that an indicator may follow, those of contrats apart: a contrat is not measured by itself. */
function listFollowable({ collection: { schemas }, themes, projets }: Checked): {
  ids: ReadonlySet<string>;
  patterns: readonly RegExp[];
} {
  const words = (name: string) => schemas.resolve({ $ref: `commun.schema.json#/$defs/${name}` }).enum as string[];
  const values: Readonly<Record<string, Iterable<string>>> = {
    projet: projets,
    theme: themes,
    etat: ETATS_DE_SUITE,
    role: words('role'),
    domaine: words('domaine'),
  };
  const kinds = FIGURE_KINDS.map(({ id }) => id).filter((id) => !id.startsWith('contrats.'));
  const named = kinds.flatMap((id) => replaceVariables(id, values));
  return {
    ids: new Set(named.filter((id) => !id.includes('<'))),
    patterns: named.flatMap((id) => {
      const form = id.replaceAll('.', '\\.').replace(VARIABLE, (whole, name: string) => FORMS[name] ?? whole);
      return id.includes('<') && !form.includes('<') ? [new RegExp(`^${form}$`)] : [];
    }),
  };
}

const VARIABLE = /<([a-z]+)>/g;

/** An id for each value of each of its parts in angle brackets whose values are known; the others stay. */
function replaceVariables(id: string, values: Readonly<Record<string, Iterable<string>>>): string[] {
  const [whole, name] = [...id.matchAll(VARIABLE)].find(([, variable = '']) => values[variable]) ?? [];
  if (whole === undefined || name === undefined) return [id];
  return [...(values[name] ?? [])].flatMap((value) => replaceVariables(id.replace(whole, value), values));
}
