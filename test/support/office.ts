import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether LibreOffice is there: tests that need it say that they are skipped where it is not. */
export const hasOffice: boolean = spawnSync('soffice', ['--version']).status === 0;

/** A file opened and saved again by LibreOffice in a format, as a person would. */
export function saveAs(name: string, bytes: Uint8Array, format: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'cops-office-'));
  try {
    writeFileSync(join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profil`;
    const out = join(folder, 'sortie');
    const ran = spawnSync(
      'soffice',
      [profile, '--headless', '--convert-to', format, '--outdir', out, join(folder, name)],
      {
        encoding: 'utf8',
        timeout: 120_000,
      },
    );
    const path = join(out, name.replace(/\.\w+$/, `.${format.split(':')[0]}`));
    if (!existsSync(path)) throw new Error(`soffice: ${ran.stdout}${ran.stderr}`);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
