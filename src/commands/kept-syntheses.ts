import { relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { quote } from '../french.ts';
import type { Fiche } from '../record/fiche.ts';
import { WELL_FORMED_ID } from '../record/identifier.ts';
import { SYNTHESE } from '../synthese/synthese-fiche.ts';
import { UsageError } from '../usage-error.ts';
import { formatText } from './check.ts';
import { findRecordFile } from './find-record.ts';
import { type Io, print } from './io.ts';
import type { CheckedWorkspace } from './select-synthese.ts';
import { tell } from './wrap.ts';

/** Where summaries are kept as records. */
const FOLDER = 'records/syntheses';

/** The path in the workspace of a summary that is to be kept as a record there; undefined for any other place. Throws a UsageError for a name that no record can have. */
export function placeInSyntheses(output: string, root: string): string | undefined {
  const file = relative(root, output).split(sep).join('/');
  if (!file.startsWith(`${FOLDER}/`)) return undefined;
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (!name.endsWith('.md'))
    throw new UsageError(
      `Le dossier ${quote(FOLDER)} ne tient que des fiches, dont le nom finit par .md : écrivez ${quote(name)} ailleurs, par exemple dans « syntheses/ ».`,
    );
  const id = name.slice(0, -'.md'.length);
  const isHidden = file.split('/').some((step) => step.startsWith('.'));
  if (WELL_FORMED_ID.test(id) && !isHidden) return file;
  throw new UsageError(
    `${quote(name)} ne peut pas nommer une fiche : il faut des minuscules sans accent, des chiffres et des tirets, comme « prs-2018-2022.md ».`,
  );
}

/** The summaries that are kept as records, all or those that were named, by their files. Throws a UsageError where there is none. */
export function findSyntheses(
  asked: readonly string[],
  { collection }: CheckedWorkspace,
  { root, io }: { root: string; io: Io },
): string[] {
  const all = collection.files.filter(({ fiche }) => fiche?.type?.name === SYNTHESE).map(({ file }) => file);
  const faulty = collection.files.filter(({ file, fiche }) => !fiche && file.startsWith(`${FOLDER}/`));
  if (asked.length === 0) {
    const found = [...all, ...faulty.map(({ file }) => file)];
    if (found.length > 0) return found;
    throw new UsageError(
      `Cet espace ne garde aucune synthèse : « cops report --prs 2018-2022 --output ${FOLDER}/prs-2018-2022.md » en fait une.`,
    );
  }
  const named = asked.flatMap((typed) => {
    const folder = relative(root, resolve(io.cwd, typed)).split(sep).join('/');
    const inside = all.filter((file) => file.startsWith(`${folder}/`));
    return inside.length > 0 ? inside : [findSynthese(typed, { collection }, { root, io })];
  });
  return [...new Set(named)].sort();
}

/** The file of the summary that a person named by its id or its path. Throws a UsageError where it is none. */
export function findSynthese(
  asked: string,
  { collection }: Pick<CheckedWorkspace, 'collection'>,
  { root, io }: { root: string; io: Io },
): string {
  const file = findRecordFile(asked, { root, cwd: io.cwd, schemas: collection.schemas });
  const type = collection.files.find((read) => read.file === file)?.fiche?.type;
  if (!type || type.name === SYNTHESE) return file;
  throw new UsageError(`La fiche ${quote(file)} est du type ${quote(type.name)}, et non une synthèse.`);
}

/** The record of a file without an error; undefined where it has some, once they are said. */
export function requireSound(file: string, { collection, diagnostics }: CheckedWorkspace, io: Io): Fiche | undefined {
  const errors = errorsOf(file, diagnostics);
  const fiche = collection.files.find((read) => read.file === file)?.fiche;
  if (fiche && errors.length === 0) return fiche;
  print(io.stderr, formatText(errors, collection, io, io.stderr));
  tell(io.stderr, `La fiche ${quote(file)} a une erreur : corrigez-la d’abord.`);
  return undefined;
}

function errorsOf(file: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter((fault) => fault.file === file && fault.severity === 'error');
}
