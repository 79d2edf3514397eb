import { isUtf8 } from 'node:buffer';
import { type Diagnostic, diagnose, FILE_START } from '../diagnostic.ts';
import { indexLines } from './lines.ts';
import { encodage, fichierNonTexte, fichierVide } from './rules.ts';

/** Reads the bytes of a file as UTF-8; a byte order mark is dropped and line ends become `\n`, which moves no line or column. */
export function decodeText(file: string, bytes: Uint8Array): { text: string } | { fault: Diagnostic } {
  if (bytes.length === 0) {
    return {
      fault: diagnose(fichierVide, file, FILE_START, 'Ce fichier est vide : écrivez la fiche, ou supprimez-le.'),
    };
  }
  const wide = nameUtf16(bytes);
  if (wide) {
    const message = `Ce fichier est enregistré en ${wide}, or une fiche est lue en UTF-8 : dans l’éditeur, choisissez « Enregistrer avec l’encodage UTF-8 ».`;
    return { fault: diagnose(encodage, file, FILE_START, message) };
  }
  if (bytes.includes(0)) {
    const message =
      'Ce fichier n’est pas du texte (document Word, image ou archive renommés en .md ?) : une fiche est un fichier texte en Markdown.';
    return { fault: diagnose(fichierNonTexte, file, FILE_START, message) };
  }
  if (!isUtf8(bytes)) return { fault: diagnoseInvalidUtf8(file, bytes) };
  const text = unifyLineEnds(new TextDecoder('utf-8').decode(bytes));
  if (text.trim() !== '') return { text };
  return {
    fault: diagnose(
      fichierVide,
      file,
      FILE_START,
      'Ce fichier ne contient que des blancs : écrivez la fiche, ou supprimez-le.',
    ),
  };
}

function unifyLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** UTF-16 shows by its mark, or by a zero in every other byte of a Latin text. */
function nameUtf16(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16';
  const sample = bytes.subarray(0, 512);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  return sample.length >= 4 && Math.max(even, odd) >= sample.length * 0.4 && Math.min(even, odd) === 0
    ? 'UTF-16'
    : undefined;
}

function diagnoseInvalidUtf8(file: string, bytes: Uint8Array): Diagnostic {
  let valid = 0;
  for (let above = bytes.length; valid + 1 < above; ) {
    const middle = (valid + above) >> 1;
    if (isStartOfUtf8(bytes.subarray(0, middle))) valid = middle;
    else above = middle;
  }
  const before = unifyLineEnds(new TextDecoder('utf-8').decode(bytes.subarray(0, valid), { stream: true }));
  const { line, column } = indexLines(before).positionAt(before.length);
  const message =
    'Ce caractère n’est pas de l’UTF-8 (le fichier est sans doute en « ANSI », ou Windows-1252) : enregistrez le fichier avec l’encodage UTF-8.';
  return diagnose(encodage, file, { start: { line, column }, end: { line, column: column + 1 } }, message);
}

/** Whether bytes begin some UTF-8 text: all valid, but for a last character that may be cut. */
export function isStartOfUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
