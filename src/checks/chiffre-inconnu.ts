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
    const values = listValues(checked);
    for (const { fiche, chiffre, path } of contrats.flatMap(listNamed)) {
      if (FOLLOWABLE.some((pattern) => isOfKind(chiffre, pattern, values))) continue;
      const nearest = findNearest(chiffre, spellOut(values));
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

/** The kinds of figures that an indicator may follow, those of contrats apart: a contrat is not measured by itself. */
const FOLLOWABLE: readonly string[] = FIGURE_KINDS.map(({ id }) => id).filter(
  (id) => !/^(?:contrats|comparaison)\./.test(id),
);

/** What stands for a part in angle brackets, where any value of a form may. */
const FORMS: Readonly<Record<string, RegExp>> = {
  annee: /^\d{4}$/,
  departement: /^\d[\dAB]\d?$/,
  cle: /^[a-z-]+$/,
};

/** What stands for a part in angle brackets, where it is one of a list. */
type Values = Readonly<Record<string, readonly string[]>>;

function listValues({ collection: { schemas }, themes, projets }: Checked): Values {
  const words = (name: string) => schemas.resolve({ $ref: `commun.schema.json#/$defs/${name}` }).enum as string[];
  return {
    projet: [...projets],
    theme: [...themes],
    autre: [...themes],
    etat: ETATS_DE_SUITE,
    role: words('role'),
    domaine: words('domaine'),
  };
}

function isOfKind(chiffre: string, kind: string, values: Values): boolean {
  const steps = chiffre.split('.');
  const pattern = kind.split('.');
  return (
    steps.length === pattern.length &&
    pattern.every((part, index) => {
      const step = steps[index] ?? '';
      const variable = variableOf(part);
      return variable === undefined ? step === part : (FORMS[variable]?.test(step) ?? values[variable]?.includes(step));
    })
  );
}

function variableOf(part: string): string | undefined {
  return /^<([a-z]+)>$/.exec(part)?.[1];
}

/** The ids that a misspelt one may stand for: all those with one variable part at most, of a list. */
function spellOut(values: Values): string[] {
  return FOLLOWABLE.flatMap((id) => {
    const [variable, second] = id.split('.').flatMap((part) => variableOf(part) ?? []);
    if (second !== undefined) return [];
    if (variable === undefined) return [id];
    return (values[variable] ?? []).map((value) => id.replace(`<${variable}>`, value));
  });
}
