import { checkDraft } from '../../src/checks/check-draft.ts';
import { fieldsOf } from '../../src/record/field.ts';
import type { EditedRecord } from '../../src/suivi/rewrite.ts';
import { schemas } from './parse.ts';
import { makeWorld } from './world.ts';

const world = makeWorld();

/** An atelier whose suites are to be written, as its file would be. */
export function editAtelier(written: string, file = 'records/ateliers/2022/2022-03-14-essai.md'): EditedRecord {
  const draft = checkDraft(file, written, world);
  const { fiche } = draft.read;
  if (!fiche?.type) throw new Error(`this record does not read: ${JSON.stringify(draft.faults)}`);
  const header = fieldsOf(fiche.type, schemas);
  const shape = header.find(({ key }) => key === 'suites')?.shape;
  const suite = shape?.kind === 'list' && shape.item.shape.kind === 'map' ? shape.item.shape.fields : [];
  const keys = (fields: readonly { key: string }[]) => fields.map(({ key }) => key);
  return { file, written, draft, fiche, order: { header: keys(header), suite: keys(suite) }, world };
}
