import type { RenderedDocument } from '../render/document.ts';
import { readCoveredSigns } from '../render/pdf/covered-signs.ts';
import { layOutPdf } from '../render/pdf/pdf.ts';
import { UsageError } from '../usage-error.ts';
import { loadDraw } from './load-pictures.ts';
import { readFonts } from './package-files.ts';

type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler');

/**
 * Sets a document in pages, as a PDF that assistive technology can read (PDF/UA-1). Throws a UsageError where the compiler,
 * which is a program of its own for each kind of machine, is missing.
 */
export async function typesetPdf(document: RenderedDocument): Promise<Uint8Array> {
  const { NodeCompiler } = await loadTypst();
  const fonts = readFonts();
  const draw = await loadDraw(document);
  const { program, inputs } = layOutPdf(document, { covers: readCoveredSigns(fonts[0] ?? new Uint8Array()), draw });
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  return compiler.pdf({ mainFileContent: program, inputs }, { pdfStandard: 'ua-1' });
}

async function loadTypst(): Promise<Typst> {
  try {
    return await import('@myriaddreamin/typst-ts-node-compiler');
  } catch {
    throw new UsageError(
      'La forme PDF n’est pas disponible sur cette machine : typst, le programme qui compose les pages, n’y est pas installé ou n’existe pas pour ce système. La forme « html » donne une page qu’un navigateur sait imprimer en PDF. Réinstaller cops en étant relié au réseau ajoute typst, s’il existe pour ce système.',
    );
  }
}
