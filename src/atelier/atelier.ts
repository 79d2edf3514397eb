import { type Coded, toCoded } from '../record/coded.ts';
import type { Fiche } from '../record/fiche.ts';
import { type PartialDate, parsePartialDate } from '../record/partial-date.ts';

/** How many people of one role took part. */
export interface Participants {
  readonly role: string;
  readonly effectif: number;
}

/** Someone who led the workshop. */
export interface Animateur {
  readonly nom: string;
  readonly qualite?: string;
  readonly role: string;
  readonly accordPublication: boolean;
}

/** The shareable synthesis of one workshop. */
export interface Atelier extends Coded {
  readonly date: PartialDate;
  readonly sujet: string;
  readonly situation: string;
  /** Empty where it is not known. */
  readonly participants: readonly Participants[];
  readonly coanimation: readonly Animateur[];
  readonly prs?: string;
  readonly domaine?: string;
}

/** Roles of people who speak as patients or for them: one of them leads beside a professional. */
export const ROLES_DE_PATIENTS: readonly string[] = [
  'patient-partenaire-ressource',
  'patient-partenaire-formateur',
  'patient-partenaire-chercheur',
];

interface AtelierHeader {
  readonly sujet: string;
  readonly situation: string;
  readonly participants?: readonly Participants[];
  readonly coanimation?: readonly { nom: string; qualite?: string; role: string; accord_publication?: boolean }[];
  readonly prs?: string;
  readonly domaine?: string;
  readonly date: unknown;
}

/** Reads an atelier from a fiche whose header its schema accepts. */
export function toAtelier(fiche: Fiche): Atelier {
  const header = fiche.header.value as unknown as AtelierHeader;
  const date = parsePartialDate(header.date);
  if (!date) throw new Error(`${fiche.file}: an atelier without a readable date passed its schema`);
  return {
    ...toCoded(fiche),
    date,
    sujet: header.sujet,
    situation: header.situation,
    participants: header.participants ?? [],
    coanimation: (header.coanimation ?? []).map(({ accord_publication, ...person }) => ({
      ...person,
      accordPublication: accord_publication ?? false,
    })),
    ...(header.prs && { prs: header.prs }),
    ...(header.domaine && { domaine: header.domaine }),
  };
}
