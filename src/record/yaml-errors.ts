import { type Document, isCollection, isScalar, type Node, parseDocument, visit, type YAMLError } from 'yaml';
import { type Diagnostic, diagnose, type Range } from '../diagnostic.ts';
import { quote } from '../french.ts';
import { type Lines, rangeOfLine } from './lines.ts';
import { cleEnDouble, yamlSyntaxe } from './rules.ts';
import { quoteValueOnLine } from './yaml-correction.ts';

/** French sentences for the faults of syntax that the YAML parser met, one a line of the header, at the place to mend. */
export function diagnoseYamlErrors(file: string, yaml: string, lines: Lines, document: Document): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const said = new Set<number>();
  for (const error of document.errors) {
    const fault = diagnoseError(file, yaml, lines, { document, error });
    if (said.has(fault.range.start.line)) continue;
    said.add(fault.range.start.line);
    faults.push(fault);
  }
  return faults;
}

function diagnoseError(
  file: string,
  yaml: string,
  lines: Lines,
  { document, error }: { document: Document; error: YAMLError },
): Diagnostic {
  const [offset] = error.pos;
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^\s:]+/.exec(yaml.slice(offset))?.[0] ?? '';
    const place = lines.rangeOf(offset, offset + key.length);
    return diagnose(
      cleEnDouble,
      file,
      place,
      `La clé ${quote(key)} est écrite deux fois : gardez la bonne, supprimez l’autre.`,
    );
  }
  const opening = findUnclosed(yaml, document, offset);
  const position = lines.positionAt(opening ?? offset);
  const corrected = correctLine(yaml, lines, position.line);
  const place: Range =
    opening !== undefined ? lines.rangeOf(opening, opening + 1) : placeOfError(lines, offset, position.line);
  const said = opening !== undefined ? sayUnclosed(yaml, opening) : (SENTENCES[error.code] ?? FALLBACK);
  return diagnose(yamlSyntaxe, file, place, corrected ? `${said} Écrivez : ${corrected}` : said);
}

/** At the value where the line holds one: « titre: Atelier : le… » is mended from the value on. */
function placeOfError(lines: Lines, offset: number, line: number): Range {
  const whole = rangeOfLine(lines, line);
  const { column } = lines.positionAt(offset);
  return {
    start: { line, column: Math.max(column, whole.start.column) },
    end: { line, column: Math.max(column + 1, whole.end.column) },
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

/** Where the bracket or quote opens that the parser waited in vain to see closed. */
function findUnclosed(yaml: string, document: Document, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Node(_, node) {
      if (found !== undefined || !(isScalar(node) || isCollection(node)) || !node.range) return;
      const [start, end] = node.range as [number, number, number];
      const sign = yaml[start] ?? '';
      if (!isDelimited(node) || !(sign in CLOSING)) return;
      const closed = end - start > 1 && yaml[end - 1] === CLOSING[sign];
      const closedTooSoon =
        isScalar(node) && yaml.slice(end, offset).trim() === '' && end <= offset && offset - end < 2;
      if ((!closed && end <= offset + 1) || closedTooSoon) found = start;
    },
  });
  return found;
}

function isDelimited(node: Node): boolean {
  if (isScalar(node)) return node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  return isCollection(node) && node.flow === true;
}

/** The line as it should read, if quoting its value makes its fault go away. */
function correctLine(yaml: string, lines: Lines, line: number): string | undefined {
  const written = lines.lineAt(line);
  const corrected = quoteValueOnLine(written);
  if (!corrected || /:\s*[[{]/.test(written)) return undefined;
  const alone = parseDocument(corrected, { schema: 'failsafe', prettyErrors: false });
  if (alone.errors.length > 0) return undefined;
  const all = yaml.split('\n');
  const indent = /^\s*/.exec(written)?.[0] ?? '';
  all[line - 1] = indent + corrected;
  const start = lines.positionAt(0).line;
  const errors = parseDocument(all.join('\n'), { schema: 'failsafe', prettyErrors: false }).errors;
  const offsets = all.slice(0, line - start + 1).join('\n').length;
  return errors.some((error) => error.pos[0] <= offsets) ? undefined : corrected;
}

const FALLBACK =
  'Cette ligne ne se lit pas comme « clé: valeur » : vérifiez les deux-points, les guillemets et l’alignement.';

const SENTENCES: Record<string, string> = {
  BLOCK_AS_IMPLICIT_KEY:
    'Cette valeur contient « : », qui annonce une clé : mettez toute la valeur entre guillemets droits, ou alignez la ligne avec ses voisines.',
  MULTILINE_IMPLICIT_KEY:
    'Une clé tient sur une seule ligne et se termine par « : » : il en manque un, ici ou à la ligne d’avant.',
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
  BLOCK_IN_FLOW: 'Entre crochets ou accolades, les éléments se séparent par des virgules, sans tiret.',
};
