import { type Collection, collect } from '../collection.ts';
import type { DocumentKind } from '../synthese/document-kind.ts';
import { SYNTHESE } from '../synthese/synthese-fiche.ts';
import { computeBlobId } from './blob-id.ts';
import { readTemplate } from './package-files.ts';
import { type Reading, readRecords } from './read-records.ts';
import { readSetup } from './read-setup.ts';

/** Reads all of a workspace: its settings, its schemas, every record, or the headers alone. A `signal` stops it, by throwing. */
export async function readWorkspace(root: string, reading?: Reading): Promise<Collection> {
  const setup = readSetup(root);
  const { files, faults } = await readRecords(root, setup.schemas, reading);
  const isKept = files.some(({ fiche }) => fiche?.type?.name === SYNTHESE);
  return collect(files, {
    ...setup,
    ...(isKept && { templates: readTemplateIds(root) }),
    faults: [...setup.faults, ...faults],
  });
}

function readTemplateIds(root: string): Readonly<Record<string, string>> {
  const kinds: readonly DocumentKind[] = ['synthese', 'participants', 'projet', 'theme'];
  return Object.fromEntries(
    kinds.map((kind) => [kind, computeBlobId(Buffer.from(readTemplate(root, `rapports/${kind}.md`)?.text ?? ''))]),
  );
}
