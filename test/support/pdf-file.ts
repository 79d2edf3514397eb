import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where Debian's poppler-utils and qpdf are; tests that need them say that they are skipped where they are not. */
export const hasPdfTools: boolean = ['pdfinfo', 'pdftotext', 'pdffonts', 'qpdf'].every((name) =>
  existsSync(`/usr/bin/${name}`),
);

/** What a program of poppler-utils or qpdf says of a file. */
export function ask(program: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(`/usr/bin/${program}`, words, {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${status}, ${stderr}`);
  return stdout;
}

/** The text of each page. */
export function readPages(path: string): string[] {
  return ask('pdftotext', '-layout', path, '-')
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/[\u00a0\u202f]/g, ' '));
}

/** The text of all pages as one line. */
export function readWords(path: string): string {
  return ask('pdftotext', path, '-').replace(/\s+/g, ' ');
}

/** Every word with the place of its right end, in points. */
export function readRightEnds(path: string): { word: string; right: number }[] {
  return [...ask('pdftotext', '-bbox', path, '-').matchAll(/<word .*?xMax="([\d.]+)".*?>(.*?)<\/word>/g)].map(
    ([, right, word = '']) => ({ word, right: Number(right) }),
  );
}

/** A link as the file holds it. */
export interface PdfLink {
  /** The name of a place in the document. */
  readonly to?: string;
  /** An address elsewhere. */
  readonly url?: string;
  /** What is read aloud of it. */
  readonly said?: string;
}

type QpdfObject = { readonly value?: Record<string, unknown> };

/** Every link of a file. */
export function readLinks(path: string): PdfLink[] {
  const { qpdf } = JSON.parse(ask('qpdf', '--json=2', path)) as { qpdf: [unknown, Record<string, QpdfObject>] };
  const text = (value: unknown) => (typeof value === 'string' ? value.replace(/^u:/, '') : undefined);
  return Object.values(qpdf[1]).flatMap(({ value }) => {
    if (value?.['/Subtype'] !== '/Link') return [];
    const to = text(value['/Dest'])?.match(/^(?!\d+ \d+ R$).*/)?.[0];
    const url = text((value['/A'] as Record<string, unknown> | undefined)?.['/URI']);
    const said = text(value['/Contents']);
    return [{ ...(to && { to }), ...(url && { url }), ...(said && { said }) }];
  });
}

/** The names of places in a file. */
export function readPlaces(path: string): string[] {
  return [...ask('pdfinfo', '-dests', path).matchAll(/"(.+)"$/gm)].map(([, name = '']) => name);
}

/** The bytes of a file as its objects are, unpacked. */
export function unpack(path: string): string {
  return spawnSync('/usr/bin/qpdf', ['--qdf', '--object-streams=disable', path, '-'], {
    maxBuffer: 1e8,
  }).stdout.toString('latin1');
}
