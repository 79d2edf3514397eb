import { resolve } from 'node:path';
import type { Collection } from '../collection.ts';
import { findNamedType, listReferences } from '../editor/references.ts';
import { buildForm, type ChoicesOf } from '../form/form-model.ts';
import { writeForm } from '../form/write-form.ts';
import { formatList, quote } from '../french.ts';
import { fieldsOf } from '../record/field.ts';
import type { RecordType } from '../record/schema.ts';
import { UsageError } from '../usage-error.ts';
import { readWorkspace } from '../workspace/read-workspace.ts';
import { isThere, protectWorkspaceFiles, writeFile } from '../workspace/write-file.ts';
import type { Io } from './io.ts';
import { listGiven } from './new-options.ts';
import { tell } from './wrap.ts';
import type { FicheRequest } from './write-fiche.ts';

/** Writes an empty Word form of a type, where `--output` says or to what reads the standard output; never over another file. */
export async function writeFormFile({ type, schemas, options, root }: FicheRequest, io: Io): Promise<void> {
  const given = listGiven(options, fieldsOf(type, schemas));
  if (given.length > 0)
    throw new UsageError(
      `Un formulaire est vide : ce que ${given.length > 1 ? 'disent' : 'dit'} ${formatList(given)} s’y remplit à la main. Retirez ${given.length > 1 ? 'ces options' : 'cette option'}, ou retirez --format docx.`,
    );
  const output = options.output === undefined || options.output === '-' ? undefined : options.output;
  const path = output === undefined ? undefined : resolve(io.cwd, output);
  if (path) refuseOutput(path, root);
  else if (io.stdout.isTTY && !options.dryRun)
    throw new UsageError(
      `Un formulaire Word ne se lit pas dans un terminal : dites où l’écrire, par exemple avec « --output formulaire-${type.name}.docx ».`,
    );
  const model = buildForm(type, schemas, namesIn(await readWorkspace(root), type));
  if (model.omitted.length > 0)
    tell(
      io.stderr,
      `Ce formulaire ne demande pas ${formatList(model.omitted.map(quote))} : une liste dans une liste ne peut pas y être remplie.`,
    );
  const bytes = await writeForm(model);
  if (options.dryRun) {
    const where = output === undefined ? 'irait sur la sortie standard' : `serait ${quote(output)}`;
    tell(io.stderr, `Rien n’a été écrit ; le formulaire ${where}.`);
  } else if (!path) io.stdout.write(bytes);
  else {
    writeFile(path, bytes, { overwrite: false });
    tell(
      io.stderr,
      `Formulaire écrit dans ${quote(output ?? '')} : il se remplit dans Word ou LibreOffice, puis « cops import » en fait une fiche.`,
    );
  }
}

function refuseOutput(path: string, root: string): void {
  protectWorkspaceFiles(path, root, 'le formulaire');
  if (isThere(path))
    throw new UsageError(`Le fichier ${quote(path)} existe déjà et n’a pas été touché : choisissez un autre nom.`);
}

/** The records that a key may name. A form leaves the centre, so records that may be internal are not listed. */
function namesIn(collection: Collection, { name }: RecordType): ChoicesOf {
  return (key) => {
    const place = { path: [], values: { type: name } };
    const named = findNamedType(key, place, collection.schemas);
    const keys = named?.schema.properties as Readonly<Record<string, unknown>> | undefined;
    if (!keys || Object.hasOwn(keys, 'diffusion')) return undefined;
    return listReferences(key, place, collection)?.map(({ id, titre }) => ({ label: `${id} — ${titre}`, value: id }));
  };
}
