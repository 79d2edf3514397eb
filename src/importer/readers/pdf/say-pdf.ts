import { formatCount, formatList } from '../../../french.ts';
import { quoteWords } from '../left-out.ts';
import type { Part } from './lay-out.ts';
import type { PdfPage } from './pdf-page.ts';

/** Why a PDF was not opened. */
export function sayUnread(cause: unknown): string {
  return cause instanceof Error && cause.name === 'PasswordException'
    ? 'Ce PDF est protégé par un mot de passe : ouvrez-le et enregistrez-en une copie sans mot de passe.'
    : 'Ce PDF est abîmé ou incomplet : copiez-le de nouveau, ou retrouvez le document dont il vient.';
}

/** Why a PDF without words is refused. */
export function sayNoWords(pages: readonly PdfPage[]): string {
  return pages.some(({ images }) => images > 0)
    ? 'Ce PDF ne contient que des images (un document numérisé, sans doute) : aucun mot ne peut y être lu. Passez-le dans un logiciel de reconnaissance de caractères, ou retrouvez le document dont il vient.'
    : 'Ce PDF ne contient aucun mot qui puisse être lu : retrouvez le document dont il vient.';
}

/** A PDF has no tables, only words in places. */
export function sayTables(parts: readonly Part[]): string[] {
  const tables = parts.flatMap((part) => (part.kind === 'table' ? [part] : []));
  const drawn = tables.filter((table) => table.drawn).length;
  const guessed = tables.length - drawn;
  const merged = tables.reduce((sum, table) => sum + table.merged, 0);
  return [
    ...(drawn > 0
      ? [
          `${formatCount(drawn, 'tableau a été reconstruit', 'tableaux ont été reconstruits')} d’après ${drawn > 1 ? 'leurs' : 'ses'} traits : vérifiez-${drawn > 1 ? 'les' : 'le'}.`,
        ]
      : []),
    ...(guessed > 0
      ? [
          `${formatCount(guessed, 'tableau sans traits a été reconstruit', 'tableaux sans traits ont été reconstruits')} d’après la place des mots : vérifiez-${guessed > 1 ? 'les' : 'le'}.`,
        ]
      : []),
    ...(merged > 0
      ? [
          `${formatCount(merged, 'cellule fusionnée a été dédoublée', 'cellules fusionnées ont été dédoublées')} : le texte est dans la première, les autres sont vides.`,
        ]
      : []),
  ];
}

/** Pictures have no place in lines; a page of them alone may be a scanned one. */
export function sayImages(pages: readonly PdfPage[]): string[] {
  const numbers = (wanted: (page: PdfPage) => boolean) =>
    pages.flatMap((page, index) => (wanted(page) ? [String(index + 1)] : []));
  const scanned = numbers(({ fragments, images }) => fragments.length === 0 && images > 0);
  const shown = numbers(({ fragments, images }) => fragments.length > 0 && images > 0);
  const count = pages.filter(({ fragments }) => fragments.length > 0).reduce((sum, { images }) => sum + images, 0);
  const name = (list: readonly string[]) => `${list.length > 1 ? 'pages' : 'page'} ${formatList(list)}`;
  return [
    ...(count > 0
      ? [`${formatCount(count, 'image n’a pas été reprise', 'images n’ont pas été reprises')}, ${name(shown)}.`]
      : []),
    ...(scanned.length > 0
      ? [`Aucun mot n’a été lu ${name(scanned)} : ${scanned.length > 1 ? 'ce sont des images' : 'c’est une image'}.`]
      : []),
  ];
}

/** What was written over a page, or into its form. */
export function sayAnnotations(annotations: readonly unknown[], page: number): string[] {
  return annotations.flatMap((annotation) => {
    const { subtype, fieldName, fieldValue, contentsObj } = annotation as Record<string, unknown>;
    const value = Array.isArray(fieldValue) ? fieldValue.join(', ') : typeof fieldValue === 'string' ? fieldValue : '';
    if (subtype === 'Widget')
      return value.trim() && value !== 'Off'
        ? [`Champ ${quoteWords(String(fieldName ?? ''))} de la page ${page} : ${quoteWords(value)}.`]
        : [];
    const text = (contentsObj as { str?: string } | undefined)?.str ?? '';
    return subtype !== 'Link' && text.trim() ? [`Note posée sur la page ${page} : ${quoteWords(text)}.`] : [];
  });
}
