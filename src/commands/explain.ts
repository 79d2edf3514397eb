import { RULES } from '../checks/index.ts';
import { FAMILIES, type Rule } from '../diagnostic.ts';
import { findNearest, formatList, quote } from '../french.ts';
import type { RecordType, Schemas } from '../record/schema.ts';
import { UsageError } from '../usage-error.ts';
import { findWorkspaceIfAny } from '../workspace/find-workspace.ts';
import { readCompiledSchemas, readSetup } from '../workspace/read-setup.ts';
import { explainType } from './explain-type.ts';
import { type Io, type Outcome, print, widthOf } from './io.ts';
import { type Paint, paintFor } from './paint.ts';
import { wrap } from './wrap.ts';

/** What `cops explain` was asked. */
export interface ExplainOptions {
  readonly directory: string;
  /** The code of a check, or the name of a type; all checks where it is left out. */
  readonly asked?: string | undefined;
}

/** How the text is laid out. */
interface Layout {
  /** Of the terminal; none elsewhere. */
  readonly width: number | undefined;
  readonly paint: Paint;
}

/** Says what checks there are, what one of them wants, or what a type of record holds. */
export function explain({ directory, asked }: ExplainOptions, io: Io): Outcome {
  const layout = { width: widthOf(io.stdout), paint: paintFor(io.stdout, io) };
  print(io.stdout, asked === undefined ? listRules(layout) : explainOne(asked, directory, layout));
  return 'fine';
}

function explainOne(asked: string, directory: string, layout: Layout): string {
  const rule = RULES.find(({ code }) => code === asked);
  if (rule) return explainRule(rule, layout);
  const schemas = readSchemasAround(directory);
  const type = schemas.types.get(asked);
  if (type) return explainType(type, schemas, layout);
  throw new UsageError(sayUnknown(asked, schemas));
}

/** The types of the workspace; those that come with cops where there is none. */
function readSchemasAround(directory: string): Schemas {
  const root = findWorkspaceIfAny(directory);
  return root === undefined ? readCompiledSchemas(undefined) : readSetup(root).schemas;
}

function sayUnknown(asked: string, { types }: { types: ReadonlyMap<string, RecordType> }): string {
  const nearest = findNearest(asked, [...RULES.map(({ code }) => code), ...types.keys()]);
  const advice = nearest ? `le plus proche est ${quote(nearest)}` : '« cops explain » énumère les contrôles';
  return `${quote(asked)} n’est ni le code d’un contrôle, ni un type de fiche (${formatList([...types.keys()])}) ; ${advice}.`;
}

function listRules(layout: Layout): string {
  const widest = Math.max(...RULES.map(({ code }) => code.length));
  const families = Object.entries(FAMILIES).map(([family, title]) => {
    const own = RULES.filter((rule) => rule.family === family);
    return [layout.paint.strong(title), ...own.flatMap((rule) => listRule(rule, widest, layout))].join('\n');
  });
  return `${families.join('\n\n')}\n\n${fill('« cops explain <code> » dit ce que veut un contrôle, pourquoi, et montre un exemple ; « cops explain <type> », ce que tient une fiche.', '', layout)}`;
}

function listRule({ code, severity, title }: Rule, widest: number, { width, paint }: Layout): string[] {
  const indent = widest + 4;
  const said = severity === 'warning' ? `${title} (avertissement)` : title;
  const lines = width === undefined ? [said] : wrap(said, Math.max(20, width - indent));
  return lines.map((line, index) =>
    index === 0 ? `  ${paint.accent(code.padEnd(widest))}  ${line}` : ' '.repeat(indent) + line,
  );
}

function explainRule({ code, severity, title, explanation, example }: Rule, layout: Layout): string {
  const { paint } = layout;
  const weight =
    severity === 'error'
      ? 'Erreur : tant qu’elle est là, la synthèse n’est pas écrite.'
      : 'Avertissement : il n’arrête rien.';
  return [
    paint.strong(title),
    fill(`${paint.accent(code)} — ${paint[severity](weight)}`, '', layout),
    '',
    fill(explanation.replaceAll('\n', ' '), '', layout),
    '',
    paint.strong('Ce qui est en faute :'),
    showExample(example.faulty === '' ? '(rien)' : example.faulty),
    '',
    paint.strong('Ce qui convient :'),
    showExample(example.corrected),
  ].join('\n');
}

function showExample(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}

function fill(text: string, indent: string, { width }: Layout): string {
  return (width === undefined ? [text] : wrap(text, width - indent.length)).map((line) => indent + line).join('\n');
}
