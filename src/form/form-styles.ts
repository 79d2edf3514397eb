import type { IStylesOptions } from 'docx';
import { STYLES } from '../render/docx/styles.ts';

const GREY = '55606E';
/** Of a place to write in. */
export const SHADE = 'EEF3F6';

const shading = { type: 'clear', fill: SHADE, color: 'auto' } as const;

/** The styles of a form: those of a summary, and those of its labels, hints, answers and examples. */
export const FORM_STYLES: IStylesOptions = {
  ...STYLES,
  paragraphStyles: [
    ...(STYLES.paragraphStyles ?? []),
    {
      id: 'FormLabel',
      name: 'Formulaire : question',
      basedOn: 'Normal',
      run: { bold: true, size: 20 },
      paragraph: { spacing: { after: 20, line: 252 } },
    },
    {
      id: 'FormHint',
      name: 'Formulaire : aide',
      basedOn: 'Normal',
      run: { color: GREY, size: 17 },
      paragraph: { spacing: { after: 60, line: 240 } },
    },
    {
      id: 'FormAnswer',
      name: 'Formulaire : réponse',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { after: 0, line: 252 } },
    },
    {
      id: 'FormText',
      name: 'Formulaire : texte',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { before: 0, after: 120 }, indent: { left: 80, right: 80 }, shading },
    },
    {
      id: 'FormExample',
      name: 'Formulaire : exemple',
      basedOn: 'Normal',
      run: { color: GREY, size: 19, italics: true },
      paragraph: { spacing: { after: 30 }, indent: { left: 300 } },
    },
  ],
  characterStyles: [
    { id: 'PlaceholderText', name: 'Placeholder Text', basedOn: 'DefaultParagraphFont', run: { color: GREY } },
  ],
};
