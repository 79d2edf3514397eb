import { quote } from '../french.ts';
import type { Check } from './check.ts';

/** A passage's name is permanent and its own: what refers to it must find one passage. */
export const nomEnDouble = {
  code: 'nom-en-double',
  severity: 'error',
  family: 'texte',
  scope: 'fiche',
  title: 'Deux passages du même nom',
  explanation: 'Le nom d’un passage (^p7) ne sert qu’une fois dans une fiche : donnez un autre numéro au second.',
  example: { faulty: 'Un constat. ^p1\n\nUn autre. ^p1', corrected: 'Un constat. ^p1\n\nUn autre. ^p2' },

  *run({ bodies }) {
    for (const fiche of bodies) {
      const lines = new Map<string, number>();
      for (const { nom, range, nomRange = range } of fiche.body.passages) {
        if (!nom) continue;
        const first = lines.get(nom);
        if (first === undefined) lines.set(nom, range.start.line);
        else
          yield {
            fiche,
            range: nomRange,
            message: `Le nom ${quote(`^${nom}`)} est déjà celui du passage de la ligne ${first} : donnez un autre numéro à celui-ci.`,
          };
      }
    }
  },
} satisfies Check;
