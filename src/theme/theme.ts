import { compareText } from '../diagnostic.ts';
import type { Fiche } from '../record/fiche.ts';

/** Something that may come back from one record to another: an entry of the grille. */
export interface Theme {
  readonly id: string;
  readonly file: string;
  readonly titre: string;
  readonly ordre?: number;
  /** Id of the wider theme that it is part of. */
  readonly parent?: string;
  readonly definition: string;
  /** What belongs to it, and what does not and could be taken for it. */
  readonly inclure: readonly string[];
  readonly exclure: readonly string[];
  readonly statut: 'actif' | 'candidat' | 'retire';
}

/** All themes, in their order: by `ordre`, those without one last, then by id. */
export type Grille = ReadonlyMap<string, Theme>;

/** Reads a theme from a fiche whose header its schema accepts. */
export function toTheme(fiche: Fiche): Theme {
  const { titre, ordre, parent, definition, inclure, exclure, statut } = fiche.header.value as Pick<
    Theme,
    'titre' | 'ordre' | 'definition'
  > &
    Partial<Theme>;
  return {
    id: fiche.id,
    file: fiche.file,
    titre,
    definition,
    inclure: inclure ?? [],
    exclure: exclure ?? [],
    statut: statut ?? 'actif',
    ...(ordre !== undefined && { ordre }),
    ...(parent !== undefined && { parent }),
  };
}

/** Puts the themes in the order of the grille. */
export function toGrille(themes: readonly Theme[]): Grille {
  const sorted = [...themes].sort(
    (a, b) => (a.ordre ?? Number.MAX_SAFE_INTEGER) - (b.ordre ?? Number.MAX_SAFE_INTEGER) || compareText(a.id, b.id),
  );
  return new Map(sorted.map((theme) => [theme.id, theme]));
}
