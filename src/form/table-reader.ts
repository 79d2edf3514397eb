import { fingerprint } from './anchors.ts';
import { type Answer, answerLines, type FormReading, labelOfAnchor, type Stray } from './form-content.ts';
import { type Anchor, anchorOfControl, anchorsIn, unwrapped } from './form-index.ts';
import type { FormTable, Question } from './form-model.ts';
import { wordsOf } from './word-text.ts';
import { childOf, descendants, isElement, type XmlElement } from './xml.ts';

/** The columns of a table, as its anchored lines say them: the question of each. */
interface Columns {
  readonly table: FormTable;
  readonly byIndex: ReadonlyMap<number, Question>;
}

interface Cell {
  readonly element: XmlElement;
  readonly anchors: readonly Anchor[];
}

/** Takes answers out of the tables of a form; a class because the lines of a list are counted as they come. */
export class FormTableReader {
  readonly answers: Answer[] = [];
  readonly strays: Stray[] = [];
  readonly emptyLines = new Map<string, XmlElement>();
  private readonly counts = new Map<string, number>();
  private readonly reading: FormReading;

  constructor(reading: FormReading) {
    this.reading = reading;
  }

  /** One anchor, whatever it stands in. */
  take(anchor: Anchor, element: XmlElement): void {
    const lines = answerLines(element);
    if (anchor.kind === 'gone') {
      if (lines.length > 0) this.strays.push({ element, label: labelOfAnchor(anchor) });
    } else if (anchor.kind === 'question') {
      const { question } = anchor;
      this.answers.push({ path: question.path, question, label: question.label, lines, element });
    } else this.takeLine(anchor.table, [{ question: anchor.column, element }]);
  }

  /** All lines of a table: those with questions, those of a list, and what was written beside. */
  read(table: XmlElement): void {
    const rows = [...unwrapped(table)].filter(({ name }) => name === 'w:tr').map((row) => this.readRow(row));
    const columns = findColumns(rows);
    const first = rows.findIndex((cells) => cells.some(({ anchors }) => anchors.length > 0));
    for (const [index, cells] of rows.entries()) {
      const isHead = index < first || cells.some(({ element }) => isHeadCell(element));
      if (columns && !isHead && cells.every(({ anchors }) => anchors.every(({ kind }) => kind !== 'question')))
        this.takeCells(columns, cells);
      else for (const cell of cells) this.takeCell(cell);
    }
  }

  private readRow(row: XmlElement): Cell[] {
    return [...unwrapped(row)]
      .filter(({ name }) => name === 'w:tc')
      .map((element) => ({ element, anchors: this.anchorsOf(element) }));
  }

  /** Word may put a control around a cell: its tag then stands above the cell. */
  private anchorsOf(cell: XmlElement): Anchor[] {
    const within = anchorsIn(cell, this.reading.index).map(({ anchor }) => anchor);
    const around = cell.parent?.parent;
    const outer =
      within.length === 0 && around && isElement(around, 'w:sdt')
        ? anchorOfControl(around, this.reading.index)
        : undefined;
    return outer ? [outer] : within;
  }

  private takeCells({ table, byIndex }: Columns, cells: readonly Cell[]): void {
    const asked: { question: Question; element: XmlElement }[] = [];
    for (const [index, { element, anchors }] of cells.entries()) {
      const [anchor] = anchors;
      const question = anchor?.kind === 'cell' ? anchor.column : anchor ? undefined : byIndex.get(index);
      if (question) asked.push({ question, element });
      else this.takeCell({ element, anchors });
    }
    this.takeLine(table, asked);
  }

  /** One item of a list, where something is written in it. */
  private takeLine(table: FormTable, cells: readonly { question: Question; element: XmlElement }[]): void {
    const list = table.path.join('.');
    const read = cells.map((cell) => ({ ...cell, lines: answerLines(cell.element) }));
    if (read.every(({ lines }) => lines.length === 0)) {
      const [first] = read;
      if (first && !this.emptyLines.has(list)) this.emptyLines.set(list, first.element);
      return;
    }
    const row = this.counts.get(list) ?? 0;
    this.counts.set(list, row + 1);
    for (const { question, lines, element } of read)
      this.answers.push({ path: [...table.path, row, ...question.path], question, label: table.label, lines, element });
  }

  private takeCell({ element, anchors }: Cell): void {
    const [anchor] = anchors;
    if (anchor && anchors.length === 1) this.take(anchor, element);
    else if (anchor) this.takeMerged(element);
    else this.keepBeside(element);
  }

  /** Two cells that became one: each control has its own words. */
  private takeMerged(cell: XmlElement): void {
    for (const { anchor, element } of anchorsIn(cell, this.reading.index)) this.take(anchor, element);
  }

  private keepBeside(cell: XmlElement): void {
    for (const paragraph of descendants(cell, 'w:p')) {
      const words = wordsOf(paragraph);
      if (words !== '' && !this.reading.printed.has(fingerprint(words))) this.strays.push({ element: paragraph });
    }
  }
}

function isHeadCell(cell: XmlElement): boolean {
  const row = cell.parent?.name === 'w:tr' ? cell.parent : undefined;
  return childOf(childOf(row, 'w:trPr'), 'w:tblHeader') !== undefined;
}

function findColumns(rows: readonly (readonly Cell[])[]): Columns | undefined {
  let table: FormTable | undefined;
  const byIndex = new Map<number, Question>();
  for (const cells of rows)
    for (const [index, { anchors }] of cells.entries())
      for (const anchor of anchors)
        if (anchor.kind === 'cell') {
          table ??= anchor.table;
          if (anchor.table === table && !byIndex.has(index)) byIndex.set(index, anchor.column);
        }
  return table && { table, byIndex };
}
