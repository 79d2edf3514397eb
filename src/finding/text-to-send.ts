import { EXEMPLE_FICTIF, type Settings } from '../collection.ts';
import type { Range } from '../diagnostic.ts';
import { fold, quote } from '../french.ts';
import type { Fiche } from '../record/fiche.ts';
import { formatPartialDate, parsePartialDate } from '../record/partial-date.ts';
import { maskPersonalData } from '../record/personal-data.ts';
import { SYNTHESE } from '../synthese/synthese-fiche.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The text of a record as it may be sent, marked where all is invented: no internal notes, comments, hashtags nor names of passages; personal data masked.
 * Throws a UsageError for a record that is internal, or that names a facilitator who has not agreed to it.
 */
export function formatShared(fiche: Fiche, { exemple }: Pick<Settings, 'exemple'>): string {
  const { value } = fiche.header;
  if (fiche.type?.name === SYNTHESE)
    throw new UsageError(
      `Une synthèse s’envoie imprimée, avec ses preuves : « cops report --fiche ${fiche.id} --output synthese.docx ».`,
    );
  if (!Object.hasOwn((fiche.type?.schema.properties as object | undefined) ?? {}, 'diffusion'))
    throw new UsageError(
      `Une fiche du type ${quote(fiche.type?.name ?? '')} ne s’envoie pas ainsi : --shared donne le texte de celles qui disent leur « diffusion », comme un atelier ou un projet.`,
    );
  if (value.diffusion !== 'partageable')
    throw new UsageError(
      `La fiche ${quote(fiche.id)} est interne : rien n’en est donné. Si le groupe accepte qu’elle soit partagée, écrivez « diffusion: partageable » dans son en-tête.`,
    );
  const body = readSharedBody(fiche);
  const text = maskPersonalData(
    [`# ${value.titre}`, exemple && `> ${EXEMPLE_FICTIF}`, describe(fiche), body].filter(Boolean).join('\n\n'),
  );
  refuseNames(text, fiche);
  return `${text.replace(STEERING, '').trim()}\n`;
}

/** Signs that steer a terminal, or turn the order of what is read. */
const STEERING = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

function describe({ header: { value } }: Fiche): string {
  const date = parsePartialDate(value.date) ?? parsePartialDate(value.debut);
  const structure = (value.structure as { nom?: unknown } | undefined)?.nom;
  const led = facilitators(value.coanimation)
    .filter(({ agreed }) => agreed)
    .map(({ nom, qualite }) => (qualite ? `${nom} (${qualite})` : nom));
  const lines: [string, unknown][] = [
    ['Date', date && formatPartialDate(date)],
    ['Structure', structure],
    ['Sujet', value.sujet],
    ['Situation', value.situation],
    ['Animation', led.join(', ')],
  ];
  return lines
    .filter(([, said]) => typeof said === 'string' && said !== '')
    .map(([name, said]) => `- ${name} : ${said}`)
    .join('\n');
}

function readSharedBody({ lines, body }: Fiche): string {
  const cuts = body.passages.flatMap(({ themes, libres, nomRange }) => [
    ...[...themes, ...libres].map(({ range }) => range),
    ...(nomRange ? [nomRange] : []),
  ]);
  const isInternal = (line: number) => body.internalLines.some(({ first, last }) => line >= first && line <= last);
  const kept: string[] = [];
  for (let line = firstLineOfBody(lines) + 1; line <= lines.count; line++) {
    if (!isInternal(line))
      kept.push(
        cutFrom(
          lines.lineAt(line),
          cuts.filter(({ start }) => start.line === line),
        ),
      );
  }
  return kept
    .join('\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^[ \t]*\[(?:\/\/|comment(?:aire)?)\]:.*$/gim, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The line of the fence that closes the header. */
function firstLineOfBody(lines: Fiche['lines']): number {
  let line = 2;
  while (line < lines.count && !/^---[ \t]*$/.test(lines.lineAt(line))) line++;
  return line;
}

function cutFrom(text: string, ranges: readonly Range[]): string {
  let kept = text;
  for (const { start, end } of [...ranges].sort((a, b) => b.start.column - a.start.column))
    kept = kept.slice(0, start.column - 1) + kept.slice(end.column - 1);
  return kept;
}

interface Facilitator {
  readonly nom: string;
  readonly qualite: string;
  readonly agreed: boolean;
}

function facilitators(list: unknown): Facilitator[] {
  if (!Array.isArray(list)) return [];
  return (list as Record<string, unknown>[]).map(({ nom, qualite, accord_publication }) => ({
    nom: String(nom ?? ''),
    qualite: typeof qualite === 'string' ? qualite : '',
    agreed: accord_publication === true,
  }));
}

/** A name may be cut by the end of a line, and by the sign of a quotation. */
function asOneLine(text: string): string {
  return fold(text).replace(/[\s>]+/g, ' ');
}

/** Whether a name stands in a line, or begins there. */
function holdsName(lines: Fiche['lines'], line: number, nom: string): boolean {
  const own = asOneLine(lines.lineAt(line));
  const at = asOneLine(`${lines.lineAt(line)}\n${line < lines.count ? lines.lineAt(line + 1) : ''}`).indexOf(
    asOneLine(nom),
  );
  return at >= 0 && at < own.length;
}

function refuseNames(text: string, { id, header, lines }: Fiche): void {
  const folded = asOneLine(text);
  const named = facilitators(header.value.coanimation).find(
    ({ nom, agreed }) => !agreed && nom !== '' && folded.includes(asOneLine(nom)),
  );
  if (!named) return;
  const places: number[] = [];
  for (let line = firstLineOfBody(lines) + 1; line <= lines.count; line++)
    if (holdsName(lines, line, named.nom)) places.push(line);
  const where = places.length > 0 ? ` (ligne ${places.join(', ')})` : '';
  throw new UsageError(
    `Le texte de ${quote(id)} nomme ${named.nom}${where}, qui n’a pas donné son accord : retirez le nom, ou écrivez « accord_publication: true » si la personne l’a donné.`,
  );
}
