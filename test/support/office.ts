import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether LibreOffice is there: tests that need it say that they are skipped where it is not. */
export const hasOffice: boolean = spawnSync('soffice', ['--version']).status === 0;

/** What a person in France leaves as it is when a table opens: UTF-8, `;`, decimal comma (the language 1036). */
export const FRENCH_CSV = 'CSV:59,34,76,1,,1036,false,false';

/** A file opened and saved again by LibreOffice in a format, as a person would; `opening` is how it is read. */
export function saveAs(name: string, bytes: Uint8Array, format: string, opening?: string): Uint8Array {
  const [saved] = convertAll(new Map([[name, bytes]]), format, opening).values();
  return saved as Uint8Array;
}

/** Many files in one run, by their names without an ending. */
export function convertAll(
  files: ReadonlyMap<string, Uint8Array>,
  format: string,
  opening?: string,
): Map<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'cops-office-'));
  try {
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profil`;
    const out = join(folder, 'sortie');
    const args = [
      ...[profile, '--headless', ...(opening ? [`--infilter=${opening}`] : [])],
      ...['--convert-to', format, '--outdir', out, ...[...files.keys()].map((name) => join(folder, name))],
    ];
    const ran = spawnSync('soffice', args, { encoding: 'utf8', timeout: 120_000 });
    return new Map(
      [...files.keys()].map((name) => {
        const own = name.replace(/\.\w+$/, '');
        const path = join(out, `${own}.${format.split(':')[0]}`);
        if (!existsSync(path)) throw new Error(`soffice: ${ran.stdout}${ran.stderr}`);
        return [own, readFileSync(path)];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
