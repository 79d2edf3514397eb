import { Document, Footer, HeadingLevel } from 'docx';
import { lowerFirst } from '../french.ts';
import type { SectionSpec } from '../record/passage.ts';
import type { Block } from '../render/docx/blocks.ts';
import { PAGE, packDocx, pageNumbers } from '../render/docx/docx.ts';
import { NUMBERING } from '../render/docx/styles.ts';
import { FORM_PROPERTY, PART, sectionBookmarkOf, TITLE, WORDS_PROPERTY } from './anchors.ts';
import type { FormModel } from './form-model.ts';
import { afterTable, FormPrinter } from './form-printer.ts';
import { FORM_STYLES } from './form-styles.ts';
import {
  CENTRE_HINT,
  EXAMPLE,
  EXAMPLE_MARK,
  hasExample,
  hintOfSection,
  INSTRUCTIONS,
  PARTS,
  TEXT_HINT,
} from './form-words.ts';

/** Word may cut a property at 255 signs. */
const WORDS_PER_PROPERTY = 30;

/** A form as a Word file, the same bytes at each run. */
export function writeForm(model: FormModel): Promise<Uint8Array> {
  const printer = new FormPrinter();
  const children = printForm(model, printer);
  return packDocx(
    new Document({
      title: titleOf(model),
      creator: 'cops',
      lastModifiedBy: 'cops',
      styles: FORM_STYLES,
      numbering: NUMBERING,
      customProperties: [
        { name: FORM_PROPERTY, value: JSON.stringify({ version: 1, type: model.type }) },
        ...printer.fingerprints.flatMap((_, index, all) =>
          index % WORDS_PER_PROPERTY === 0
            ? [
                {
                  name: `${WORDS_PROPERTY}${index / WORDS_PER_PROPERTY + 1}`,
                  value: all.slice(index, index + WORDS_PER_PROPERTY).join(' '),
                },
              ]
            : [],
        ),
      ],
      sections: [
        { properties: { page: PAGE }, footers: { default: new Footer({ children: [pageNumbers()] }) }, children },
      ],
    }),
  );
}

/** The fingerprints of what the form of today says, for one that has lost its own. */
export function fingerprintsOf(model: FormModel): readonly string[] {
  const printer = new FormPrinter();
  printForm(model, printer);
  return printer.fingerprints;
}

function titleOf({ title }: FormModel): string {
  return `Formulaire : ${lowerFirst(title)}`;
}

function printForm(model: FormModel, printer: FormPrinter): Block[] {
  const shared = model.sections.filter(({ interne }) => !interne);
  const internal = model.sections.filter(({ interne }) => interne);
  const toSection = (section: SectionSpec) => printSection(section, model, printer);
  const head = (words: string, name: string, pageBreakBefore: boolean) =>
    printer.head(words, PART + name, { heading: HeadingLevel.HEADING_1, pageBreakBefore });
  const hint = (words: string) => printer.say(words, { style: 'FormHint', keepNext: true });
  return [
    printer.head(titleOf(model), `${TITLE}${model.type.replaceAll('-', '_')}`, { heading: HeadingLevel.TITLE }),
    ...INSTRUCTIONS.map((words) => printer.say(words, {})),
    head(PARTS.header, 'entete', false),
    ...printer.print(model.blocks),
    ...(shared.length > 0 ? [head(PARTS.text, 'texte', true), hint(TEXT_HINT), ...shared.flatMap(toSection)] : []),
    ...(model.centre.length + internal.length > 0
      ? [
          head(PARTS.centre, 'centre', true),
          hint(CENTRE_HINT),
          ...printer.print(model.centre),
          ...internal.flatMap(toSection),
        ]
      : []),
  ];
}

function printSection(section: SectionSpec, model: FormModel, printer: FormPrinter): Block[] {
  const title = section.requise && section.cle === undefined ? `${section.titre} *` : section.titre;
  return [
    printer.head(title, sectionBookmarkOf(section.mot), { heading: HeadingLevel.HEADING_2 }),
    printer.say(
      hintOfSection(section, (key) => labelOfKey(key, model)),
      { style: 'FormHint', keepNext: true },
    ),
    ...(hasExample(section) ? printExample(printer) : []),
    printer.printSection(section),
    afterTable(),
  ];
}

function printExample(printer: FormPrinter): Block[] {
  const bullets = EXAMPLE.map((words) =>
    printer.say(words, { style: 'FormExample', keepNext: true, numbering: { reference: 'puces', level: 0 } }),
  );
  return [printer.say(EXAMPLE_MARK, { style: 'FormHint', keepNext: true }), ...bullets];
}

function labelOfKey(key: string, { blocks, centre }: FormModel): string {
  const block = [...blocks, ...centre].find((one) => {
    const { path } = one.kind === 'question' ? one.question : one.table;
    return path.join('.') === key;
  });
  return block ? (block.kind === 'question' ? block.question.label : block.table.label) : key;
}
