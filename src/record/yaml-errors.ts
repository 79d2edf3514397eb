import { type Document, isCollection, isScalar, type Node, visit, type YAMLError } from 'yaml';
import { type Diagnostic, diagnose, type Fix, type Range, type Rule } from '../diagnostic.ts';
import { quote } from '../french.ts';
import { type Lines, rangeOfLine } from './lines.ts';
import { cleEnDouble, yamlSyntaxe } from './rules.ts';
import { quoteValueOnLine } from './yaml-correction.ts';
import { indentWithSpaces, partKey, quoteLine } from './yaml-fixes.ts';
import { isMended } from './yaml-proof.ts';

interface Source {
  readonly yaml: string;
  readonly lines: Lines;
  /** Brackets and quotes of the header, to find the one that the parser waited to see closed. */
  readonly delimited: Delimited;
}

/** French sentences for the faults of syntax that the YAML parser met, one a line of the header, at the place to mend. */
export function diagnoseYamlErrors(file: string, yaml: string, lines: Lines, document: Document): Diagnostic[] {
  const source: Source = { yaml, lines, delimited: findDelimited(yaml, document) };
  const faults: Diagnostic[] = [];
  const said = new Set<number>();
  for (const error of document.errors) {
    const { place, ...fault } = error.code === 'DUPLICATE_KEY' ? sayDuplicate(error, source) : sayError(error, source);
    if (said.has(place.start.line)) continue;
    said.add(place.start.line);
    const blamed = lines.positionAt(error.pos[0]).line;
    if (blamed < place.start.line) said.add(blamed);
    faults.push(diagnose(fault.rule, file, place, fault.message(), fault.fix?.()));
  }
  return faults;
}

interface Said {
  readonly rule: Rule;
  readonly place: Range;
  /** Written only for a fault that is told: a corrected line is proved by reading it again. */
  message(): string;
  fix?(): Fix | undefined;
}

function sayDuplicate({ pos: [offset] }: YAMLError, { yaml, lines }: Source): Said {
  const key = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s:]+)/.exec(yaml.slice(offset, offset + 200))?.[0] ?? '';
  return {
    rule: cleEnDouble,
    place: lines.rangeOf(offset, offset + key.length),
    message: () => `La clé ${quote(key)} est écrite deux fois : gardez la bonne, supprimez l’autre.`,
  };
}

function sayError(error: YAMLError, source: Source): Said {
  const { yaml, lines } = source;
  const [offset] = error.pos;
  const opening = findUnclosed(source, offset);
  if (opening !== undefined) {
    const place = lines.rangeOf(opening, opening + 1);
    return {
      rule: yamlSyntaxe,
      place,
      message: () => withCorrection(sayUnclosed(yaml, opening), source, place),
      fix: () => quoteMended(source, place),
    };
  }
  const misaligned = findMisaligned(error, lines);
  if (misaligned !== undefined) {
    return {
      rule: yamlSyntaxe,
      place: rangeOfLine(lines, misaligned),
      message: () => SENTENCES.BAD_INDENT ?? FALLBACK,
    };
  }
  const place = placeOfError(error, lines);
  const dash = /^- /.test(yaml.slice(lines.offsetOf(place.start.line)).replace(/^[^\n:]*: +/, ''));
  const said = dash ? DASH_AFTER_KEY : (SENTENCES[error.code] ?? FALLBACK);
  const message = () => (QUOTABLE.has(error.code) ? withCorrection(said, source, place) : said);
  return { rule: yamlSyntaxe, place, message, fix: () => fixError(error, source, place) };
}

/** All tabs go at once, by the first line that has one. */
function fixError({ code }: YAMLError, source: Source, place: Range): Fix | undefined {
  if (code === 'TAB_AS_INDENT') return isFirstTab(source.lines, place) ? indentWithSpaces(source) : undefined;
  if (code === 'MULTILINE_IMPLICIT_KEY' || code === 'MISSING_CHAR') return partKey(source.lines, place.start.line);
  return QUOTABLE.has(code) ? quoteMended(source, place) : undefined;
}

function isFirstTab(lines: Lines, { start: { line } }: Range): boolean {
  return !lines.text.slice(0, lines.offsetOf(line)).includes('\n\t');
}

function quoteMended(source: Source, { start: { line } }: Range): Fix | undefined {
  const fix = quoteLine(source.lines, line);
  const [edit] = fix?.edits ?? [];
  if (!edit) return undefined;
  const written = source.lines.lineAt(line);
  const mended = written.slice(0, edit.range.start.column - 1) + edit.text + written.slice(edit.range.end.column - 1);
  return isMended(source, line, mended) ? fix : undefined;
}

function withCorrection(said: string, source: Source, { start: { line } }: Range): string {
  const written = source.lines.lineAt(line);
  const corrected = quoteValueOnLine(written);
  if (!corrected) return said;
  const indent = /^\s*/.exec(written)?.[0] ?? '';
  return isMended(source, line, indent + corrected) ? `${said} Écrivez : ${corrected}` : said;
}

/** The line whose indent is at fault, where the parser blames its neighbour or its text. */
function findMisaligned({ code, pos: [offset] }: YAMLError, lines: Lines): number | undefined {
  const { line, column } = lines.positionAt(offset);
  const text = lines.lineAt(line);
  if (code === 'UNEXPECTED_TOKEN') return text.slice(0, column - 1).trim() === '' ? line : undefined;
  const alone = !/:(?:\s|$)/.test(text.slice(column - 1));
  const isShifted = /^\s+\S.*:(?:\s|$)/.test(lines.lineAt(line + 1));
  return code === 'BLOCK_AS_IMPLICIT_KEY' && alone && isShifted ? line + 1 : undefined;
}

/** At the value where the line holds one: « titre: Atelier : le… » is mended from the value on. */
function placeOfError({ code, pos: [offset] }: YAMLError, lines: Lines): Range {
  const { line, column } = lines.positionAt(offset);
  const whole = rangeOfLine(lines, line);
  if (code === 'MULTIPLE_DOCS' && lines.lineAt(line - 1).startsWith('...')) return rangeOfLine(lines, line - 1);
  const tabs = /^\s*\t/.exec(lines.lineAt(line))?.[0].length;
  if (code === 'TAB_AS_INDENT' && tabs) return { start: { line, column: 1 }, end: { line, column: tabs + 1 } };
  return {
    start: { line, column: Math.max(column, whole.start.column) },
    end: { line, column: Math.max(column, whole.end.column) },
  };
}

const CLOSING: Record<string, string> = { '[': ']', '{': '}', '"': '"', "'": "'" };
const NAMES: Record<string, string> = {
  '[': 'Ce crochet',
  '{': 'Cette accolade',
  '"': 'Ce guillemet',
  "'": 'Cette apostrophe',
};

function sayUnclosed(yaml: string, opening: number): string {
  const sign = yaml[opening] ?? '';
  if (sign === '"' || sign === "'") {
    return `${NAMES[sign]} ${quote(sign)} ouvre un texte qui n’est pas fermé au bon endroit : un guillemet de même sorte doit le fermer en fin de valeur, et nulle part avant.`;
  }
  return `${NAMES[sign]} ${quote(sign)} n’est jamais fermé${sign === '{' ? 'e' : ''} : ajoutez ${quote(CLOSING[sign] ?? '')} après la dernière valeur.`;
}

interface Delimited {
  /** In the order of the text. */
  readonly unclosed: readonly { readonly start: number; readonly end: number }[];
  /** Where each quoted text ends, and where it starts. */
  readonly quoted: ReadonlyMap<number, number>;
}

function findDelimited(yaml: string, document: Document): Delimited {
  const unclosed: { start: number; end: number }[] = [];
  const quoted = new Map<number, number>();
  visit(document, {
    Node(_, node) {
      if (!(isScalar(node) || isCollection(node)) || !node.range || !isDelimited(node)) return;
      const [start, end] = node.range as [number, number, number];
      const closing = CLOSING[yaml[start] ?? ''];
      if (!closing) return;
      if (end - start < 2 || yaml[end - 1] !== closing) unclosed.push({ start, end });
      if (isScalar(node)) quoted.set(end, start);
    },
  });
  return { unclosed, quoted };
}

/** Where the bracket or quote opens that the parser waited in vain to see closed, or that a sign of the text closed too soon. */
function findUnclosed({ yaml, delimited: { unclosed, quoted } }: Source, offset: number): number | undefined {
  const first = unclosed.find(({ end }) => end <= offset + 1)?.start;
  const before = /[ \t]/.test(yaml[offset - 1] ?? '') ? quoted.get(offset - 1) : undefined;
  const tooSoon = quoted.get(offset) ?? before;
  return first !== undefined && tooSoon !== undefined ? Math.min(first, tooSoon) : (first ?? tooSoon);
}

function isDelimited(node: Node): boolean {
  if (isScalar(node)) return node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  return isCollection(node) && node.flow === true;
}

/** Faults that quotation marks around the value may mend. */
const QUOTABLE = new Set([
  'BLOCK_AS_IMPLICIT_KEY',
  'BAD_SCALAR_START',
  'BAD_ALIAS',
  'BAD_DQ_ESCAPE',
  'UNEXPECTED_TOKEN',
]);

const DASH_AFTER_KEY =
  'Le premier élément d’une liste s’écrit sur la ligne qui suit la clé. Si le tiret fait partie d’un texte, mettez-le entre guillemets droits.';

const FALLBACK =
  'Cette ligne ne se lit pas comme « clé: valeur » : vérifiez les deux-points, les guillemets et l’alignement.';

const SENTENCES: Record<string, string> = {
  BLOCK_AS_IMPLICIT_KEY:
    'Cette valeur contient « : », qui annonce une clé : mettez toute la valeur entre guillemets droits, ou alignez la ligne avec ses voisines.',
  MULTILINE_IMPLICIT_KEY:
    'Cette ligne ne se lit pas comme « clé: valeur » : il y manque sans doute les deux-points, ou l’espace qui les suit.',
  TAB_AS_INDENT: 'Cette ligne commence par une tabulation : remplacez-la par des espaces.',
  BAD_SCALAR_START: 'Cette valeur commence par un signe réservé : mettez-la entre guillemets droits.',
  BAD_INDENT: 'Cette ligne n’est pas alignée avec ses voisines : donnez-lui le même nombre d’espaces au début.',
  BAD_ALIAS: 'Cette valeur commence par « * » ou « & », signes réservés : mettez-la entre guillemets droits.',
  BAD_DQ_ESCAPE:
    'Une barre oblique inverse « \\ » n’a pas sa place entre guillemets doubles : utilisez des guillemets simples.',
  UNEXPECTED_TOKEN:
    'Ce texte suit une valeur déjà finie : mettez toute la valeur entre guillemets droits, ou supprimez le reste.',
  MISSING_CHAR: 'Il manque un signe, le plus souvent « : » après une clé, une virgule dans une liste ou un guillemet.',
  MULTIPLE_DOCS: 'L’en-tête ne contient qu’un seul bloc : supprimez la ligne « ... » ou « --- » en trop.',
  KEY_OVER_1024_CHARS: 'Cette clé est démesurément longue : il manque sans doute « : » ou un saut de ligne.',
  MULTIPLE_ANCHORS: 'Les ancres « & » ne sont pas admises dans une fiche.',
  MULTIPLE_TAGS: 'Les étiquettes « ! » ne sont pas admises dans une fiche.',
  BLOCK_IN_FLOW:
    'Entre crochets ou accolades, les éléments se séparent par des virgules, sans tiret, et un texte qui contient « : » se met entre guillemets droits.',
};
