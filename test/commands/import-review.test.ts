import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeWorkspace } from '../support/run-cops.ts';
import { CTRL_C, DOWN, ENTER, ERASE, runAtTerminal } from '../support/run-terminal.ts';

const PROJET =
  'Projet inventé\n\nStructure : Maison Fictive (association)\n\nDébut : fin 2022\n\nObjectifs\n\nUn objectif inventé.\n';
const ARGV = ['import', 'p.txt', '--type', 'projet', '--review'];
const FILE = 'records/projets/un-autre-titre.md';

test('each value is shown beside its words, and kept, corrected or left out; then what is missing is asked', async () => {
  const cwd = makeWorkspace({ 'p.txt': PROJET });
  const { code, stdout, screen } = await runAtTerminal(ARGV, {
    cwd,
    answers: [
      ['Que faire de « titre » ?', DOWN, ENTER],
      ['Le titre du projet', ERASE, 'Un autre titre', ENTER],
      ['Que faire de « structure » ?', ENTER],
      ['Que faire de « debut » ?', DOWN, DOWN, ENTER],
      ['L’identifiant d’un PRS', ENTER],
      ['Ce dont un organisme', ENTER],
      ['L’organisme', ENTER],
      ['Où en est le projet', DOWN, DOWN, ENTER],
      ['La date de la convention', ENTER],
      ['Le nombre d’interventions', ENTER],
      ['La durée d’une intervention', ENTER],
      ['À qui', ENTER],
    ],
  });
  expect(code).toBe(0);
  expect(screen).toContain('debut : date 2022, fin 2022\n« fin 2022 » (ligne « Début : »)');
  expect(stdout).toContain(`${FILE}\n`);
  const text = readFileSync(join(cwd, FILE), 'utf8');
  expect(text).toContain('\ntitre: Un autre titre\n');
  expect(text).toContain('\nstructure: { nom: Maison Fictive, nature: association }\n');
  expect(text).not.toMatch(/^debut:/m);
  expect(text).toContain('\nstatut: en-cours\n');
  expect(text).toContain('<!-- source : Début : fin 2022 -->');
});

test('Ctrl-C leaves nothing behind', async () => {
  const cwd = makeWorkspace({ 'p.txt': PROJET });
  const { code, stderr } = await runAtTerminal(ARGV, { cwd, answers: [['Que faire de « titre » ?', CTRL_C]] });
  expect(code).toBe(130);
  expect(stderr).toContain('Abandonné : la fiche en cours n’a pas été écrite.');
  expect(existsSync(join(cwd, 'records/projets'))).toBe(false);
});
