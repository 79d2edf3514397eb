import { formatCount } from '../../french.ts';

/** Says what tables had that Markdown has not. */
export function sayTables({ merged, nested }: { merged: number; nested: number }): string[] {
  return [
    ...(merged > 0
      ? [
          `${formatCount(merged, 'cellule fusionnée a été dédoublée', 'cellules fusionnées ont été dédoublées')} : le texte est dans la première, les autres sont vides.`,
        ]
      : []),
    ...(nested > 0
      ? [
          `${formatCount(nested, 'tableau était', 'tableaux étaient')} dans la cellule d’un autre : ${nested > 1 ? 'leurs lignes y sont écrites' : 'ses lignes y sont écrites'} l’une sous l’autre.`,
        ]
      : []),
  ];
}
