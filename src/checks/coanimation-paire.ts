import { ROLES_DE_PATIENTS } from '../atelier/atelier.ts';
import { asList, type Check, fichesOf } from './check.ts';

/** A workshop is led by a professional and a patient partner together: it is what makes it one of the centre's. */
export const coanimationPaire = {
  code: 'coanimation-paire',
  severity: 'warning',
  family: 'ateliers',
  scope: 'fiche',
  title: 'Coanimation sans la paire professionnel et patient partenaire',
  explanation: `Un atelier est animé par un professionnel de santé et un patient partenaire, ensemble.
Vérifiez qui a animé, et le rôle de chacun.`,
  example: {
    faulty: 'coanimation:\n  - { nom: A, role: professionnel }',
    corrected: 'coanimation:\n  - { nom: A, role: professionnel }\n  - { nom: B, role: patient-partenaire-formateur }',
  },

  *run(checked) {
    for (const fiche of fichesOf(checked, 'atelier')) {
      const roles = asList(fiche.header.value.coanimation).map(({ role }) => role);
      if (roles.length === 0 || !roles.every((role) => typeof role === 'string')) continue;
      const missing = [
        ...(roles.includes('professionnel') ? [] : ['un professionnel']),
        ...(roles.some((role) => ROLES_DE_PATIENTS.includes(role)) ? [] : ['un patient partenaire']),
      ];
      if (missing.length === 0 && roles.length === 2) continue;
      const message =
        missing.length > 0
          ? `Un atelier est animé par un professionnel et un patient partenaire : il manque ici ${missing.join(' et ')}. Vérifiez les rôles.`
          : `Un atelier est animé par deux personnes, un professionnel et un patient partenaire ; il y en a ${roles.length} ici.`;
      yield { fiche, range: fiche.header.placeOfKey(['coanimation']), message };
    }
  },
} satisfies Check;
