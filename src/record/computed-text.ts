/** A stretch of a text, by its offsets. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What nobody computed: the words of whoever writes. */
export interface FreePart extends Span {
  readonly kind: 'libre';
}

/** A block between its two marks, which are part of it; the end of the line behind the last one is not. */
export interface ComputedPart extends Span {
  readonly kind: 'calcul';
  readonly name: string;
  /** What its opening mark says of the text that was computed; none where it says nothing. */
  readonly hash?: string;
  /** Between the lines of the marks. */
  readonly content: Span;
  /** How its lines end. */
  readonly eol: string;
  readonly line: number;
  readonly lastLine: number;
}

/** The comment that says where what is computed comes from. */
export interface ProvenancePart extends Span {
  readonly kind: 'provenance';
  readonly json: string;
}

/** A part of a text in which computed blocks stand among free words. */
export type TextPart = FreePart | ComputedPart | ProvenancePart;

/** A mark that is not where it should be. */
export interface MarkFault extends Span {
  readonly message: string;
}

/** A text cut in its parts, which cover it whole. Where there are faults, the parts are the most likely ones. */
export interface ComputedText {
  readonly parts: readonly TextPart[];
  readonly faults: readonly MarkFault[];
}

/** The signs with which a mark may begin; a backslash before them makes text of them. */
const CANDIDATE = /(?<!\\)<!--\s*cops(?::|-provenance)/g;
const MARK = /^[ \t]*<!--[ \t]*cops:(calcul|fin)[ \t]+([a-z0-9-]+)(?:[ \t]+([0-9a-f]+))?[ \t]*-->[ \t]*$/;
const PROVENANCE = /^[ \t]*<!-- cops-provenance (.*) -->[ \t]*$/;

/** The mark that opens a block, and tells by a hash whether its text is still what was computed. */
export function openingMark(name: string, hash: string): string {
  return `<!-- cops:calcul ${name} ${hash} -->`;
}

/** The mark that closes a block. */
export function closingMark(name: string): string {
  return `<!-- cops:fin ${name} -->`;
}

/** The offset of the first line below a header, whatever ends its lines; 0 where there is no header. */
export function findBodyStart(text: string): number {
  return (
    /^\ufeff?---[ \t]*(?:\r\n|\n|\r)(?:[\s\S]*?(?:\r\n|\n|\r))??---[ \t]*(?:\r\n|\n|\r|$)/.exec(text)?.[0].length ?? 0
  );
}

/** Cuts a text, from an offset on, at the marks of its computed blocks. */
export function splitComputed(text: string, from = 0): ComputedText {
  const reader = new Reader(text, from);
  let past = from;
  for (const { index } of text.slice(from).matchAll(CANDIDATE)) {
    if (from + index < past) continue;
    const line = reader.lineAround(from + index);
    past = line.end;
    reader.read(line);
  }
  return reader.finish();
}

/** The names of the computed blocks of a text. */
export function listComputed(text: string): string[] {
  return splitComputed(text, findBodyStart(text)).parts.flatMap((part) => (part.kind === 'calcul' ? [part.name] : []));
}

interface Line extends Span {
  readonly text: string;
  readonly number: number;
  readonly eol: string;
}

interface Opening extends Line {
  readonly name: string;
  readonly hash?: string;
}

/** Walks the marks once, in their order; a class because each is judged by those before it. */
class Reader {
  private readonly parts: TextPart[] = [];
  private readonly faults: MarkFault[] = [];
  private readonly seen = new Map<string, number>();
  private open: Opening | undefined;
  private hasProvenance = false;
  /** Where the next part begins. */
  private at: number;
  private counted = { offset: 0, line: 1 };
  private readonly text: string;

  constructor(text: string, from: number) {
    this.text = text;
    this.at = from;
  }

  lineAround(offset: number): Line {
    const before = this.text.slice(0, offset);
    const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
    const length = this.text.slice(offset).search(/[\r\n]/);
    const end = length < 0 ? this.text.length : offset + length;
    const passed = this.text.slice(this.counted.offset, start).match(/\r\n|\n|\r/g)?.length ?? 0;
    this.counted = { offset: start, line: this.counted.line + passed };
    const eol = /^(?:\r\n|\n|\r)/.exec(this.text.slice(end, end + 2))?.[0] ?? '\n';
    return { start, end, text: this.text.slice(start, end), number: this.counted.line, eol };
  }

  read(line: Line): void {
    const [, word, name = '', hash] = MARK.exec(line.text) ?? [];
    const json = PROVENANCE.exec(line.text)?.[1];
    if (word === 'calcul') this.openBlock({ ...line, name, ...(hash !== undefined && { hash }) });
    else if (word === 'fin') this.closeBlock(line, name);
    else if (json !== undefined) this.readProvenance(line, json);
    else this.refuse(line, MALFORMED);
  }

  finish(): ComputedText {
    const { open } = this;
    if (open) {
      this.refuse(open, sayUnclosed(open.name));
      this.endBlock(open, { end: this.text.length, contentEnd: this.text.length, lastLine: open.number });
    }
    this.addFree(this.text.length);
    return { parts: this.parts, faults: this.faults };
  }

  private openBlock(opening: Opening): void {
    const { open } = this;
    const { name, number, start } = opening;
    if (open) {
      this.refuse(opening, sayNested(open));
      this.endBlock(open, { end: start, contentEnd: start, lastLine: number - 1 });
    }
    const first = this.seen.get(name);
    if (first === undefined) this.seen.set(name, number);
    else this.refuse(opening, sayTwice(name, first));
    this.addFree(start);
    this.open = opening;
  }

  private closeBlock(line: Line, name: string): void {
    const { open } = this;
    if (open?.name !== name) this.refuse(line, open ? sayOther(open, name) : sayStray(name));
    if (open) this.endBlock(open, { end: line.end, contentEnd: line.start, lastLine: line.number });
  }

  private endBlock(
    { name, hash, start, end: openEnd, eol, number }: Opening,
    { end, contentEnd, lastLine }: { end: number; contentEnd: number; lastLine: number },
  ): void {
    const content = { start: Math.min(contentEnd, openEnd + eol.length), end: contentEnd };
    const known = hash === undefined ? {} : { hash };
    this.parts.push({ kind: 'calcul', name, ...known, start, end, content, eol, line: number, lastLine });
    this.open = undefined;
    this.at = end;
  }

  /** Inside a block it is a text like another: the block was changed by hand. */
  private readProvenance(line: Line, json: string): void {
    if (this.open) return;
    if (this.hasProvenance) {
      this.refuse(line, TWO_PROVENANCES);
      return;
    }
    this.hasProvenance = true;
    this.addFree(line.start);
    this.parts.push({ kind: 'provenance', start: line.start, end: line.end, json });
    this.at = line.end;
  }

  private addFree(end: number): void {
    if (end > this.at) this.parts.push({ kind: 'libre', start: this.at, end });
    this.at = Math.max(this.at, end);
  }

  private refuse({ start, end, text }: Line, message: string): void {
    this.faults.push({ start: start + (text.length - text.trimStart().length), end, message });
  }
}

const MALFORMED =
  'Cette marque ne se lit pas : une marque est seule sur sa ligne, comme « <!-- cops:calcul activite --> » ou « <!-- cops:fin activite --> ». Remettez-la ainsi, ou retirez-la.';
const TWO_PROVENANCES =
  'Cette fiche dit deux fois d’où viennent ses chiffres (« cops-provenance ») : gardez la dernière de ces lignes, retirez les autres.';

function sayUnclosed(name: string): string {
  return `Le bloc « ${name} » s’ouvre ici et n’est jamais fermé : ajoutez la ligne « ${closingMark(name)} » à la fin de ce qui est calculé.`;
}

function sayNested({ name, number }: Opening): string {
  return `Un bloc s’ouvre ici dans le bloc « ${name} », ouvert ligne ${number} et pas encore fermé : ajoutez la ligne « ${closingMark(name)} » avant celle-ci, à la fin de ce qui est calculé.`;
}

function sayTwice(name: string, first: number): string {
  return `Le bloc « ${name} » est deux fois dans cette fiche, ici et ligne ${first} : gardez-en un seul, avec ses deux marques.`;
}

function sayStray(name: string): string {
  return `Cette marque ferme le bloc « ${name} », que rien n’ouvre : remettez la ligne « <!-- cops:calcul ${name} --> » avant ce qui est calculé, ou retirez celle-ci.`;
}

function sayOther({ name, number }: Opening, closed: string): string {
  return `Cette marque ferme le bloc « ${closed} », alors que le bloc ouvert, ligne ${number}, est « ${name} » : écrivez ici « ${closingMark(name)} ».`;
}
