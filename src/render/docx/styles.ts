import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx';

/** Twentieths of a point between the margins. */
export const TEXT_WIDTH = 9406;

const INK = '1D2733';
const GREY = '55606E';
const ACCENT = '0B5A6F';
const FONT = 'Arial';

const heading = (size: number, before: number, color: string) => ({
  run: { font: FONT, size, bold: true, color },
  paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true },
});

/** The styles of a summary; sizes in half-points, spaces in twentieths of a point. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 21, color: INK, language: { value: 'fr-FR' } },
      paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: FONT, size: 44, bold: true, color: INK },
      paragraph: { spacing: { before: 0, after: 160, line: 264, lineRule: LineRuleType.AUTO } },
    },
    heading1: {
      run: { font: FONT, size: 30, bold: true, color: INK },
      paragraph: {
        spacing: { before: 480, after: 140 },
        keepNext: true,
        keepLines: true,
        border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: ACCENT, space: 3 } },
      },
    },
    heading2: heading(24, 320, INK),
    heading3: heading(22, 240, ACCENT),
    heading4: heading(21, 200, ACCENT),
    hyperlink: { run: { color: ACCENT, underline: { type: 'dotted' } } },
    listParagraph: { paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        indent: { left: 220 },
        spacing: { before: 60, after: 120 },
        border: { left: { style: BorderStyle.SINGLE, size: 24, color: ACCENT, space: 10 } },
        keepLines: true,
      },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
    {
      id: 'TableText',
      name: 'Texte de tableau',
      basedOn: 'Normal',
      run: { size: 19 },
      paragraph: { spacing: { after: 0, line: 252 } },
    },
    {
      id: 'AfterTable',
      name: 'Après un tableau',
      basedOn: 'Normal',
      run: { size: 12 },
      paragraph: { spacing: { after: 60, line: 120 } },
    },
    {
      id: 'Picture',
      name: 'Image',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 60, after: 240 } },
    },
    { id: 'Code', name: 'Code', basedOn: 'Normal', run: { font: 'Courier New', size: 19 } },
    {
      id: 'Mark',
      name: 'Marque',
      basedOn: 'Normal',
      run: { bold: true, color: '8A1C1C', size: 18 },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      id: 'Foot',
      name: 'Pied de page',
      basedOn: 'Normal',
      run: { color: GREY, size: 17 },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      id: 'TOCHeading',
      name: 'TOC Heading',
      basedOn: 'Normal',
      run: { bold: true, size: 26 },
      paragraph: { spacing: { before: 360, after: 120 } },
    },
  ],
};

const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string) =>
  [0, 1, 2, 3].map((level) => ({
    level,
    format,
    text: text(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 260 } }, run: { color: ACCENT } },
  }));

/** Bullets and numbers of lists. */
export const NUMBERING: INumberingOptions = {
  config: [
    { reference: 'puces', levels: levels(LevelFormat.BULLET, (level) => (level % 2 === 0 ? '•' : '–')) },
    { reference: 'nombres', levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) },
  ],
};
