import { drawSentence, drawStyle, writePassages } from './body.js';
import { NEUTRES, SITUATIONS, SUJETS } from './phrases.js';

/** @import { Draw } from './random.js' */
/** @typedef {{ path: string, text: string }} Written a record and its path in the workspace */

const PRENOMS = ['Camille', 'Dominique', 'Claude', 'Alix', 'Sacha', 'Noa', 'Andrea', 'Lou'];
const NOMS = ['Exemple', 'Fictif', 'Imaginaire', 'Inventé', 'Personne'];
const MOIS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/** An atelier, most often valid and read in full. @param {Draw} draw @param {string} number */
export function writeAtelier(draw, number) {
  const when = drawDate(draw);
  const state = drawState(draw);
  const style = drawStyle(draw, state.coded);
  const body = writePassages(draw, style, draw.between(1850, 2750));
  const header = [
    'type: atelier',
    `titre: ${draw.chance(0.3) ? `"Exemple fictif : atelier ${when.said}"` : `Exemple fictif, atelier d’échanges ${when.said}`}`,
    `date: ${when.date}`,
    `sujet: ${draw.pick(SUJETS)}`,
    `situation: ${draw.pick(SITUATIONS)}`,
    ...writeParticipants(draw),
    'coanimation:',
    `  - { nom: ${drawName(draw)}, qualite: médecin, role: professionnel }`,
    `  - { nom: ${drawName(draw)}, qualite: patiente partenaire, role: patient-partenaire-formateur }`,
    ...(when.prs ? [`prs: ${when.prs}`] : []),
    ...(draw.chance(0.6) ? ['modalite: visioconference', 'duree_min: 150'] : []),
    ...(draw.chance(0.3) ? ['departements: ["09", "31", "82"]'] : []),
    ...writeSuites(body),
    ...state.lines,
  ];
  const sections = [
    `## Situation choisie par le groupe\n\n${draw.chance(0.5) ? `${drawSentence(draw, draw.pick(NEUTRES))}\n\n` : ''}`,
    `## ${draw.pick(['Synthèse coconstruite', 'Synthèse du groupe', 'Synthèse'])}\n\n${body}`,
    ...(draw.chance(0.15) ? [`## Notes internes\n\n${drawSentence(draw, draw.pick(NEUTRES))}\n\n`] : []),
  ];
  const path = `records/ateliers/${when.date.slice(0, 4)}/${when.date.toLowerCase()}-exemple-fictif-${number}.md`;
  return finish(draw, path, { header, sections });
}

/** A projet that follows its convention. @param {Draw} draw @param {string} number */
export function writeProjet(draw, number) {
  const state = drawState(draw);
  const style = drawStyle(draw, state.coded);
  const year = draw.between(2018, 2022);
  const statut = draw.pick(['en-cours', 'en-cours', 'termine', 'suspendu', 'a-venir']);
  const done = statut === 'a-venir' ? 0 : draw.between(1, 4);
  const freins = writePassages(draw, style, 850);
  const header = [
    'type: projet',
    `titre: Exemple fictif, accompagnement de la Structure Exemple ${number}`,
    `structure: { nom: Structure Exemple ${number}, nature: association inventée }`,
    'cadres:',
    '  - { prs: 2018-2022, priorite: partenariat-soignant-soigne }',
    ...(draw.chance(0.2) ? ['  - { prs: 2023-2028 }'] : []),
    ...(draw.chance(0.2) ? ['  - { mandat: associer les usagers, organisme: Organisme Imaginaire }'] : []),
    draw.chance(0.3) ? `debut: { date: ${year}, texte: fin ${year} }` : `debut: ${year}-T${draw.between(1, 4)}`,
    ...(statut === 'termine' ? [`fin: ${year + 1}-06`] : []),
    `statut: ${statut}`,
    'convention: { interventions_max: 8, duree_intervention_h: 2, public: l’équipe inventée }',
    ...writeInterventions(draw, year, done),
    ...writeSuites(freins),
    ...state.lines,
  ];
  const sections = [
    `## Contexte\n\n${writePassages(draw, { ...style, named: false, layout: 'paragraphes' }, 350)}`,
    `## Objectifs\n\n${drawSentence(draw, draw.pick(NEUTRES))}\n\n`,
    `## Avancement\n\n${drawSentence(draw, draw.pick(NEUTRES))}\n\n`,
    `## Freins\n\n${freins}`,
    `## Leviers\n\n${writePassages(draw, { ...style, named: false }, 350)}`,
  ];
  return finish(draw, `records/projets/exemple-fictif-${number}.md`, { header, sections });
}

/** @param {Draw} draw @param {string} path @param {{ header: string[], sections: string[] }} parts @returns {Written} */
function finish(draw, path, { header, sections }) {
  const text = `---\n${header.join('\n')}\n---\n\n${sections.join('').trimEnd()}\n`;
  const curly = draw.chance(0.5) ? text : text.replaceAll('’', "'");
  return { path, text: draw.chance(0.5) ? curly : curly.replaceAll('œ', 'oe') };
}

/** A day, sometimes only a month or a quarter; a key says the PRS where no period does. @param {Draw} draw */
function drawDate(draw) {
  const year = draw.chance(0.05) ? 2023 : draw.between(2018, 2022);
  const month = draw.between(1, 12);
  const day = String(draw.between(1, 28)).padStart(2, '0');
  const short = `${year}-${String(month).padStart(2, '0')}`;
  const prs = year < 2023 || month < 11 ? '2018-2022' : '2023-2028';
  const named = { prs: year === 2023 || draw.chance(0.8) ? prs : undefined };
  const said = `de ${MOIS[month - 1]} ${year}`.replace(/^de (?=[ao])/, 'd’');
  if (draw.chance(0.04)) return { ...named, date: short, said };
  if (year < 2023 && draw.chance(0.03)) return { ...named, date: `${year}-T${Math.ceil(month / 3)}`, said };
  return { ...named, date: `${short}-${day}`, said: `du ${Number(day)} ${MOIS[month - 1]} ${year}` };
}

/** Whether it may be shown, whether it is finished, whether it was read with the grille. @param {Draw} draw */
function drawState(draw) {
  const validation = draw.chance(0.8) ? 'valide' : draw.pick(['relu', 'brouillon']);
  const codage = draw.chance(0.75) ? 'complet' : draw.pick(['partiel', 'non-lu']);
  const lines = [`diffusion: ${draw.chance(0.8) ? 'partageable' : 'interne'}`, `validation: ${validation}`];
  return { coded: codage !== 'non-lu', lines: [...lines, `codage: { etat: ${codage} }`] };
}

/** @param {Draw} draw */
function drawName(draw) {
  return `${draw.pick(PRENOMS)} ${draw.pick(NOMS)}`;
}

/** @param {Draw} draw */
function writeParticipants(draw) {
  const roles = ['patient-partenaire-ressource', 'representant-des-usagers', 'usager-partenaire', 'proche-aidant'];
  const rows = [
    `{ role: professionnel, effectif: ${draw.between(2, 4)} }`,
    `{ role: ${draw.pick(roles)}, effectif: ${draw.between(1, 4)} }`,
  ];
  return ['participants:', ...rows.map((row) => `  - ${row}`)];
}

/** Their number, or each with its date. @param {Draw} draw @param {number} year @param {number} done */
function writeInterventions(draw, year, done) {
  if (done === 0 || draw.chance(0.5)) return [`interventions_realisees: { nombre: ${done} }`];
  return [
    'interventions:',
    ...Array.from(
      { length: done },
      (_, index) => `  - { date: ${year}-1${index % 3}, objet: réunion inventée ${index + 1} }`,
    ),
  ];
}

/** What became of the first named piste, where there is one. @param {string} body */
function writeSuites(body) {
  if (!body.includes(' ^p1')) return [];
  return [
    'suites:',
    '  - { piste: p1, objet: démarche inventée, par: Structure Exemple, echeance: 2022-11, etat: fait }',
  ];
}
