import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect } from 'vitest';
import type { ReportFormat } from '../../src/commands/print-synthese.ts';
import { makeFolder, runCops } from './run-cops.ts';

/** How many figures the summary of the invented region prints, those of its annex included. */
export const PRINTED_FIGURES = 501;

/** A copy of the invented region, with its summary in a format. */
export async function makeSummary(format: ReportFormat): Promise<{ root: string; path: string }> {
  const top = makeFolder();
  cpSync('records/themes', join(top, 'records/themes'), { recursive: true });
  cpSync('examples/region-fictive', join(top, 'examples/region'), { recursive: true });
  const root = join(top, 'examples/region');
  const path = join(root, `synthese.${format}`);
  const known = printed.get(format);
  if (known) writeFileSync(path, known);
  else {
    const { code, stderr } = await runCops(['report', '--prs', '2018-2022', '--output', path], { cwd: root });
    expect(code, stderr).toBe(0);
    printed.set(format, readFileSync(path));
  }
  return { root, path };
}

/** The same records give the same bytes: each summary is made once. */
const printed = new Map<ReportFormat, Buffer>();

/** Changes the text of a summary, inside its archive where it is one; where nothing would change, the test fails. */
export function change(path: string, from: RegExp, to: string, part = 'word/document.xml'): void {
  const apply = (text: string) => {
    const changed = text.replace(from, to);
    expect(changed, `${from}`).not.toBe(text);
    return changed;
  };
  if (!path.endsWith('.docx')) {
    writeFileSync(path, apply(readFileSync(path, 'utf8')));
    return;
  }
  const parts = unzipSync(readFileSync(path));
  writeFileSync(path, zipSync({ ...parts, [part]: strToU8(apply(strFromU8(parts[part] ?? new Uint8Array()))) }));
}
