import { relative } from 'node:path';
import { formatCount, quote } from '../french.ts';
import type { CiSample } from '../workspace/ci-samples.ts';
import { type Additions, createWorkspace, planWorkspace, type WorkspacePlan } from '../workspace/create-workspace.ts';
import { refuseInsideRecords } from '../workspace/find-workspace.ts';
import { type Io, type Outcome, print } from './io.ts';
import { tell } from './wrap.ts';

/** What `cops init` was asked. */
export interface InitOptions extends Additions {
  /** Absolute path of the workspace to be. */
  readonly directory: string;
  readonly dryRun: boolean;
}

/** Makes a folder a workspace: writes what it lacks, keeps what is there, and says what to do next. */
export function init({ directory, dryRun, ...additions }: InitOptions, io: Io): Outcome {
  refuseInsideRecords(directory);
  const plan = planWorkspace(directory, additions);
  if (!dryRun) createWorkspace(directory, plan);
  for (const file of plan.missing.keys()) print(io.stdout, file);
  if (plan.missing.size > 0) for (const file of plan.kept) tell(io.stderr, `Déjà là, et gardé tel quel : ${file}`);
  const files = formatCount(plan.missing.size, 'fichier');
  if (plan.missing.size === 0) tell(io.stderr, sayNothingToDo(plan));
  else if (dryRun) tell(io.stderr, `Rien n’a été écrit ; il y aurait ${files} de plus dans ${quote(directory)}.`);
  else if (!plan.isAddition) tell(io.stderr, `\n${sayNext(directory, files, io)}`);
  if (!dryRun) for (const sentence of sayAdditions(plan, additions)) tell(io.stderr, `\n${sentence}`);
  return 'fine';
}

function sayNothingToDo({ kept }: WorkspacePlan): string {
  return kept.length === 1
    ? `Rien à faire : le fichier « ${kept[0]} » est déjà là, et n’a pas été touché.`
    : `Rien à faire : cet espace de travail a déjà ses ${kept.length} fichiers, qui n’ont pas été touchés.`;
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

/** What is left to do for what was asked beside the workspace. */
function sayAdditions({ missing, isAddition }: WorkspacePlan, { ci }: Additions): string[] {
  const settings = [...missing.keys()].filter((file) => file.startsWith('.vscode/')).length;
  const editor = `Les réglages de l’éditeur sont écrits (${formatCount(settings, 'fichier')}). Ouvrez le dossier dans VS Code : .vscode/LISEZMOI.md dit ce qu’ils apportent.`;
  return [...(isAddition && settings > 0 ? [editor] : []), ...[...new Set(ci)].map((name) => CI_STEPS[name])];
}

const CI_STEPS: Record<CiSample, string> = {
  github:
    'GitHub vérifiera les fiches à chaque envoi, dès que « cops » sera installé dans le dépôt : les premières lignes de .github/workflows/cops.yml disent comment.',
  gitlab:
    'GitLab vérifiera les fiches à chaque envoi, dès que « cops » sera installé dans le dépôt : les premières lignes de .gitlab-ci.yml disent comment.',
  'pre-commit':
    'Pour que git vérifie les fiches avant chaque commit, lancez une fois, dans cette copie du dépôt :\n  git config core.hooksPath .githooks',
};
