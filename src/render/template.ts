import { Liquid, LiquidError } from 'liquidjs';
import type { PhrasingContent } from 'mdast';
import { formatCount, formatNumber, lowerFirst } from '../french.ts';
import { UsageError } from '../usage-error.ts';
import type { Context } from './context.ts';
import type { describeFigure } from './described-figures.ts';
import { type HeldNodes, withoutWrittenMarks } from './held-nodes.ts';
import type { Picture } from './pictures/picture.ts';
import { type Pictured, toImage, toPlace } from './pictures/placed-pictures.ts';
import { Printed } from './printed.ts';
import type { LinkToLine, References } from './references.ts';
import { listSources } from './sources.ts';

/** What a template is, and how it points at records. */
export interface Template {
  /** Shown where it has a fault. */
  readonly name: string;
  readonly text: string;
}

/** What filters point with; what is `held` stands in the Markdown as a mark. */
export interface Links {
  readonly references: References;
  readonly linkToLine: LinkToLine;
  readonly held: HeldNodes;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** What stands where a picture is placed. */
  readonly pictured: Pictured;
}

/** Fills a template with a summary's variables and returns Markdown. Throws a UsageError with the line of its fault. */
export function renderTemplate(template: Template, context: Context, links: Links): string {
  const engine = new Liquid({
    templates: { [template.name]: withoutWrittenMarks(template.text) },
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: (value: unknown) => writeText(value === null || value === undefined ? '' : String(value), links.held),
    renderLimit: RENDER_LIMIT_MS,
    memoryLimit: MEMORY_LIMIT,
  });
  registerFilters(engine, links);
  try {
    return engine.renderFileSync(template.name, context) as string;
  } catch (error) {
    throw sayFault(template, error);
  }
}

/** A template that loops for ever is stopped. */
const RENDER_LIMIT_MS = 60_000;
/** So is one that piles up text: in the engine's own units, about a character each. */
const MEMORY_LIMIT = 1_000_000_000;

type DescribedFigure = ReturnType<typeof describeFigure>;

function registerFilters(engine: Liquid, { references, linkToLine, held, pictures, pictured }: Links): void {
  const raw = (name: string, handler: (value: never, ...words: string[]) => string) =>
    engine.registerFilter(name, { raw: true, handler: handler as (...values: unknown[]) => string });
  const printed = new Printed();
  const linkOr = (url: string | undefined, words: string, otherwise = words) =>
    held.hold([url === undefined ? text(otherwise) : { type: 'link', url, children: [text(words)] }]);
  const link = (figure: DescribedFigure, words: string) => {
    printed.addFigure(figure);
    return linkOr(`#${figure.ancre}`, words);
  };

  raw('chiffre', (figure: DescribedFigure) => link(figure, formatNumber(figure.valeur)));
  raw('compte', (figure: DescribedFigure, singular = '', plural = `${singular}s`) =>
    link(figure, formatCount(figure.valeur, singular, plural)),
  );
  raw('compte_sur', (figure: DescribedFigure, singular = '', qualifier = '') =>
    link(figure, `${formatCount(figure.valeur, singular)} ${sayBase(figure, qualifier)}`),
  );
  raw('sur', (figure: DescribedFigure, qualifier = '') =>
    link(figure, `${formatNumber(figure.valeur)} ${sayBase(figure, qualifier)}`),
  );
  raw('renvoi', (numero: number, word = '') => {
    printed.addExtrait(numero);
    return linkOr(`#extrait-${Number(numero)}`, `${word} ${numero}`.trim());
  });
  raw('image', (asked: { nom?: unknown } | null) => {
    if (asked === null) return '';
    const picture = pictures.get(String(asked?.nom));
    if (!picture) throw new Error(`unknown picture: ${String(asked?.nom ?? asked)}`);
    if (pictured === 'none') return '';
    return held.hold([pictured === 'drawn' ? toImage(picture) : toPlace(picture)]);
  });
  engine.registerFilter('imprimes', (groups: Parameters<Printed['keepPrinted']>[0]) => printed.keepPrinted(groups));
  engine.registerFilter('cites', (fiches: Parameters<Printed['keepQuoted']>[0]) => printed.keepQuoted(fiches));
  engine.registerFilter('abrege', (words: unknown, most: number) => cutText(String(words), most));
  raw('ancre', (anchor: string) =>
    held.hold([
      { type: 'html', value: `<a id="${String(anchor).replace(/[^\w-]/g, '')}">` },
      { type: 'html', value: '</a>' },
    ]),
  );
  raw('sources', (figure: DescribedFigure) => held.hold(listSources(figure, { references, linkToLine })));
  raw('lieu', ({ file, line }: { file: string; line: number }) =>
    linkOr(linkToLine(file, line), `${references.ofFile(file)?.repere ?? file}, ligne ${line}`),
  );
  raw('fiche', ({ file, titre }: { file: string; titre: string }) =>
    linkOr(linkToLine(file, 1), titre, `${titre} (${file})`),
  );
  // Liquid's own writes what it is given as Markdown.
  raw('raw', (value: unknown) => writeText(String(value ?? ''), held));
  raw('citation', (words: string) => writeText(quoteOnce(words), held));
  raw('sans_extrait', ({ figure, tus }: { figure: DescribedFigure; tus: number }) => sayUnquoted(figure.valeur, tus));
  engine.registerFilter('accord', (count: number, singular: string, plural?: string) =>
    formatCount(count, singular, plural),
  );
  engine.registerFilter('nombre', (value: number) => formatNumber(value));
  engine.registerFilter('minuscule', (text: unknown) => lowerFirst(String(text)));
}

/** A text of so many signs at most, cut after a word; what is left out is marked as French does. */
function cutText(text: string, most: number): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  if (signs.length <= most) return text;
  const kept = signs.slice(0, most).join('');
  const whole = signs[most] === ' ' ? kept : kept.replace(/ [^ ]*$/, '');
  return `${whole.trim().replace(/[ ,;:]+$/, '')} […]`;
}

/** A text between quotation marks, unless it is as a whole a quotation already. */
function quoteOnce(text: string): string {
  const isQuotation = /^«[^«]*»$/.test(text.trim());
  return isQuotation ? text.trim() : `« ${text} »`;
}

/** How many of a figure's passages are counted and not quoted, in brackets; nothing where all are. */
function sayUnquoted(all: number, unquoted: number): string {
  if (unquoted === 0) return '';
  const where = 'dans des fiches internes ou non validées';
  return unquoted === all ? ` (${where}, sans extrait)` : ` (dont ${formatNumber(unquoted)} ${where}, sans extrait)`;
}

function sayBase({ base }: DescribedFigure, qualifier: string): string {
  const plural = qualifier && (base ?? 0) >= 2 ? `${qualifier}s` : qualifier;
  return ['sur', formatNumber(base ?? 0), plural].filter(Boolean).join(' ');
}

/** Words in which no sign means anything to Markdown: shorter to parse than to hold. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}’]*(?: [\p{L}\p{N}’]+)*$/u;
const LONGEST_PLAIN = 12;

/** A text that is shown as it is, on one line, whatever signs of Markdown it has: they are never parsed. */
function writeText(value: string, held: HeldNodes): string {
  if (value.length <= LONGEST_PLAIN && PLAIN.test(value)) return value;
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(value) ?? [];
  return `${before && ' '}${words && held.hold([text(words)])}${after && ' '}`;
}

function text(value: string): PhrasingContent {
  return { type: 'text', value: value.replace(/\s+/g, ' ') };
}

function sayFault({ name }: Template, error: unknown): Error {
  if (
    !(error instanceof LiquidError) &&
    !(error instanceof Error && /renderLimit|limit exceeded/i.test(error.message))
  ) {
    return error as Error;
  }
  const [, line, column] = /, line:(\d+), col:(\d+)/.exec(error.message) ?? [];
  const place = line ? `, ligne ${line}, colonne ${column}` : '';
  const own = (error as { originalError?: unknown }).originalError;
  if (own instanceof UsageError) return new UsageError(`Dans « ${name} »${place} : ${own.message}`);
  const reason = error.message.replace(/, (?:file|line):.*$/s, '');
  return new UsageError(`Le gabarit « ${name} »${place} a une erreur : ${sayReason(reason)}.`);
}

const REASONS: [RegExp, (what: string) => string][] = [
  [/undefined variable: (.*)/, (what) => `la variable « ${what} » n’existe pas`],
  [/undefined filter: (.*)/, (what) => `le filtre « ${what} » n’existe pas`],
  [/unknown picture: (.*)/, (what) => `« ${what} » n’est pas une image de cette synthèse`],
  [/illegal tag[: ]*(.*)/, (what) => `la balise ${what} est mal écrite`],
  [/tag "([^"]*)" not found/, (what) => `la balise « ${what} » n’existe pas`],
  [/tag (.*) not closed/, (what) => `la balise ${what} n’est pas fermée`],
  [/ENOENT: Failed to lookup "?([^" ]*)/, (what) => `le gabarit « ${what} » qu’il appelle n’existe pas`],
  [/limit exceeded/, () => 'il produit un texte sans fin'],
  [/output "?(.*?)"? not closed/, (what) => `l’expression ${what} n’est pas fermée`],
];

function sayReason(reason: string): string {
  for (const [pattern, say] of REASONS) {
    const match = pattern.exec(reason);
    if (match) return say(match[1] ?? '');
  }
  return `elle n’a pas pu être lue (${reason})`;
}
