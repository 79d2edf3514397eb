import { compareText } from '../diagnostic.ts';
import { type Coded, toCoded } from '../record/coded.ts';
import type { Fiche } from '../record/fiche.ts';
import { type PartialDate, type Period, parsePartialDate } from '../record/partial-date.ts';

/** A framework that a projet belongs to: a PRS and its priority, or what an organisation asked for. */
export interface Cadre {
  readonly prs?: string;
  readonly priorite?: string;
  readonly mandat?: string;
  readonly organisme?: string;
}

/** The meetings held with the supported structure. */
export interface Interventions {
  readonly nombre: number;
  /** The date of the count, where the text gives one. */
  readonly arreteAu?: PartialDate;
  /** The last of the meetings, where they are listed one by one. */
  readonly derniere?: PartialDate;
  /** The meetings, by date, where they are listed one by one. */
  readonly liste: readonly { readonly date: PartialDate; readonly objet?: string }[];
  /** Line of the file where the number is written. */
  readonly line: number;
}

/** A project that the centre supports. */
export interface Projet extends Coded {
  readonly structure?: { readonly nom: string; readonly nature?: string };
  readonly cadres: readonly Cadre[];
  readonly debut?: PartialDate;
  readonly fin?: PartialDate;
  readonly statut?: StatutDeProjet;
  readonly interventions?: Interventions;
  readonly interventionsMax?: number;
  /** Hours. */
  readonly dureeIntervention?: number;
  /** When the agreement was made, and for whom its meetings are. */
  readonly convention: { readonly date?: PartialDate; readonly public?: string };
  readonly projetsCibles: readonly { readonly titre: string; readonly etat?: string; readonly line: number }[];
}

/** Where a project stands. */
export type StatutDeProjet = 'a-venir' | 'en-cours' | 'termine' | 'suspendu';

interface ProjetHeader {
  readonly structure?: { nom: string; nature?: string };
  readonly cadres?: readonly Cadre[];
  readonly debut?: unknown;
  readonly fin?: unknown;
  readonly statut?: StatutDeProjet;
  readonly convention?: { date?: unknown; public?: string; interventions_max?: number; duree_intervention_h?: number };
  readonly projets_cibles?: readonly { titre: string; etat?: string }[];
}

/** Reads a projet from a fiche whose header its schema accepts. */
export function toProjet(fiche: Fiche): Projet {
  const header = fiche.header.value as unknown as ProjetHeader;
  const debut = parsePartialDate(header.debut);
  const fin = parsePartialDate(header.fin);
  const interventions = countInterventions(fiche);
  const { date, public: attendees, interventions_max: max, duree_intervention_h: duree } = header.convention ?? {};
  const agreed = parsePartialDate(date);
  return {
    ...toCoded(fiche),
    ...(header.structure && { structure: header.structure }),
    cadres: header.cadres ?? [],
    ...(debut && { debut }),
    ...(fin && { fin }),
    ...(header.statut && { statut: header.statut }),
    ...(interventions && { interventions }),
    ...(max !== undefined && { interventionsMax: max }),
    ...(duree !== undefined && { dureeIntervention: duree }),
    convention: { ...(agreed && { date: agreed }), ...(attendees && { public: attendees }) },
    projetsCibles: (header.projets_cibles ?? []).map((cible, index) => ({
      ...cible,
      get line() {
        return fiche.header.placeOf(['projets_cibles', index]).start.line;
      },
    })),
  };
}

/** The list of meetings where it is kept, else the number that the text gives; none where neither is known. */
function countInterventions({ header }: Fiche): Interventions | undefined {
  const list = header.value.interventions as { date?: unknown; objet?: string }[] | undefined;
  if (list) {
    const liste = list
      .flatMap(({ date: written, objet }) => {
        const date = parsePartialDate(written);
        return date ? [{ date, ...(objet && { objet }) }] : [];
      })
      .sort((a, b) => compareText(a.date.last, b.date.last));
    const derniere = liste.at(-1)?.date;
    return {
      nombre: list.length,
      liste,
      ...(derniere && { derniere }),
      get line() {
        return header.placeOfKey(['interventions']).start.line;
      },
    };
  }
  const done = header.value.interventions_realisees as { nombre: number; arrete_au?: unknown } | undefined;
  if (!done) return undefined;
  const arreteAu = parsePartialDate(done.arrete_au);
  return {
    nombre: done.nombre,
    liste: [],
    ...(arreteAu && { arreteAu }),
    get line() {
      return header.placeOfKey(['interventions_realisees', 'nombre']).start.line;
    },
  };
}

/** The days over which a projet runs: open-ended where no end is known, none where no start is. */
export function periodOfProjet({ debut, fin }: Projet): Period | undefined {
  return debut && { first: debut.first, ...(fin && { last: fin.last }) };
}

/** The PRS that a projet names in its cadres, each once. */
export function namedPrs({ cadres }: Projet): string[] {
  return [...new Set(cadres.flatMap(({ prs }) => (prs === undefined ? [] : [prs])))];
}
