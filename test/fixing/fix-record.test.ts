import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDraft } from '../../src/checks/check-draft.ts';
import { fixRecord } from '../../src/fixing/fix-record.ts';
import { splitLines } from '../../src/fixing/splice.ts';
import { atelier, projet } from '../support/fiches.ts';
import { makeWorld } from '../support/world.ts';

const ATELIER = 'records/ateliers/2022/2022-03-14-essai.md';
const PROJET = 'records/projets/essai.md';
const world = makeWorld();

/** The lines of a text that a fix changes, as they were and as they are. */
function changes(file: string, text: string): string[] {
  const { done } = fixRecord(file, text, world);
  return done.flatMap((one) => one.changes.map(({ before, after }) => `${before} ⇒ ${after ?? '∅'}`));
}

function inHeader(line: string): string[] {
  return changes(ATELIER, atelier({ header: line }));
}

function inBody(line: string): string[] {
  return changes(ATELIER, atelier({ body: `## Situation\n\n## Synthèse\n\n${line}\n` }));
}

describe('a value that its punctuation breaks is put between quotation marks', () => {
  test.each([
    ['titre: Atelier : le partenariat', 'titre: "Atelier : le partenariat"'],
    ['titre: Atelier : le partenariat   # à relire', 'titre: "Atelier : le partenariat"   # à relire'],
    ['titre: Atelier\u00a0: le lien', 'titre: "Atelier\u00a0: le lien"'],
    ['titre: Atelier: le lien', 'titre: "Atelier: le lien"'],
    ['titre: "Atelier" du 14 mars', `titre: '"Atelier" du 14 mars'`],
    ['titre: "Atelier du 14 mars', 'titre: "Atelier du 14 mars"'],
    ["titre: 'Atelier d'échanges'", `titre: "Atelier d'échanges"`],
    ['titre: @telier', 'titre: "@telier"'],
    ['titre: *Atelier* inventé', 'titre: "*Atelier* inventé"'],
    ['titre: [bis] Atelier', 'titre: "[bis] Atelier"'],
    ['titre: & compagnie', 'titre: "& compagnie"'],
  ])('%s', (before, after) => {
    expect(inHeader(before)).toEqual([`${before} ⇒ ${after}`]);
  });
});

describe('a header that does not read otherwise is left where two readings are possible', () => {
  test.each([
    ['two keys on one line', 'lieu: Toulouse modalite: mixte'],
    ['what may be a comment behind a hash', 'titre: Atelier : le lien #territoire'],
    ['a value cut by a hash', 'titre: Le partenariat #territoire'],
    ['quotation marks that may close anywhere', 'titre: "Atelier" et "lien"'],
    ['an apostrophe that opens and does not close', "titre: 'Atelier d'échanges"],
    ['a reference of YAML', 'titre: *atelier'],
    ['a bar behind a backslash', 'titre: "Atelier \\d"'],
    ['quotation marks of a text that goes on below', 'situation: "Une situation\n  inventée\nlieu: Foix'],
    ['a colon in a text that goes on below', 'situation: Une : situation\n  inventée'],
    ['a key written twice', 'titre: a\nlieu: b\nlieu: b'],
    ['a set of keys that are not between braces', 'codage: etat: complet'],
    ['a dash behind a key', 'titre: - Atelier'],
    ['an unclosed list', 'themes: [perennisation'],
    ['an address', 'https://exemple.fr'],
  ])('%s', (_, line) => {
    expect(inHeader(line)).toEqual([]);
  });
});

test('a text that goes on below, at the margin, is left too', () => {
  const text = atelier().replace('situation: Une situation', 'situation: "Une\nsituation');
  expect(text).toContain('"Une\nsituation inventée\n');
  expect(changes(ATELIER, text)).toEqual([]);
});

describe('the form of a header is mended', () => {
  test('a key that touches its value is parted from it', () => {
    expect(inHeader('titre:Atelier inventé')).toEqual(['titre:Atelier inventé ⇒ titre: Atelier inventé']);
    expect(inHeader('inconnue:Atelier')).toEqual([]);
  });

  test('tabs become spaces where nothing else indents the header', () => {
    const tabs = projet({ header: 'cadres:\n\t- prs: 2018-2022\n\t\tpriorite: partenariat-soignant-soigne' });
    expect(changes(PROJET, tabs)).toEqual([
      '\t- prs: 2018-2022 ⇒   - prs: 2018-2022',
      '\t\tpriorite: partenariat-soignant-soigne ⇒     priorite: partenariat-soignant-soigne',
    ]);
    expect(
      changes(PROJET, projet({ header: 'cadres:\n\t- prs: 2018-2022\nsuites:\n  - { objet: a, etat: fait }' })),
    ).toEqual([]);
  });

  test('blank lines above it go, where what follows is a header', () => {
    expect(fixRecord(PROJET, `\n\n${projet()}`, world).text).toBe(projet());
    expect(changes(PROJET, '\n---\n\nUn texte inventé.\n')).toEqual([]);
  });
});

describe('a value that can be one alone takes its form', () => {
  test.each([
    ['diffusion: Partageable', 'diffusion: partageable'],
    ["diffusion: 'Partageable' # relire", "diffusion: 'partageable' # relire"],
    ['type: Atelier', 'type: atelier'],
    ['modalite: "Présentiel"', 'modalite: "presentiel"'],
    ['date: 14/03/2022', 'date: 2022-03-14'],
    ['date: "14 mars 2022"', 'date: "2022-03-14"'],
    ['codage: { etat: complet, le: 31.05.2022 }', 'codage: { etat: complet, le: 2022-05-31 }'],
    ['prs: "2018-2022 "', 'prs: "2018-2022"'],
    ['departements: [31, 9]', 'departements: [31, "09"]'],
    ["departements: ['9', 2a]", "departements: ['09', 2A]"],
    ['Lieu: Toulouse', 'lieu: Toulouse'],
    ['durée min: 150', 'duree_min: 150'],
    ['departements: [31 , 31 , 31]', 'departements: [31]'],
    ['departements: [31, 34, 31]', 'departements: [31, 34]'],
    ['departements:\n  - 31\n  - 31 ', 'departements:\n  - 31'],
  ])('%s', (before, after) => {
    expect(fixRecord(ATELIER, atelier({ header: before }), world).text).toBe(atelier({ header: after }));
  });

  test('consent said in French', () => {
    const who = (said: string) =>
      `coanimation:\n  - { nom: A, role: professionnel, accord_publication: ${said} }\n  - { nom: B, role: patient-partenaire-formateur }`;
    expect(fixRecord(ATELIER, atelier({ header: who('Oui') }), world).text).toBe(atelier({ header: who('true') }));
    expect(fixRecord(ATELIER, atelier({ header: who('non') }), world).text).toBe(atelier({ header: who('false') }));
    expect(inHeader(who('peut-être'))).toEqual([]);
  });

  test('a decimal comma', () => {
    expect(changes(PROJET, projet({ header: 'convention:\n  duree_intervention_h: 2,5' }))).toEqual([
      '  duree_intervention_h: 2,5 ⇒   duree_intervention_h: 2.5',
    ]);
  });

  test.each([
    ['the nearest value', 'diffusion: partagable'],
    ['a date that is in May for some and in June for others', 'codage: { etat: complet, le: 05/06/2022 }'],
    ['a date that is not that of the file name', 'date: 31/05/2022'],
    ['a theme that is not in the grille', 'themes: [Thème Inventé]'],
    ['a key that stands there already', 'Titre: Un autre titre'],
    ['an item with a comment of its own', 'departements:\n  - 31\n  - 31 # deux fois'],
    ['an empty key', 'lieu:'],
    ['a number in letters', 'duree_min: cent cinquante'],
  ])('but not %s', (_, line) => {
    expect(inHeader(line)).toEqual([]);
  });

  test('a key with a capital lets its value be mended too', () => {
    const text = atelier({ header: 'date: ABSENT\ndiffusion: ABSENT\nDate: 14/03/2022\nDiffusion: Partageable' });
    const fixed = fixRecord(ATELIER, text, world);
    expect(fixed.draft.faults).toEqual([]);
    expect(fixed.text).toContain('\ndate: 2022-03-14\ndiffusion: partageable\n');
  });
});

describe('a hashtag at the end of a passage', () => {
  test.each([
    ['Un constat. #Temps-de-Consultation', 'Un constat. #temps-de-consultation'],
    ['Un constat. #pérennisation <!-- extrait -->', 'Un constat. #perennisation <!-- extrait -->'],
    ['Un constat. <!-- pas #Perennisation -->', 'Un constat. <!-- pas #perennisation -->'],
    ['Le temps manque.#perennisation', 'Le temps manque. #perennisation'],
    ['Le temps manque#perennisation #temps-de-consultation', 'Le temps manque #perennisation #temps-de-consultation'],
    ['« Le temps manque. »#perennisation ^p1', '« Le temps manque. » #perennisation ^p1'],
    ['Le temps manque. # perennisation', 'Le temps manque. #perennisation'],
  ])('%s', (before, after) => {
    expect(inBody(before)).toEqual([`${before} ⇒ ${after}`]);
  });

  test.each([
    ['in a sentence', 'Le temps#perennisation manque.'],
    ['with a letter too few', 'Un constat. #perenisation'],
    ['in an address', 'Voir exemple.fr#perennisation'],
    ['in an address with its scheme', 'Voir https://exemple.fr/page#perennisation'],
    ['in code', 'Écrire `le temps#perennisation`'],
    ['in a link', 'Voir [le temps#perennisation](exemple)'],
    ['on a line that is not the last', 'Le temps manque.#perennisation\nEt encore un mot.'],
  ])('is left %s', (_, line) => {
    expect(inBody(line)).toEqual([]);
  });
});

describe('what does not hold is undone', () => {
  test('where another fault would come, and that is said', () => {
    const text = atelier({ header: 'date: 31/05/2022\nmodalite: Mixte' });
    const { done, refused, text: fixed } = fixRecord(ATELIER, text, world);
    expect(fixed).toBe(text.replace('Mixte', 'mixte'));
    expect(done.map(({ title }) => title)).toEqual(['« Mixte » devient « mixte »']);
    expect(refused.map(({ line, title }) => [line, title])).toEqual([[4, '« 31/05/2022 » devient « 2022-05-31 »']]);
  });

  test('and what reads again may have other faults, which are not of its making', () => {
    const text = atelier({ header: 'titre: Atelier : le lien\nmodalite: à distance' });
    const { draft, text: fixed } = fixRecord(ATELIER, text, world);
    expect(fixed).toContain('titre: "Atelier : le lien"\n');
    expect(draft.faults.map(({ code }) => code)).toEqual(['valeur-hors-liste']);
  });
});

test('line ends and a byte order mark stay as they were', () => {
  const text = `\uFEFF${atelier({ header: 'titre: Atelier : le lien\nmodalite: Mixte\ndepartements:\n  - 31\n  - 31' })}`;
  const crlf = text.replaceAll('\n', '\r\n');
  const fixed = fixRecord(ATELIER, crlf, world).text;
  expect(fixed).toBe(fixRecord(ATELIER, text, world).text.replaceAll('\n', '\r\n'));
  expect(fixed.startsWith('\uFEFF---\r\n')).toBe(true);
  expect(fixed).toContain('departements:\r\n  - 31\r\n');
});

test('thousands of faults are mended in good time', () => {
  const text = atelier({ body: `## Situation\n\n## Synthèse\n\n${'- Un constat. #Perennisation\n'.repeat(2000)}` });
  const start = performance.now();
  expect(fixRecord(ATELIER, text, world).done).toHaveLength(2000);
  expect(performance.now() - start).toBeLessThan(5000);
});

describe('whatever faults a record has', () => {
  const header = fc.constantFrom(
    'titre: Atelier : le lien',
    'titre: "Atelier" du 14 mars',
    "titre: 'l'atelier'",
    'titre:Atelier',
    'Titre: Atelier # relire',
    'date: 14/03/2022',
    'date: 14 mars 2022',
    'date: 31/05/2022',
    'Date: 5/6/2022',
    'diffusion: Partageable # relire',
    'Diffusion : "Interne"',
    'validation: Validé',
    'departements: [9, 09, "31", 31]',
    'departements:\n\t- 9\n\t- 09',
    'themes: [Pérennisation, perennisation]',
    'themes: [absent, Absent]',
    'lieu: *Toulouse* #ville',
    'lieu:',
    'codage: { Etat: Complet, le: 31/05/2022 }',
    'coanimation:\n  - { nom: A : B, Rôle: Professionnel }',
    'prs: PRS 2018-2022',
    'suites:\n  - { objet: a, etat: En cours, piste: ^p1 }',
    '# un commentaire',
    '  mal: aligné',
  );
  const body = fc.constantFrom(
    '- Un constat. #Perennisation',
    '- Un constat.#perennisation ^p1',
    '- Un constat. # perennisation',
    '- Un #Temps-de-Consultation mal placé.',
    '- Un constat. #perenisation <!-- pas #Pérennisation -->',
    'Voir exemple.fr#perennisation',
    '<!-- mémo : #Perennisation',
    '## Synthèse',
  );
  const ends = fc.constantFrom('\n', '\r\n');
  const text = fc
    .tuple(fc.array(header, { maxLength: 6 }), fc.array(body, { maxLength: 5 }), ends)
    .map(([keys, passages, end]) => {
      const lines = ['---', 'type: atelier', ...keys.flatMap((key) => key.split('\n')), '---', '', ...passages, ''];
      return lines.join(end);
    });

  test('mending twice is mending once, and no line is added', () => {
    fc.assert(
      fc.property(text, (written) => {
        const once = fixRecord(ATELIER, written, world);
        const twice = fixRecord(ATELIER, once.text, world);
        expect(twice.text).toBe(once.text);
        expect(twice.done).toEqual([]);
        expect(splitLines(once.text).length).toBeLessThanOrEqual(splitLines(written).length);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test('all else is what it was, and comments stay', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { text: fixed, done } = fixRecord(ATELIER, written, world);
        const changed = new Set(done.flatMap((one) => one.changes.map(({ line }) => line)));
        const gone = done.flatMap((one) => one.changes).filter(({ after }) => after === undefined).length;
        const before = splitLines(written);
        const after = splitLines(fixed);
        expect(after).toHaveLength(before.length - gone);
        if (gone === 0)
          for (const [index, line] of before.entries()) if (!changed.has(index + 1)) expect(after[index]).toBe(line);
        const comments = (text: string) => text.match(/# relire|# un commentaire|#ville|<!-- mémo/g) ?? [];
        expect(comments(fixed)).toEqual(comments(written));
        expect(fixed.match(/\r\n|\n/g)?.every((end) => written.includes(end))).toBe(true);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test('a record that was read has no more errors than before, and one that was not has no error of syntax more', () => {
    const count = (written: string, isCounted: (code: string) => boolean) =>
      checkDraft(ATELIER, written, world).faults.filter(({ severity, code }) => severity === 'error' && isCounted(code))
        .length;
    const isSyntax = (code: string) => code === 'yaml-syntaxe' || code === 'yaml-renvoi' || code.startsWith('entete');
    fc.assert(
      fc.property(text, (written) => {
        const { text: fixed, done } = fixRecord(ATELIER, written, world);
        expect(count(fixed, isSyntax)).toBeLessThanOrEqual(count(written, isSyntax));
        if (
          count(written, isSyntax) === 0 &&
          !done.some(({ title }) => /^« [A-Z]\S* » devient « [a-z]+ »$/.test(title))
        )
          expect(count(fixed, () => true)).toBeLessThanOrEqual(count(written, () => true));
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
