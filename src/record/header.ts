import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml';
import { type Diagnostic, diagnose, type Range } from '../diagnostic.ts';
import { quote } from '../french.ts';
import type { FrontMatter } from './front-matter.ts';
import { type Lines, rangeOfLine } from './lines.ts';
import { type PlainHeader, scanPlainHeader } from './plain-header.ts';
import { enteteAbsent, enteteNonYaml, ficheTropImbriquee, valeurCoupee, yamlRenvoi } from './rules.ts';
import { quoteValueOnLine } from './yaml-correction.ts';
import { diagnoseYamlErrors } from './yaml-errors.ts';
import { quoteLine } from './yaml-fixes.ts';

/** Where a value is: keys and list positions from the top of the header. */
export type Path = readonly (string | number)[];

/** What a header says, and where. Scalars are the texts as written: numbers become numbers where a schema wants them. */
export interface Header {
  readonly value: Readonly<Record<string, unknown>>;
  /** Keys that stand there without a value; they are not in `value`. */
  readonly emptyKeys: readonly Path[];
  /** The file around it. */
  readonly lines: Lines;
  placeOf(path: Path): Range;
  /** The key itself, or for a list item the item; the opening fence for the header as a whole. */
  placeOfKey(path: Path): Range;
}

/** Reads the YAML between the fences, with every fault of syntax at the place where it can be mended. */
export function parseHeader(file: string, parts: FrontMatter): { header?: Header; faults: Diagnostic[] } {
  try {
    const plain = scanPlainHeader(parts.yaml);
    return plain ? { header: withPlaces(file, parts, plain), faults: [] } : parseWhole(file, parts);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = 'Cet en-tête emboîte trop de crochets ou d’accolades les uns dans les autres : simplifiez-le.';
    return { faults: [diagnose(ficheTropImbriquee, file, rangeOfLine(parts.lines, 1), message)] };
  }
}

/** The places of a header that was scanned for its values; they are sought only when a fault is to be shown. */
function withPlaces(file: string, parts: FrontMatter, plain: PlainHeader): Header {
  let whole: Header | undefined;
  const placed = () => {
    whole ??= parseWhole(file, parts).header;
    if (!whole) throw new Error(`${file}: a header read as plain has faults`);
    return whole;
  };
  return {
    ...plain,
    lines: parts.lines,
    placeOf: (path) => placed().placeOf(path),
    placeOfKey: (path) => placed().placeOfKey(path),
  };
}

/** Reads any header with the full parser of YAML. */
export function parseWhole(file: string, { yaml, lines }: FrontMatter): { header?: Header; faults: Diagnostic[] } {
  const document = parseDocument(yaml, { schema: 'failsafe', lineCounter: new LineCounter(), prettyErrors: false });
  if (document.errors.length > 0) return { faults: diagnoseYamlErrors(file, yaml, lines, document) };
  const root = document.contents;
  const fence = rangeOfLine(lines, 1);
  if (root === null || (isScalar(root) && !root.value)) {
    return {
      faults: [diagnose(enteteAbsent, file, fence, 'L’en-tête est vide : il y manque au moins « type » et « titre ».')],
    };
  }
  if (!isMap(root)) {
    const message =
      'Ceci n’est pas une suite de lignes « clé: valeur » : écrivez par exemple « titre: Atelier du 31 mai ».';
    return { faults: [diagnose(enteteNonYaml, file, placeOfNode(root, lines), message)] };
  }
  const faults = [...diagnoseReferences(file, root, yaml, lines), ...diagnoseCutValues(file, root, yaml, lines)];
  const emptyKeys: Path[] = [];
  const value = toValue(root, [], emptyKeys) as Record<string, unknown>;
  const header: Header = {
    value,
    emptyKeys,
    lines,
    placeOf: (path) => {
      const node = path.length === 0 ? root : document.getIn(path, true);
      return node && (node as Node).range ? placeOfNode(node as Node, lines) : fence;
    },
    placeOfKey: (path) => placeOfKey(root, path, lines) ?? fence,
  };
  return { header, faults };
}

function placeOfNode(node: Node, lines: Lines): Range {
  const [start, end] = node.range ?? [0, 0];
  return lines.rangeOf(start, end);
}

function placeOfKey(root: Node, path: Path, lines: Lines): Range | undefined {
  let node: Node | undefined = root;
  let place: Range | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(
        (item) => String(isScalar(item.key) ? item.key.value : item.key) === step,
      );
      if (!pair) return place;
      place = placeOfNode(pair.key as Node, lines);
      node = pair.value as Node | undefined;
    } else if (isSeq(node)) {
      node = node.items[Number(step)] as Node | undefined;
      if (!node) return place;
      place = placeOfNode(node, lines);
    } else return place;
  }
  return place;
}

/** Plain values of a tree of nodes. Own properties only: a key named `__proto__` is a key like another. */
export function toValue(node: unknown, path: Path, emptyKeys: Path[]): unknown {
  if (isSeq(node)) return node.items.map((item, index) => toValue(item, [...path, index], emptyKeys));
  if (isAlias(node)) return `*${node.source}`;
  if (!isMap(node)) return isScalar(node) ? String(node.value ?? '') : '';
  const value = {};
  for (const { key, value: child } of node.items) {
    const name = isScalar(key) ? String(key.value ?? '') : String(key);
    const here = [...path, name];
    const plain = toValue(child, here, emptyKeys);
    if (plain === '') emptyKeys.push(here);
    else Object.defineProperty(value, name, { value: plain, enumerable: true, configurable: true, writable: true });
  }
  return value;
}

function diagnoseReferences(file: string, root: Node, yaml: string, lines: Lines): Diagnostic[] {
  const faults: Diagnostic[] = [];
  visit(root, {
    Node(_, node) {
      if (!isAlias(node) && !node.anchor && !node.tag) return;
      const [start, end] = node.range ?? [0, 0];
      const line = yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1, start);
      const sign = start - (isAlias(node) ? 0 : (/(?:(?<![^\s[{,])[&!]\S*[ \t]*)+$/.exec(line)?.[0].length ?? 0));
      const place = lines.rangeOf(sign, Math.max(end, sign));
      const isText = isAlias(node) || isScalar(node);
      const corrected = isText ? quoteValueOnLine(lines.lineAt(place.start.line)) : undefined;
      const message =
        'Un signe « & », « * » ou « ! » placé au début d’une valeur a un sens particulier dans l’en-tête, et n’y est pas admis.';
      const said = corrected ? `${message} Écrivez : ${corrected}` : message;
      faults.push(diagnose(yamlRenvoi, file, place, said, isText ? quoteLine(lines, place.start.line) : undefined));
    },
  });
  return faults;
}

function diagnoseCutValues(file: string, root: Node, yaml: string, lines: Lines): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const read = (node: unknown) => {
    if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return;
    const [start, end] = node.range;
    const cut = /^[ \t]*(#[^\s#][^\n]*)/.exec(yaml.slice(end, lines.offsetOf(lines.positionAt(end).line + 1)));
    const said = String(node.value ?? '');
    if (!cut || (said && !/^[ \t]/.test(cut[0]))) return;
    const hash = end + cut[0].indexOf('#');
    const place = lines.rangeOf(hash, end + cut[0].trimEnd().length);
    const sameLine = lines.positionAt(start).line === place.start.line;
    const corrected = sameLine ? quoteValueOnLine(lines.lineAt(place.start.line)) : undefined;
    faults.push(diagnose(valeurCoupee, file, place, sayCut(said, corrected)));
  };
  visit(root, { Pair: (_, pair) => read(pair.value), Seq: (_, seq) => seq.items.forEach(read) });
  return faults;
}

function sayCut(said: string, corrected: string | undefined): string {
  const read = said ? `seul ${quote(said)} est lu` : 'rien n’est lu';
  const advice = corrected ? `Écrivez : ${corrected}` : 'Mettez toute la valeur entre guillemets droits';
  return `Ce qui suit le dièse est pris pour un commentaire : ${read}. ${advice} ; si c’est un commentaire, mettez une espace après le dièse.`;
}
