import { setFlagsFromString } from 'node:v8';
import type { RenderedDocument } from '../render/document.ts';
import type { Paint } from '../render/docx/pictures.ts';
import { readCoveredSigns } from '../render/pdf/covered-signs.ts';
import { Printable } from '../render/pdf/printable.ts';
import { attemptPicture, type Draw } from '../render/pictures/picture.ts';
import { formatSvgFile } from '../render/pictures/svg-file.ts';
import { UsageError } from '../usage-error.ts';
import { readFonts, readPaintProgram } from './package-files.ts';

/** Points of a painted picture for each unit of its drawing: about 200 an inch on paper. */
const SCALE = 2;

/** Loads what draws the pictures of a document: nothing where it has none. */
export async function loadDraw({ pictures }: Pick<RenderedDocument, 'pictures'>): Promise<Draw> {
  return pictures.length === 0 ? drawNothing : (await import('../render/pictures/draw.ts')).drawPicture;
}

/**
 * Loads what paints the pictures of a document in points, set in the shipped font alone: the same on every machine. Nothing is
 * loaded where it has none. Throws a UsageError where the program that paints is missing or damaged.
 */
export async function loadPaint(document: Pick<RenderedDocument, 'pictures'>): Promise<Paint> {
  if (document.pictures.length === 0) return drawNothing;
  const draw = await loadDraw(document);
  const fonts = attempt(readFonts);
  const printable = new Printable(readCoveredSigns(fonts[0] ?? new Uint8Array()));
  const { Resvg } = await startResvg();
  const options = {
    fitTo: { mode: 'zoom', value: SCALE },
    background: '#ffffff',
    font: { loadSystemFonts: false, fontBuffers: fonts.slice(0, 2) },
  } as const;
  return (picture) => {
    const drawing = draw(picture, { narrow: false, print: (text) => printable.print(text) });
    const paint = () => new Resvg(formatSvgFile(drawing), options).render().asPng();
    return { png: attemptPicture(picture.title, paint), proportion: drawing.height / drawing.width };
  };
}

type Resvg = typeof import('@resvg/resvg-wasm');

/** It starts once in a process. */
let started: Promise<Resvg> | undefined;

function startResvg(): Promise<Resvg> {
  // A few pictures: translating the program a second time, to run faster, would take longer than they do.
  setFlagsFromString('--liftoff-only');
  started ??= import('@resvg/resvg-wasm').then(async (resvg) => {
    await resvg.initWasm(attempt(readPaintProgram) as Uint8Array<ArrayBuffer>);
    return resvg;
  });
  return started.catch((error: unknown) => {
    started = undefined;
    throw error instanceof UsageError ? error : sayMissing(error);
  });
}

function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw sayMissing(error);
  }
}

function sayMissing(error: unknown): UsageError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UsageError(
    `Les images de la synthèse ne peuvent pas être dessinées : un fichier de cops manque ou est abîmé (${reason}). Réinstallez cops ; les formes « md » et « html » n’ont pas besoin de ce fichier.`,
  );
}

function drawNothing(): never {
  throw new Error('load-pictures: a document without pictures asks for one');
}
