import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeWorkspace, runCops } from '../support/run-cops.ts';

/** Invented persons and numbers. */
const DOCUMENT = `Atelier d’échanges de pratiques du 14 mars 2024

Présents : Dr Jean Fictif (CHU), Mme Marie Inventée, Paul Exemple
Excusés : Alix Fictive
Contact : marie.inventee@exemple.fr, 06 12 34 56 78
Coanimation : Camille Exemple (médecin)

Thème : La perte

Situation choisie

Le dossier 2 69 05 49 588 157 80 est perdu.

Synthèse

Un constat inventé.
`;
const SECRETS = /Jean Fictif|Marie Inventée|Paul|Alix|@exemple|06 12|588 157/;
const RECORD = 'records/ateliers/2024/2024-03-14-atelier-echanges-pratiques.md';

describe('lists of persons and personal data', () => {
  test('are left out, counted, and never repeated', async () => {
    const cwd = makeWorkspace({ 'a.txt': DOCUMENT });
    const { code, stdout, stderr } = await runCops(['import', 'a.txt'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${RECORD}\n` });
    expect(stderr).toContain(
      'Laissés de côté : 4 noms de personnes, 1 adresse électronique, 1 numéro de téléphone et 1 numéro de sécurité sociale.',
    );
    expect(stderr).not.toMatch(SECRETS);
    const text = readFileSync(join(cwd, RECORD), 'utf8');
    expect(text).not.toMatch(SECRETS);
    expect(text).toContain('nom: Camille Exemple');
    expect(text).toContain('Présents : [nom laissé de côté] (CHU), [noms laissés de côté]');
  });

  test('are not shown by --dry-run either, and the document is known again with or without them', async () => {
    const cwd = makeWorkspace({ 'a.txt': DOCUMENT });
    const { stdout, stderr } = await runCops(['import', '--dry-run', 'a.txt'], { cwd });
    expect(stdout + stderr).not.toMatch(SECRETS);
    await runCops(['import', 'a.txt'], { cwd });
    const again = await runCops(['import', '--garder-noms', 'a.txt'], { cwd });
    expect(again.stderr).toContain('Ce document a déjà été importé');
  });

  test('stay in an internal record with --garder-noms', async () => {
    const cwd = makeWorkspace({ 'a.txt': DOCUMENT });
    const { code, stderr } = await runCops(['import', '--garder-noms', 'a.txt'], { cwd });
    expect(code).toBe(0);
    expect(stderr).not.toContain('Laissés de côté');
    const text = readFileSync(join(cwd, RECORD), 'utf8');
    expect(text).toContain('Dr Jean Fictif');
    expect(text).toContain('06 12 34 56 78');
    expect(text).toContain('\ndiffusion: interne\n');
  });

  test('are not kept in a record that is shared', async () => {
    const cwd = makeWorkspace({ 'a.txt': DOCUMENT });
    const { code, stdout, stderr } = await runCops(
      ['import', '--garder-noms', '--set', 'diffusion=partageable', 'a.txt'],
      { cwd },
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--garder-noms garde des noms de personnes : la fiche reste interne.');
    expect(existsSync(join(cwd, RECORD))).toBe(false);
  });
});
