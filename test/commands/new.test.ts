import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atelier } from '../support/fiches.ts';
import { makeFolder, makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';
import { CTRL_C, CTRL_D, DOWN, ENTER, ERASE, runAtTerminal, SPACE } from '../support/run-terminal.ts';

const REQUIRED = [
  '--titre',
  'Atelier fictif',
  '--date',
  '2022-03-14',
  '--sujet',
  'Un sujet',
  '--situation',
  'Une situation',
];
const FILE = 'records/ateliers/2022/2022-03-14-atelier-fictif.md';

function read(root: string, file = FILE): string {
  return readFileSync(join(root, file), 'utf8');
}

/** Every file under `records`, sorted. */
function listRecords(root: string): string[] {
  return readdirSync(join(root, 'records'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.[a-z]+$/.test(path))
    .sort();
}

describe('without a terminal', { timeout: 30_000 }, () => {
  test('options make a fiche that check accepts', async () => {
    const root = makeWorkspace();
    const ran = await runCops(['new', 'atelier', ...REQUIRED, '--prs', '2018-2022'], { cwd: root });
    expect(ran.stdout).toBe(`${FILE}\n`);
    expect(ran.stderr).toContain(
      'La clé « participants » sera nécessaire pour valider cette fiche : complétez-la d’ici là.',
    );
    expect(ran.stderr).toMatch(/La fiche est écrite : .* « cops check »\.\n$/);
    expect(ran.code).toBe(0);
    expect(read(root)).toMatch(
      /^---\n# Ceci est l’en-tête.*\ntype: atelier\ntitre: Atelier fictif\n# La date.*\ndate: 2022-03-14\n/s,
    );
    expect(read(root)).toContain('\n## Synthèse coconstruite\n');
    const checked = await runCops(['check'], { cwd: root });
    expect(checked.code).toBe(0);
    expect(checked.stdout).not.toContain('erreur');
  });

  test.each(['atelier', 'projet', 'theme', 'prs', 'contrat'])(
    'the template of %s gives a fiche without error',
    async (type) => {
      const root = makeWorkspace();
      const given: Record<string, string[]> = {
        atelier: REQUIRED,
        projet: ['--titre', 'Projet fictif'],
        theme: ['--titre', 'Thème fictif', '--definition', 'Une définition'],
        prs: ['--titre', 'PRS fictif', '--debut', '2029', '--fin', '2034'],
        contrat: ['--titre', 'Convention fictive', '--financeur', 'ARS', '--annee', '2022'],
      };
      const ran = await runCops(['new', type, ...(given[type] ?? [])], { cwd: root });
      expect(ran.stderr).toContain('La fiche est écrite');
      expect(ran.code).toBe(0);
      const text = read(root, ran.stdout.trim());
      expect(text).not.toMatch(/^[a-z_]+:\s*(""|'')?$/m);
      const checked = await runCops(['check'], { cwd: root });
      expect(checked.code).toBe(0);
      expect(checked.stdout.match(/\[(?!a-completer|date-sans-prs)[a-z-]+\]/g)).toBeNull();
    },
  );

  test('what is missing is named, and nothing is written', async () => {
    const root = makeWorkspace();
    const before = listRecords(root);
    const ran = await runCops(['new', 'atelier', '--date', '2022-03-14'], { cwd: root });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/^cops : Il manque --titre, --sujet et --situation\. /);
    expect(ran.stderr.split('\n')).toHaveLength(2);
    expect(listRecords(root)).toEqual(before);
  });

  test('dates are taken as people type them', async () => {
    const root = makeWorkspace();
    await runCops(['new', 'atelier', ...REQUIRED.with(3, '14 mars 2022')], { cwd: root });
    expect(read(root)).toContain('\ndate: 2022-03-14\n');
    const codage = ['--set', 'codage={etat: complet, le: 1er avril 2022}', '--id', '2022-03-14-autre'];
    await runCops(['new', 'atelier', ...REQUIRED.with(3, '14/03/2022'), ...codage], { cwd: root });
    const other = read(root, 'records/ateliers/2022/2022-03-14-autre.md');
    expect(other).toContain('\ndate: 2022-03-14\n');
    expect(other).toContain('\ncodage: { etat: complet, le: 2022-04-01 }\n');
  });

  test('--set takes lists, keys in keys, and texts that YAML would misread', async () => {
    const root = makeWorkspace();
    const set = [
      'titre=Projet : le lien #1',
      'structure={nom: "Asso, & fils", nature: association}',
      'convention.interventions_max=8',
      'convention.duree_intervention_h=1,5',
      'departements=31, 09',
      'cadres=[{prs: 2018-2022}]',
      'debut={date: 2022, texte: fin 2022}',
    ].flatMap((text) => ['--set', text]);
    const ran = await runCops(['new', 'projet', ...set], { cwd: root });
    expect(ran.stdout).toBe('records/projets/projet-le-lien-1.md\n');
    const text = read(root, 'records/projets/projet-le-lien-1.md');
    expect(text).toContain('\ntitre: "Projet : le lien #1"\n');
    expect(text).toContain('\nstructure: { nom: "Asso, & fils", nature: association }\n');
    expect(text).toContain('\nconvention: { interventions_max: 8, duree_intervention_h: 1.5 }\n');
    expect(text).toContain('\ndepartements: [ 31, "09" ]\n');
    expect(text).toContain('\ncadres:\n  - { prs: 2018-2022 }\n');
    expect(text).toContain('\ndebut: { date: 2022, texte: fin 2022 }\n');
  });

  test.each([
    [['--set', 'prs=2018-2023'], 'Le PRS « 2018-2023 » n’a pas de fiche ; le plus proche est « 2018-2022 ».'],
    [['--set', 'lieux=Toulouse'], 'La clé « lieux » n’existe pas ici ; la plus proche est « lieu ».'],
    [['--diffusion', 'public'], '« public » n’est pas une valeur de « diffusion »'],
    [['--set', 'participants=quatre'], 'il y faut une liste'],
    [['--set', 'coanimation=[{nom: Camille Fictive}]'], 'La clé « role » manque'],
    [['--set', 'type=projet'], 'la clé « type » dit autre chose'],
    [['--set', 'sans signe égal'], '--set attend « cle=valeur »'],
    [['--set', '=x'], '--set attend « cle=valeur »'],
    [['--set', 'titre=Un autre'], '« titre » est donné deux fois'],
    [['--titre', 'Un autre'], '« titre » est donné deux fois'],
    [['--id', '../../ailleurs'], 'L’identifiant « ../../ailleurs » ne convient pas'],
    [['--id', 'atelier'], 'son nom doit commencer par « 2022-03-14- »'],
    [['--set', '__proto__.x=1'], 'La clé « __proto__ » n’existe pas ici'],
    [['--json'], 'L’entrée standard est vide'],
    [['--strict', 'x'], 'L’option « --strict » n’existe pas ici'],
    [['--lieu'], 'L’option « --lieu <texte> » attend une valeur'],
    [['de trop'], 'Il y a plus de mots'],
  ])('%j is refused in French, and nothing is written', async (more, sentence) => {
    const root = makeWorkspace();
    const before = listRecords(root);
    const ran = await runCops(['new', 'atelier', ...REQUIRED, ...more], { cwd: root });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(sentence);
    expect(ran.stderr).not.toMatch(/\bat .*\.ts|error:/i);
    expect(listRecords(root)).toEqual(before);
  });

  test('all the errors of a fiche are told at once', async () => {
    const root = makeWorkspace();
    const ran = await runCops(['new', 'atelier', ...REQUIRED.with(3, 'hier'), '--prs', 'x', '--modalite', 'y'], {
      cwd: root,
    });
    expect(ran.code).toBe(2);
    expect(ran.stderr.match(/^ {2}- /gm)).toHaveLength(3);
  });

  test('a file that is there is never replaced, nor an id used twice', async () => {
    const root = makeWorkspace({ [FILE]: atelier() });
    const ran = await runCops(['new', 'atelier', ...REQUIRED], { cwd: root });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(`déjà celui de « ${FILE} »`);
    expect(ran.stderr).toContain('« 2022-03-14-atelier-fictif-2 »');
    expect(read(root)).toBe(atelier());
    const theme = await runCops(['new', 'projet', '--titre', 'Temps de consultation'], { cwd: root });
    expect(theme.code).toBe(2);
    expect(theme.stderr).toContain('déjà celui de « records/themes/temps-de-consultation.md »');
    const own = await runCops(['new', 'atelier', ...REQUIRED, '--id', '2022-03-14-le-mien'], { cwd: root });
    expect(own.stdout).toBe('records/ateliers/2022/2022-03-14-le-mien.md\n');
  });

  test('--dry-run shows the fiche and writes nothing', async () => {
    const root = makeWorkspace();
    const before = listRecords(root);
    const ran = await runCops(['new', 'atelier', ...REQUIRED, '--dry-run'], { cwd: root });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^---\n[\s\S]*\ntitre: Atelier fictif\n[\s\S]*\n---\n[\s\S]*## Synthèse coconstruite/);
    expect(ran.stderr).toContain(`Rien n’a été écrit ; la fiche serait « ${FILE} ».`);
    expect(listRecords(root)).toEqual(before);
    await runCops(['new', 'atelier', ...REQUIRED], { cwd: root });
    expect(read(root)).toBe(ran.stdout);
  });

  test('a title without a letter asks for an id', async () => {
    const ran = await runCops(['new', 'projet', '--titre', '🙂'], { cwd: makeWorkspace() });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('donnez-en un avec --id');
  });

  test('contact details are a warning, masked', async () => {
    const root = makeWorkspace();
    const ran = await runCops(['new', 'atelier', ...REQUIRED, '--lieu', 'chez camille@exemple.fr'], { cwd: root });
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain('[donnees-personnelles]');
    expect(ran.stderr).not.toContain('camille@exemple.fr');
  });

  test('a folder that is a file is told in French', async () => {
    const root = makeWorkspace({ 'records/projets': 'un fichier' });
    const ran = await runCops(['new', 'projet', '--titre', 'Projet fictif'], { cwd: root });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('un élément du chemin n’est pas un dossier');
  });

  test('outside a workspace, cops init is named', async () => {
    const ran = await runCops(['new', 'atelier', ...REQUIRED], { cwd: makeFolder() });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('« cops init »');
  });

  test('-C names the workspace, and the path is said from here', async () => {
    const root = makeWorkspace();
    const ran = await runCops(['new', 'atelier', ...REQUIRED, '-C', 'records'], { cwd: root });
    expect(ran.stdout).toBe(`${FILE}\n`);
    const below = await runCops(['new', 'projet', '--titre', 'Ici'], { cwd: join(root, 'records') });
    expect(below.stdout).toBe('projets/ici.md\n');
  });
});

describe('--json', { timeout: 30_000 }, () => {
  const keys = {
    titre: 'Atelier fictif',
    date: '14 mars 2022',
    sujet: 'Un sujet\nsur deux lignes',
    situation: 'Une situation',
    participants: [{ role: 'professionnel', effectif: 3 }],
    duree_min: 150,
    lieu: null,
    departements: [],
  };

  test('gives keys and body', async () => {
    const root = makeWorkspace();
    const corps =
      '## Situation choisie par le groupe\r\n\r\n## Synthèse coconstruite\r\n\r\n- → Une piste. #temps-de-consultation\r\n';
    const ran = await runCops(['new', 'atelier', '--json'], { cwd: root, stdin: JSON.stringify({ ...keys, corps }) });
    expect(ran.stderr).toContain('La fiche est écrite');
    expect(ran).toMatchObject({ code: 0, stdout: `${FILE}\n` });
    expect(read(root)).toContain('\nsujet: Un sujet sur deux lignes\n');
    expect(read(root)).toContain('\nparticipants:\n  - { role: professionnel, effectif: 3 }\n');
    expect(read(root)).toContain('\nduree_min: 150\n');
    expect(read(root)).not.toMatch(/^(lieu|departements):/m);
    expect(read(root)).toMatch(
      /---\n\n## Situation choisie par le groupe\n\n## Synthèse coconstruite\n\n- → Une piste\. #temps-de-consultation\n$/,
    );
  });

  test('options win over it', async () => {
    const root = makeWorkspace();
    await runCops(['new', 'atelier', '--json', '--sujet', 'Le mien'], { cwd: root, stdin: JSON.stringify(keys) });
    expect(read(root)).toContain('\nsujet: Le mien\n');
  });

  test.each([
    ['{', 'ne se lit pas comme du JSON'],
    ['[]', 'pas un objet'],
    ['"texte"', 'pas un objet'],
    ['{}', 'Il manque --titre, --date, --sujet et --situation'],
    [JSON.stringify({ ...keys, corps: 3 }), '« corps » doit être un texte'],
    [JSON.stringify({ ...keys, corps: 'a\u0000b' }), 'n’est pas du texte'],
    [JSON.stringify({ ...keys, corps: '## Synthèse\n\nUn #inconnu ici.' }), 'La fiche n’a pas été écrite.'],
    [JSON.stringify({ ...keys, corps: 'x'.repeat(1_100_000) }), 'son texte est trop long'],
    [JSON.stringify({ ...keys, titre: ['a'] }), 'Une liste ne convient pas à « titre »'],
    [`{"titre":${'['.repeat(500)}${']'.repeat(500)}}`, 'emboîte trop'],
    [`{"__proto__":{"titre":"x"}}`, 'Il manque --titre'],
  ])('%#: a bad input is refused in French', async (stdin, sentence) => {
    const root = makeWorkspace();
    const before = listRecords(root);
    const ran = await runCops(['new', 'atelier', '--json'], { cwd: root, stdin });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(sentence);
    expect(ran.stderr).not.toMatch(/\bat .*\.ts|SyntaxError|Unexpected/);
    expect(listRecords(root)).toEqual(before);
  });
});

describe('types and help', { timeout: 30_000 }, () => {
  test('--help of a type says its keys, in French only, even outside a workspace', async () => {
    const ran = await runCops(['new', 'atelier', '--help'], { cwd: makeFolder() });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    for (const option of [
      '--titre',
      '--date',
      '--sujet',
      '--situation',
      '--modalite',
      '--duree-min',
      '--set',
      '--json',
      '--id',
      '--dry-run',
      '-C',
    ])
      expect(ran.stdout).toContain(option);
    expect(ran.stdout).toMatch(/visioconference,\s+presentiel ou mixte/);
    expect(ran.stdout).not.toMatch(/\b(default|display|options? for|choices|Usage|Commands)\b/);
  });

  test('--help and a missing type list the types', async () => {
    const root = makeWorkspace();
    const help = await runCops(['new', '--help'], { cwd: root });
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const type of ['atelier', 'projet', 'theme', 'prs', 'contrat']) expect(help.stdout).toContain(`\n  ${type} `);
    const none = await runCops(['new'], { cwd: root });
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toBe(help.stdout);
  });

  test('an unknown type names the nearest', async () => {
    const ran = await runCops(['new', 'ateliers', '--titre', 'x'], { cwd: makeWorkspace() });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toBe(
      'cops : Le type « ateliers » n’existe pas ; le plus proche est « atelier » ; les types sont atelier, contrat, projet, prs, synthese et theme.\n',
    );
  });

  const reunion = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'reunion.schema.json',
    description: 'Une réunion d’équipe.',
    type: 'object',
    additionalProperties: false,
    required: ['type', 'titre', 'points'],
    properties: {
      type: { const: 'reunion' },
      titre: { type: 'string', minLength: 1, description: 'Le titre.' },
      points: { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1, description: 'Les points.' },
      utile: { type: 'boolean', description: 'Si elle fut utile.' },
      themes: { $ref: 'commun.schema.json#/$defs/themes' },
    },
    'x-cops': {
      dossier: 'reunions',
      fichier: '{titre}',
      requisSiValide: [],
      questions: ['titre', 'points', 'utile', 'themes'],
      sections: [{ titre: 'Décisions', mot: 'decisions', nature: 'constat' }],
    },
  };

  test('a type of the workspace’s own is written too, and asked for by its schema', async () => {
    const root = makeWorkspace({ 'schemas/reunion.schema.json': JSON.stringify(reunion) });
    const missing = await runCops(['new', 'reunion', '--titre', 'Lundi'], { cwd: root });
    expect(missing.stderr).toContain('Il manque --set points=…');
    const ran = await runCops(['new', 'reunion', '--titre', 'Lundi', '--set', 'points=[un, deux]', '--utile', 'oui'], {
      cwd: root,
    });
    expect(ran.stdout).toBe('records/reunions/lundi.md\n');
    expect(read(root, 'records/reunions/lundi.md')).toBe(
      '---\ntype: reunion\ntitre: Lundi\npoints: [ un, deux ]\nutile: true\n---\n\n## Décisions\n',
    );
    const asked = await runAtTerminal(['new', 'reunion'], {
      cwd: root,
      answers: [
        ['Le titre', 'Mardi', ENTER],
        ['Les points', ENTER],
        ['Il faut ici une réponse.', 'Un point', ENTER],
        ['Et encore ?', 'Un autre', ENTER],
        ['Et encore ?', ENTER],
        ['Si elle fut utile', DOWN, DOWN, ENTER],
        ['Thèmes déclarés', SPACE, DOWN, SPACE, ENTER],
      ],
    });
    expect(asked.code).toBe(0);
    expect(asked.screen).toContain('Espace pour choisir · Entrée pour valider');
    expect(asked.screen).not.toContain('virgules');
    expect(read(root, 'records/reunions/mardi.md')).toBe(
      '---\ntype: reunion\ntitre: Mardi\npoints:\n  - Un point\n  - Un autre\nutile: false\nthemes: [ conditions-de-travail-des-soignants, confiance-et-ecoute ]\n---\n\n## Décisions\n',
    );
  });

  test('a template of the workspace’s own wins', async () => {
    const root = makeWorkspace({
      'templates/projet.md':
        '---\ntype: projet\n# À nous.\ntitre:\nstatut: a-venir\n---\n\n## Objectifs\n\nÀ écrire.\n',
    });
    await runCops(['new', 'projet', '--titre', 'Le nôtre'], { cwd: root });
    expect(read(root, 'records/projets/le-notre.md')).toBe(
      '---\ntype: projet\n# À nous.\ntitre: Le nôtre\nstatut: a-venir\n---\n\n## Objectifs\n\nÀ écrire.\n',
    );
    writeFiles(root, { 'templates/projet.md': 'sans en-tête' });
    const faulty = await runCops(['new', 'projet', '--titre', 'Autre'], { cwd: root });
    expect(faulty.code).toBe(2);
    expect(faulty.stderr).toContain('Le gabarit « templates/projet.md » ne se lit pas.');
  });
});

describe('at a terminal', { timeout: 30_000 }, () => {
  const ROLES = 8;
  const none = Array.from({ length: ROLES - 1 }, (): [string, string] => [' :', ENTER]);

  test('questions make a whole atelier, each answer checked as check would', async () => {
    const root = makeWorkspace();
    const ran = await runAtTerminal(['new', 'atelier'], {
      cwd: root,
      answers: [
        ['Le jour de l’atelier', '31 février 2022', ENTER],
        ['n’est pas une date du calendrier', ERASE, '31 mai 2022', ENTER],
        ['(Atelier d’échanges de pratiques du 31 mai 2022)', ENTER],
        ['Le sujet proposé', ENTER],
        ['Il faut ici une réponse.', 'Le lien : soins', ENTER],
        ['La situation', 'Une situation', ENTER],
        ['professionnel :', 'quatre', ENTER],
        ['il y faut un nombre entier', ERASE, '4', ENTER],
        ...none,
        ['Prénom et nom', 'Camille Fictive', ENTER],
        ['Sa qualité', 'médecin', ENTER],
        ['Son rôle', ENTER],
        ['Prénom et nom', 'Dominique Inventé', ENTER],
        ['Sa qualité', ENTER],
        ['Son rôle', DOWN, ENTER],
        ['Le PRS', ENTER],
        ['Comment le groupe', DOWN, ENTER],
        ['Les départements', '31, 99', ENTER],
        ['« 99 » ne convient pas', ERASE, '31, 09', ENTER],
      ],
    });
    expect(ran.code).toBe(0);
    const file = 'records/ateliers/2022/2022-05-31-atelier-echanges-pratiques.md';
    expect(ran.screen.trimEnd().endsWith(file)).toBe(true);
    expect(ran.stderr).toContain('La fiche est écrite');
    const header = read(root, file)
      .split('---\n')[1]
      ?.replace(/^#.*\n/gm, '');
    expect(header).toBe(
      `type: atelier
titre: Atelier d’échanges de pratiques du 31 mai 2022
date: 2022-05-31
sujet: "Le lien : soins"
situation: Une situation
participants:
  - { role: professionnel, effectif: 4 }
coanimation:
  - { nom: Camille Fictive, qualite: médecin, role: professionnel }
  - { nom: Dominique Inventé, role: patient-partenaire-ressource }
prs: 2018-2022
modalite: visioconference
departements: [ 31, "09" ]
diffusion: interne
validation: brouillon
codage: { etat: non-lu }
`,
    );
    expect(ran.screen).not.toMatch(
      /\b(navigate|select|submit|invert|space|all|yes|press|value|must|invalid|provide)\b/i,
    );
  });

  test('what options gave is not asked again', async () => {
    const root = makeWorkspace();
    const given = [
      ...REQUIRED,
      '--set',
      'participants=[{role: autre, effectif: 1}]',
      '--set',
      'coanimation=[{nom: A, role: autre}]',
    ];
    const ran = await runAtTerminal(['new', 'atelier', ...given, '--prs', '2018-2022', '--modalite', 'mixte'], {
      cwd: root,
      answers: [['Les départements', ENTER]],
    });
    expect(ran.code).toBe(0);
    expect(ran.screen).not.toContain('Le sujet');
    expect(existsSync(join(root, FILE))).toBe(true);
  });

  test('a bad option is told before the first question', async () => {
    const ran = await runAtTerminal(['new', 'atelier', '--date', 'hier'], { cwd: makeWorkspace(), answers: [] });
    expect(ran).toMatchObject({ code: 2, screen: '' });
    expect(ran.stderr).toContain('« hier » n’est pas une date');
  });

  test('a name that is taken is asked for anew', async () => {
    const root = makeWorkspace();
    const ran = await runAtTerminal(['new', 'theme', '--titre', 'Temps de consultation', '--definition', 'x'], {
      cwd: root,
      answers: [
        ['Ce qui en relève', ENTER],
        ['Ce qui n’en relève pas', ENTER],
        ['Des tournures', ENTER],
        ['Une fiche porte déjà ce nom', 'Pas Bon', ENTER],
        ['L’identifiant « Pas Bon » ne convient pas', ERASE, 'temps-autre', ENTER],
      ],
    });
    expect(ran.code).toBe(0);
    expect(read(root, 'records/themes/temps-autre.md')).toContain('titre: Temps de consultation\n');
  });

  test('a projet is asked key by key, its priority among those of the PRS chosen', async () => {
    const root = makeWorkspace();
    const ran = await runAtTerminal(['new', 'projet'], {
      cwd: root,
      answers: [
        ['Le titre du projet', 'Projet fictif', ENTER],
        ['Le nom de la structure', 'Structure Fictive', ENTER],
        ['Ce qu’elle est', ENTER],
        ['L’identifiant d’un PRS', DOWN, ENTER],
        ['L’identifiant d’une priorité', DOWN, ENTER],
        ['Ce dont un organisme', ENTER],
        ['L’organisme', ENTER],
        ['En ajouter un autre ? (o/N)', 'peut-être', ENTER],
        ['Répondez par « oui » ou « non »', ERASE, 'n', ENTER],
        ['Le début', '2022', ENTER],
        ['Où en est', DOWN, DOWN, ENTER],
        ['La date de la convention', ENTER],
        ['au plus', '8', ENTER],
        ['La durée', '2,5', ENTER],
        ['À qui', ENTER],
      ],
    });
    expect(ran.code).toBe(0);
    const text = read(root, 'records/projets/projet-fictif.md');
    expect(text).toContain('\ncadres:\n  - { prs: 2018-2022, priorite: partenariat-soignant-soigne }\n');
    expect(text).toContain('\nstructure: { nom: Structure Fictive }\n');
    expect(text).toContain('\nstatut: en-cours\n');
    expect(text).toContain('\nconvention: { interventions_max: 8, duree_intervention_h: 2.5 }\n');
  });

  test('without a type, it is asked for', async () => {
    const root = makeWorkspace();
    const ran = await runAtTerminal(['new'], {
      cwd: root,
      answers: [
        ['Quelle fiche', DOWN, DOWN, ENTER],
        ['Le titre du projet', CTRL_C],
      ],
    });
    expect(ran.code).toBe(130);
  });

  test.each([
    ['Ctrl-C', CTRL_C],
    ['Ctrl-D', CTRL_D],
  ])('%s leaves nothing behind', async (_, key) => {
    const root = makeWorkspace();
    const before = listRecords(root);
    const ran = await runAtTerminal(['new', 'atelier', '--date', '2022-03-14'], {
      cwd: root,
      answers: [
        ['Le titre', ENTER],
        ['Le sujet', key],
      ],
    });
    expect(ran.code).toBe(130);
    expect(ran.stderr).toBe('Abandonné : rien n’a été écrit.\n');
    expect(listRecords(root)).toEqual(before);
  });

  test('a terminal that cannot move its cursor is asked nothing', async () => {
    const ran = await runAtTerminal(['new', 'atelier'], { cwd: makeWorkspace(), answers: [], env: { TERM: 'dumb' } });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('Il manque --titre');
  });

  test('--json refuses to wait for a keyboard', async () => {
    const ran = await runAtTerminal(['new', 'atelier', '--json'], { cwd: makeWorkspace(), answers: [] });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('--json lit l’entrée standard');
  });

  test('no colour where NO_COLOR says so', async () => {
    const ran = await runAtTerminal(['new', 'theme'], {
      cwd: makeWorkspace(),
      answers: [['Le nom du thème', CTRL_C]],
      env: { NO_COLOR: '1' },
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
    expect(ran.stdout).not.toMatch(/\u001b\[[0-9;]*m/);
  });
});
