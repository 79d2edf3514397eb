import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { atelier, contrat, projet } from './fiches.ts';
import { makeWorkspace } from './run-cops.ts';

/** What a workspace hides, all of it invented: `a` and `b` hide other things in as many records. */
export type Variant = 'a' | 'b';

/** A workspace full of what must not be told, and the words by which it would be recognised. */
export interface SecretWorkspace {
  readonly cwd: string;
  /** Never told by any document: notes, memos, comments, personal data, passages that nobody validated. */
  readonly never: readonly string[];
  /** Told by an internal document alone. */
  readonly internal: readonly string[];
  /** Drafts that are to be shared one day: told where drafts are counted. */
  readonly drafts: readonly string[];
  /** Of files with an error: what is wrong with them is said on standard error, to who holds them. */
  readonly faulty: readonly string[];
}

/** What the two variants of an internal record say otherwise; what is counted is the same. */
const HIDDEN = {
  a: { mark: 'SECRET', id: 'secret', day: '02-11', year: '2019', place: '82', domain: 'management' },
  b: { mark: 'AUTRE', id: 'tout-autre', day: '03-23', year: '2021', place: '09', domain: 'recherche' },
} as const;

const MEMO = '<!-- mémo (XY, 2022-06-02) : MEMOCACHE prenom.memo@cache.exemple -->';
const NOTES = '\n## Notes internes\n\n- NOTECACHEE : écrire à note@cache.exemple.\n';

/** An atelier that may be shared, with all that it keeps for the centre. */
function shared(date: string, prs: string, header = ''): string {
  return atelier({
    header: `titre: Atelier fictif du ${date}
date: ${date}
prs: ${prs}
sujet: "Un sujet, voir sujet@cache.exemple"
situation: Une situation que raconte Jamais Lisible, au 06 11 22 33 44
lieu: LIEUCACHE
publics: [PUBLICCACHE]
pathologies: [PATHOLOGIECACHEE]
departements: [31]
coanimation:
  - { nom: Camille Nomtu, qualite: médecin, role: professionnel }
  - { nom: Accord Donné, role: patient-partenaire-formateur, accord_publication: true }
codage: { etat: complet, par: CODEURCACHE }
# COMMENTAIRECACHE : le groupe a hésité.
suites:
  - { piste: p1, objet: "Appeler le 05 99 88 77 66, avec CLAUDE  Ailleurs", par: Camille Nomtu, etat: fait }
  - { piste: p1, objet: Relancer, par: "Ailleurs, Claude (médecin)", etat: en-cours }
  - { piste: p1, objet: Relancer encore, par: Jamais Lisible, etat: prevu }
  - { objet: Écrire, par: Mme Civilitée, etat: prevu }
${header}`,
    body: `## Situation

## Synthèse

- Un constat : joindre passage@cache.exemple ou le 06 12 34 56 78, NIR 1 84 12 31 555 012 42. ${MEMO} #temps-de-consultation <!-- pas #perennisation -->
- → Une piste inventée que suit Camille Nomtu, voir piste@cache.exemple. #temps-de-consultation ^p1 <!-- extrait -->
${NOTES}`,
  });
}

function hidden(variant: Variant, kind: string, header = ''): string {
  const { mark, day, year, place, domain } = HIDDEN[variant];
  const date = kind.startsWith('NEUF') ? `2024-${day}` : `${year}-${day}`;
  const body = `## Situation

- ${mark}${kind}CONTEXTE.

## Synthèse

- ${mark}${kind}CONSTAT. #temps-de-consultation #?${mark.toLowerCase()}-libre
- → ${mark}${kind}PISTE. #temps-de-consultation ^p1
- → ${mark}${kind}SEULE.
${NOTES}`;
  return atelier({
    header: `titre: ${mark}${kind}TITRE
date: ${date}
prs: ${kind.startsWith('NEUF') ? '2023-2028' : '2018-2022'}
sujet: ${mark}${kind}SUJET
situation: ${mark}${kind}SITUATION
departements: [${place}]
domaine: ${domain}
lieu: ${mark}${kind}LIEU
coanimation:
  - { nom: ${mark}${kind}NOM, role: professionnel }
  - { nom: ${mark}${kind}ACCORD, role: patient-partenaire-formateur, accord_publication: true }
suites:
  - { piste: p1, objet: ${mark}${kind}OBJET, par: ${mark}${kind}PAR, echeance: ${date}, etat: fait }
diffusion: interne
${header}`,
    body,
  });
}

function hiddenProjet(variant: Variant): string {
  const { mark, day, year, place } = HIDDEN[variant];
  return projet({
    header: `titre: ${mark}PROJETTITRE
structure: { nom: ${mark}PROJETSTRUCTURE, nature: association }
debut: ${year}-${day}
departements: [${place}]
projets_cibles:
  - { titre: ${mark}PROJETCIBLE }
suites:
  - { objet: ${mark}PROJETSUITE, etat: abandonne }
diffusion: interne`,
    body: `## Objectifs\n\n${mark}PROJETOBJECTIF.\n\n## Freins\n\n${mark}PROJETFREIN.\n\n## Perspectives\n\n${mark}PROJETPERSPECTIVE.\n`,
  });
}

/** A type of the workspace's own, as docs/types.md describes one. */
const [, JOURNEE = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/types.md', 'utf8')) ?? [];

function journee(titre: string, diffusion: string, validation: string): string {
  return `---\ntype: journee\ntitre: ${titre}\ndate: 2021-10-17\nlieu: Ville\ndiffusion: ${diffusion}\nvalidation: ${validation}\n---\n\n## Programme\n\nJOURNEECACHEE.\n`;
}

const DRAFT = '## Situation\n\n## Synthèse\n\n- BROUILLONPASSAGE. #temps-de-consultation\n';

function listInternal(variant: Variant): Record<string, string> {
  const { mark, id, day, year } = HIDDEN[variant];
  return {
    [`records/ateliers/${year}/${year}-${day}-${id}-ancien.md`]: hidden(variant, 'VIEUX'),
    [`records/ateliers/${year}/${year}-${day}-${id}-brouillon.md`]: hidden(variant, 'EBAUCHE', 'validation: brouillon'),
    [`records/ateliers/2024/2024-${day}-${id}-recent.md`]: hidden(variant, 'NEUF'),
    'records/projets/projet-tu.md': hiddenProjet(variant),
    [`records/contrats/${id}-contrat.md`]: contrat({
      header: `titre: ${mark}CONTRATTITRE\nfinanceur: ${mark}FINANCEUR\ndiffusion: interne\nindicateurs:\n  - { libelle: ${mark}INDICATEUR, cible: 4, unite: essais, valeur: 3, source: ${mark}SOURCE }`,
    }),
    [`records/journees/2021/2021-10-17-${id}-journee.md`]: journee(`${mark}JOURNEETITRE`, 'interne', 'valide'),
    // A contrat that may be shared follows a projet that may not be named.
    'records/contrats/ouvert-2022.md': contrat({
      header: `indicateurs:\n  - { libelle: Suivi, cible: 4, unite: essais, chiffre: projets.projet-tu.interventions }`,
    }),
  };
}

/** Internal files with an error; which one cannot be read at all. */
function listFaulty(variant: Variant): Record<string, string> {
  const { id, day, year } = HIDDEN[variant];
  return {
    [`records/ateliers/${year}-${day}-${id}-fautif.md`]: hidden(variant, 'FAUTIF', 'clefautive: x'),
    [`records/ateliers/${id}-illisible.md`]: 'sans en-tête\n',
  };
}

function listShared(): Record<string, string> {
  const days = ['2018-05-10', '2019-05-10', '2020-05-10', '2021-05-10', '2022-05-10'];
  const old = days.map((day) => [`records/ateliers/${day.slice(0, 4)}/${day}-ouvert.md`, shared(day, '2018-2022')]);
  const later = ['04', '05', '06', '07', '08'].map((month) => [
    `records/ateliers/2024/2024-${month}-10-ouvert.md`,
    shared(`2024-${month}-10`, '2023-2028'),
  ]);
  return {
    ...Object.fromEntries([...old, ...later]),
    // Its facilitator is named by suites of other periods, in another order.
    'records/ateliers/2024/2024-09-10-ouvert.md': shared(
      '2024-09-10',
      '2023-2028',
      'coanimation:\n  - { nom: Claude Ailleurs, role: professionnel }\n  - { nom: Accord Donné, role: patient-partenaire-formateur, accord_publication: true }',
    ),
    'records/ateliers/2022/2022-06-10-relu.md': shared('2022-06-10', '2018-2022', 'validation: relu').replace(
      'Une piste inventée',
      'RELUPASSAGE inventé',
    ),
    'records/ateliers/2022/2022-07-10-ebauche-ouverte.md': atelier({
      header: 'titre: EBAUCHEOUVERTE\ndate: 2022-07-10\nvalidation: brouillon',
      body: DRAFT,
    }),
    'records/ateliers/2023/2023-05-10-ebauche-sans-prs.md': atelier({
      header: 'titre: EBAUCHESANSPRS\ndate: 2023-05-10\nprs: ABSENT\nvalidation: brouillon',
      body: DRAFT,
    }),
    'records/projets/ouvert.md': projet({
      header: 'cadres:\n  - { prs: 2018-2022 }\n  - { prs: 2023-2028 }\ndepartements: [31]',
    }),
    'records/journees/2021/2021-10-17-journee-ouverte.md': journee('Journée ouverte', 'partageable', 'valide'),
    'records/journees/2021/2021-10-17-journee-ebauche.md': journee('JOURNEEEBAUCHE', 'partageable', 'brouillon'),
    'records/ateliers/2022-08-10-ebauche-fautive.md': atelier({
      header:
        'titre: EBAUCHEFAUTIVE\ndate: 2022-08-10\nvalidation: brouillon\ncoanimation:\n  - { nom: Jamais Lisible, role: professionnel }\nclefautive: x',
      body: DRAFT,
    }),
    'schemas/journee.schema.json': JOURNEE,
    'cops.yaml': 'nom: Centre inventé\nactivite: { debut: 2018-03 }\n',
  };
}

/** Writes the workspace; `internal: false` leaves its internal records out. */
export function makeSecretWorkspace(
  variant: Variant = 'a',
  { internal = true }: { internal?: boolean } = {},
): SecretWorkspace {
  const { mark, id, day, year, place, domain } = HIDDEN[variant];
  const secret = internal ? { ...listInternal(variant), ...listFaulty(variant) } : {};
  const files = { ...listShared(), ...secret };
  const blobs = Object.entries(secret)
    .filter(([path]) => !path.endsWith('ouvert-2022.md'))
    .map(([, text]) =>
      createHash('sha1')
        .update(`blob ${Buffer.byteLength(text)}\0${text}`)
        .digest('hex'),
    );
  return {
    cwd: makeWorkspace(files),
    never: [
      ...['MEMOCACHE', 'NOTECACHEE', 'COMMENTAIRECACHE', 'CODEURCACHE', 'LIEUCACHE', 'PUBLICCACHE', 'PATHOLOGIECACHEE'],
      ...['JOURNEECACHEE', 'RELUPASSAGE', 'BROUILLONPASSAGE', 'cache.exemple'],
      ...['05 99 88 77 66', '06 11 22 33 44', '06 12 34 56 78', '1 84 12 31 555 012 42'],
    ],
    internal: [
      ...[mark, `${id}-ancien`, `${id}-recent`, 'projet-tu', `${id}-contrat`, `${id}-journee`, `${id}-brouillon`],
      ...[`${mark.toLowerCase()}-libre`, `${year}-${day}`, `2024-${day}`, `départements.${place}`, domain],
      ...['Camille Nomtu', 'Claude Ailleurs', 'Ailleurs, Claude', 'Jamais Lisible', 'Civilitée', ...blobs],
    ],
    drafts: ['EBAUCHEOUVERTE', 'ebauche-ouverte'],
    faulty: [`${id}-fautif`, `${id}-illisible`, 'EBAUCHEFAUTIVE', 'ebauche-fautive', 'clefautive'],
  };
}

/** Drafts that no summary counts, whatever is asked. */
export const LONE_DRAFTS: readonly string[] = [
  'EBAUCHESANSPRS',
  'ebauche-sans-prs',
  'JOURNEEEBAUCHE',
  'journee-ebauche',
];
