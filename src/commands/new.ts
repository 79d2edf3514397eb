import type { Command } from 'commander';
import { fieldsOf } from '../record/field.ts';
import type { RecordType, Schemas } from '../record/schema.ts';
import { UsageError } from '../usage-error.ts';
import { findWorkspace, findWorkspaceIfAny } from '../workspace/find-workspace.ts';
import { readCompiledSchemas, readSetup } from '../workspace/read-setup.ts';
import { localizeHelp } from './french-commander.ts';
import { canAsk, isAbandonment, promptsIn } from './french-prompts.ts';
import { type Io, type Outcome, print } from './io.ts';
import { addNewOptions, type NewOptions, refuseUnknownType, wantsForm } from './new-options.ts';
import { writeFiche } from './write-fiche.ts';

/** Runs `cops new` on the words that follow it: each type of the workspace is a command, with an option for each of its keys. */
export async function writeNew(
  words: readonly string[],
  { directory, parent }: { directory: string; parent: Command },
  io: Io,
): Promise<Outcome> {
  const isHelp = words.some((word) => word === '--help' || word === '-h');
  const root = isHelp ? findWorkspaceIfAny(directory) : findWorkspace(directory);
  const schemas = root === undefined ? readCompiledSchemas(root) : readSetup(root).schemas;
  const command = buildCommand(parent, schemas, async (type, options) => {
    const request = { type, schemas, options, root: root ?? directory };
    if (wantsForm(options)) await (await import('./write-form-file.ts')).writeFormFile(request, io);
    else await writeFiche(request, io);
  });
  try {
    const asked = words.length === 0 && canAsk(io) ? [await chooseType(schemas, io)] : words;
    await command.parseAsync(asked, { from: 'user' });
    return 'fine';
  } catch (error) {
    if (!isAbandonment(error)) throw error;
    print(io.stderr, 'Abandonné : rien n’a été écrit.');
    return 'interrupted';
  }
}

type Run = (type: RecordType, options: NewOptions) => Promise<void>;

function buildCommand(parent: Command, schemas: Schemas, run: Run): Command {
  const inherit = (command: Command) => localizeHelp(command.copyInheritedSettings(parent)).helpCommand(false);
  const command = inherit(parent.createCommand('cops new'))
    .description('Écrit une nouvelle fiche, du type demandé.')
    .usage('<type> [options]')
    .commandsGroup('Types :')
    .addHelpText('after', '\n« cops new <type> --help » décrit les options d’un type.');
  for (const type of schemas.types.values()) {
    const sub = inherit(command.command(type.name)).description(String(type.schema.description ?? type.name));
    addNewOptions(sub.allowExcessArguments(false), fieldsOf(type, schemas))
      .option('-C, --directory <dossier>', 'l’espace de travail, ou un dossier qu’il contient')
      .action((options: NewOptions) => {
        refuseComputed(type);
        return run(type, options);
      });
  }
  const names = [...schemas.types.keys()];
  return command.on('command:*', ([name = '']: string[]) => refuseUnknownType(name, names));
}

/** What is computed is not asked for question by question. Throws a UsageError. */
function refuseComputed({ name }: RecordType): void {
  if (name !== COMPUTED) return;
  throw new UsageError(
    'Une synthèse est calculée : « cops report --prs 2018-2022 --output records/syntheses/prs-2018-2022.md » la fait, et vous y ajoutez votre texte.',
  );
}

/** The type whose records `cops report` makes. */
const COMPUTED = 'synthese';

function chooseType({ types }: Schemas, io: Io): Promise<string> {
  const asked = [...types.values()].filter(({ name }) => name !== COMPUTED);
  const choices = asked.map(({ name, schema }) => ({
    value: name,
    name: `${name} — ${String(schema.description ?? '')}`,
    short: name,
  }));
  return promptsIn(io).choose({ message: 'Quelle fiche voulez-vous écrire ?' }, choices);
}
