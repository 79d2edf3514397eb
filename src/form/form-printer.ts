import {
  Bookmark,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block } from '../render/docx/blocks.ts';
import { TEXT_WIDTH } from '../render/docx/styles.ts';
import { fixSpaces } from '../render/typography.ts';
import { type AnswerPath, fingerprint } from './anchors.ts';
import { answerControl, sectionControl } from './controls.ts';
import type { FormBlock, FormTable, Question } from './form-model.ts';
import { SHADE } from './form-styles.ts';
import { ROW_HINT, TEXT_LEAD } from './form-words.ts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'C3CDD5' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** Of the column of labels. */
const LABELS = 3000;
/** Columns of numbers and of what is short, in twentieths of a point; the others share the rest. */
const NARROW: Readonly<Record<string, number>> = { number: 2000, date: 1400, boolean: 1700 };
const SPARE = 1300;

/** Turns what a form asks into blocks of Word; a class because it counts its controls, and remembers each word that it prints. */
export class FormPrinter {
  private readonly printed = new Set<string>();
  private controls = 0;

  /** The fingerprints of all that the form itself says, sorted: what a person adds is what is not among them. */
  get fingerprints(): string[] {
    return [...this.printed].sort();
  }

  /** Words of the form itself, the same for all who fill it in. */
  say(words: string, options: IParagraphOptions): Paragraph {
    this.printed.add(fingerprint(words));
    return new Paragraph({ ...options, text: fixSpaces(words) });
  }

  /** A heading that can be found again by its bookmark. */
  head(words: string, bookmark: string, options: IParagraphOptions): Paragraph {
    this.printed.add(fingerprint(words));
    const children = [new Bookmark({ id: bookmark, children: [new TextRun(fixSpaces(words))] })];
    return new Paragraph({ ...options, children });
  }

  /** The place for the text of a section. */
  printSection(section: { mot: string; titre: string }): Block {
    this.printed.add(fingerprint(TEXT_LEAD));
    this.controls += 2;
    return sectionControl(section, this.controls - 1);
  }

  /** Questions that follow one another share a table. */
  print(blocks: readonly FormBlock[]): Block[] {
    const printed: Block[] = [];
    let questions: Question[] = [];
    const flush = () => {
      if (questions.length > 0) printed.push(this.printQuestions(questions), afterTable());
      questions = [];
    };
    for (const block of blocks) {
      if (block.kind === 'question') questions.push(block.question);
      else {
        flush();
        printed.push(...this.printTable(block.table));
      }
    }
    flush();
    return printed;
  }

  private printQuestions(questions: readonly Question[]): Table {
    const rows = questions.map(
      (question) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({ children: this.label(question) }),
            new TableCell({ shading: { fill: SHADE }, children: [this.answer(question, question.path)] }),
          ],
        }),
    );
    return layTable([LABELS, TEXT_WIDTH - LABELS], rows);
  }

  private printTable({ label, hint, required, columns, path, rows }: FormTable): Block[] {
    const title = this.label({ label, hint, required }, { keepNext: true });
    const lines = Array.from(
      { length: rows },
      (_, index) =>
        new TableRow({
          cantSplit: true,
          children: columns.map(
            (column) =>
              new TableCell({
                shading: { fill: SHADE },
                children: [this.answer(column, [...path, index, ...column.path])],
              }),
          ),
        }),
    );
    const heads = columns.map((column) => new TableCell({ children: this.label(column) }));
    const table = layTable(widthsOf(columns), [
      new TableRow({ tableHeader: true, cantSplit: true, children: heads }),
      ...lines,
    ]);
    return [...title, table, this.say(ROW_HINT, { style: 'FormHint' }), afterTable()];
  }

  private label(
    { label, hint, required }: Pick<Question, 'label' | 'hint' | 'required'>,
    options: IParagraphOptions = {},
  ): Paragraph[] {
    const isNew = hint !== '' && hint.replace(/\.$/, '') !== label;
    return [
      this.say(required ? `${label} *` : label, { ...options, style: 'FormLabel' }),
      ...(isNew ? [this.say(hint, { ...options, style: 'FormHint' })] : []),
    ];
  }

  private answer(question: Question, path: AnswerPath): Paragraph {
    return new Paragraph({ style: 'FormAnswer', children: [answerControl(question, path, ++this.controls)] });
  }
}

function widthsOf(columns: readonly Question[]): number[] {
  const fixed = columns.map(({ shape }) => NARROW[shape.kind]);
  const free = fixed.filter((width) => width === undefined).length;
  const taken = fixed.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const share = free > 0 ? Math.floor((TEXT_WIDTH - taken) / free) : 0;
  return free > 0 && share >= SPARE
    ? fixed.map((width) => width ?? share)
    : columns.map(() => Math.floor(TEXT_WIDTH / columns.length));
}

function layTable(columnWidths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...columnWidths],
    layout: TableLayoutType.FIXED,
    margins: { top: 70, bottom: 70, left: 90, right: 90 },
    borders: { top: LINE, bottom: LINE, left: NONE, right: NONE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [...rows],
  });
}

/** A little room: Word wants a paragraph behind a table, and behind a place for a text at the end. */
export function afterTable(): Paragraph {
  return new Paragraph({ style: 'AfterTable' });
}
