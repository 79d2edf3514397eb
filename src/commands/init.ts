import { relative } from 'node:path';
import { formatCount, quote } from '../french.ts';
import { createWorkspace, planWorkspace, type WorkspacePlan } from '../workspace/create-workspace.ts';
import type { Editor } from '../workspace/editors.ts';
import { refuseInsideRecords } from '../workspace/find-workspace.ts';
import { type Io, type Outcome, print } from './io.ts';
import { tell } from './wrap.ts';

/** What `cops init` was asked. */
export interface InitOptions {
  /** Absolute path of the workspace to be. */
  readonly directory: string;
  readonly dryRun: boolean;
  /** Whose settings to write too. */
  readonly editor?: Editor;
}

/** Makes a folder a workspace: writes what it lacks, keeps what is there, and says what to do next. */
export function init({ directory, dryRun, editor }: InitOptions, io: Io): Outcome {
  refuseInsideRecords(directory);
  const plan = planWorkspace(directory, editor);
  if (!dryRun) createWorkspace(directory, plan);
  if (plan.missing.size === 0) {
    print(
      io.stderr,
      `Rien à faire : cet espace de travail a déjà ses ${plan.kept.length} fichiers, qui n’ont pas été touchés.`,
    );
    return 'fine';
  }
  for (const file of plan.missing.keys()) print(io.stdout, file);
  for (const file of plan.kept) tell(io.stderr, `Déjà là, et gardé tel quel : ${file}`);
  const files = formatCount(plan.missing.size, 'fichier');
  if (dryRun) tell(io.stderr, `Rien n’a été écrit ; il y aurait ${files} de plus dans ${quote(directory)}.`);
  else tell(io.stderr, `\n${isOnlyEditor(plan) ? sayEditor(files) : sayNext(directory, files, io)}`);
  return 'fine';
}

function sayNext(directory: string, files: string, io: Io): string {
  const path = relative(io.cwd, directory);
  const steps = [
    ...(path === '' ? [] : [`Entrez dans l’espace : cd ${/[^\w./-]/.test(path) ? `"${path}"` : path}`]),
    'Lisez LISEZMOI.md et DONNEES-PERSONNELLES.md, et complétez cops.yaml.',
    'Écrivez une première fiche : cops new atelier',
    'Vérifiez les fiches : cops check',
  ];
  return `L’espace de travail est prêt (${files}). Et maintenant :\n${steps.map((step, index) => `  ${index + 1}. ${step}`).join('\n')}`;
}

/** Whether the workspace was there before, and its editor's settings alone were written. */
function isOnlyEditor({ missing }: WorkspacePlan): boolean {
  return [...missing.keys()].every((file) => file.startsWith('.vscode/'));
}

function sayEditor(files: string): string {
  return `Les réglages de l’éditeur sont écrits (${files}). Ouvrez le dossier dans VS Code : .vscode/LISEZMOI.md dit ce qu’ils apportent.`;
}
