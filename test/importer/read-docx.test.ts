import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readSource } from '../../src/importer/read-source.ts';
import { UsageError } from '../../src/usage-error.ts';
import { readAsMarkdown } from '../support/source-markdown.ts';
import { makeDocx, p, r, table } from '../support/word-file.ts';

const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
const read = (body: string, parts?: Record<string, string>) => readAsMarkdown(makeDocx(body, parts), 'essai.docx');

test('styles make headings, one of the centre’s own too; a bold line stays a bold line', async () => {
  const { text, warnings } = await read(
    [
      p(r('Atelier inventé'), style('Titre')),
      p(r('Situation'), style('TitreDuCentre')),
      p(r('Niveau donné à la main'), '<w:outlineLvl w:val="2"/>'),
      p(r('Enjeux', '<w:b/>')),
      p(r('Une citation.'), style('Citation')),
    ].join(''),
  );
  expect(text.split('\n\n')).toEqual([
    '# Atelier inventé',
    '## Situation',
    '### Niveau donné à la main',
    '**Enjeux**',
    '> Une citation.',
  ]);
  expect(warnings).toEqual([]);
});

test('paragraphs of a cell are kept apart, and merged cells are said', async () => {
  const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p(r('Informations'))}</w:tc>`;
  const { text, warnings } = await read(
    table([[wide], [p(r('Participants')), p(r('4 professionnels du système de santé')) + p(r('3 patients'))]]),
  );
  expect(text.split('\n').at(-1)).toBe('| Participants | 4 professionnels du système de santé / 3 patients |');
  expect(warnings).toEqual([
    '1 cellule fusionnée a été dédoublée : le texte est dans la première, les autres sont vides.',
  ]);
});

test('tracked changes are accepted, each deletion named with its words', async () => {
  const { text, warnings } = await read(
    p(
      r('Avant ') +
        `<w:ins w:id="1" w:author="X">${r('ajouté ')}</w:ins>` +
        '<w:del w:id="2"><w:r><w:delText xml:space="preserve">ôté </w:delText></w:r></w:del>' +
        '<w:del w:id="3"><w:r><w:rPr><w:b/></w:rPr><w:delText>aussi</w:delText></w:r></w:del>' +
        `<w:moveFrom w:id="4">${r('déplacé')}</w:moveFrom>` +
        r('après.'),
    ) + p(`<w:moveTo w:id="5">${r('déplacé')}</w:moveTo>`),
  );
  expect(text).toBe('Avant ajouté après.\n\ndéplacé');
  expect(warnings).toEqual([
    '1 insertion suivie a été acceptée.',
    '1 déplacement suivi a été accepté.',
    'Suppression suivie, acceptée : « ôté aussi » n’est pas repris.',
  ]);
});

test('a comment becomes a memo behind its paragraph, or below its table', async () => {
  const call = (id: number) => `<w:r><w:commentReference w:id="${id}"/></w:r>`;
  const { text, warnings } = await read(
    p(r('Un passage.') + call(0)) + table([[p(r('Cellule') + call(1)), p(r('Autre'))]]) + p(r('Fin.')),
    {
      comments:
        `<w:comment w:id="0" w:initials="AP" w:date="2022-06-02T10:00:00Z" w:author="Personne inventée">${p(r('à revoir --> oui'))}</w:comment>` +
        `<w:comment w:id="1" w:author="Anne Inventée">${p(r('combien ?'))}</w:comment>` +
        `<w:comment w:id="2" w:author="Z">${p(r('sans place'))}</w:comment>`,
    },
  );
  expect(text).toContain('Un passage. <!-- mémo (AP, 2022-06-02) : à revoir –› oui -->');
  expect(text).toMatch(/\|\n\n<!-- mémo \(AI\) : combien \? -->\n\nFin\./);
  expect(text).not.toContain('Anne Inventée');
  expect(warnings).toEqual([
    '2 commentaires de relecture sont gardés en mémo, que les synthèses ne montrent pas.',
    'Ce commentaire de relecture n’a pas trouvé sa place : « mémo (Z) : sans place ».',
  ]);
});

test('notes stay notes', async () => {
  const { text } = await read(p(r('Un mot') + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(' et la suite.')), {
    footnotes: `<w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r(' La note.')}`)}${p(r('Sa suite.'))}</w:footnote>`,
  });
  expect(text).toBe('Un mot[^1] et la suite.\n\n[^1]: La note.\n\n    Sa suite.');
});

test('lists, typed bullets and numbers are lists; arrows stay at the head of their paragraph', async () => {
  const item = (id: number, text: string) =>
    p(r(text), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`);
  const arrow = '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>';
  const { text } = await read(
    item(1, 'un') +
      item(1, 'deux') +
      item(2, 'premier') +
      p(r('– à la main,')) +
      p(r('– encore.')) +
      p(arrow + r(' Une piste')) +
      p(r('-> Une autre')),
  );
  expect(text).toBe('- un\n- deux\n\n1. premier\n\n- à la main,\n- encore.\n\n→ Une piste\n\n-> Une autre');
});

test('words of boxes, fields and formulas are kept; tabs part cells', async () => {
  const box = (kind: string) => `<w:txbxContent>${p(r(kind))}</w:txbxContent>`;
  const { text, warnings } = await read(
    p(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('Dans la zone')}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('Dans la zone')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>` +
        r('Autour.'),
    ) +
      p(`<w:fldSimple w:instr="DATE">${r('31 mai 2022')}</w:fldSimple>`) +
      p('<m:oMath><m:r><m:t>n=8</m:t></m:r></m:oMath>') +
      p('<w:r><w:t>Thème</w:t><w:tab/><w:t>Participants</w:t></w:r>'),
  );
  expect(text).toBe('Autour.\n\nDans la zone\n\n31 mai 2022\n\nn=8\n\nThème\tParticipants');
  expect(warnings).toEqual([
    '1 zone de texte est reprise sous le paragraphe auquel elle est attachée.',
    '1 formule est écrite signe après signe : relisez-la.',
  ]);
});

test('fields of a form that nobody filled in are said, the others are read', async () => {
  const field = (text: string, more = '') =>
    `<w:sdt><w:sdtPr>${more}</w:sdtPr><w:sdtContent>${p(r(text))}</w:sdtContent></w:sdt>`;
  const { text, warnings } = await read(field('Écrivez ici', '<w:showingPlcHdr/>') + field('Maladies rares'));
  expect(text).toBe('Maladies rares');
  expect(warnings).toEqual(['1 champ de formulaire n’est pas rempli : « Écrivez ici ».']);
});

test('pictures, headers of pages, contents, hidden letters and macros are named', async () => {
  const picture =
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="i" descr="photo du groupe"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="image"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
  const bytes = makeDocx(
    p(r('Situation 2'), style('TM1')) + p(r('Avant l’image') + picture) + p(r('caché', '<w:vanish/>')),
    { header1: p(r('Centre inventé, confidentiel')) },
  );
  const macros = zipSync({ ...unzipSync(bytes), 'word/vbaProject.bin': strToU8('x') });
  const { text, warnings } = await readAsMarkdown(macros, 'essai.docm');
  expect(text).toBe('Avant l’image\n\ncaché');
  expect(warnings).toEqual([
    'Du texte masqué a été repris : « caché ».',
    'Le sommaire n’a pas été repris : « Situation 2 ».',
    'L’en-tête des pages n’a pas été repris : « Centre inventé, confidentiel ».',
    'Ce document contient des macros : elles n’ont été ni lues ni exécutées.',
    '1 image n’a pas été reprise, après « Avant l’image » ; elle est décrite ainsi : « photo du groupe ».',
  ]);
});

test('letters that another encoding spoilt are mended, and said', async () => {
  const { text, warnings } = await read(p(r('L’idÃ©e dâ€™une pause et un cÅ“ur')));
  expect(text).toBe('L’idée d’une pause et un cœur');
  expect(warnings).toEqual([
    '3 mots étaient abîmés par un mauvais encodage et ont été rétablis : « L’idÃ©e », « dâ€™une », « cÅ“ur ».',
  ]);
});

test('French is never taken for spoilt letters', async () => {
  const { text, warnings } = await read(p(r('Il a « dévié\u00a0». « À… » et CHÂTEAU, « allâ\u00a0», Ç© et é€\u00a0»')));
  expect(warnings).toEqual([]);
  expect(text).toContain('Il a « dévié\u00a0».');
});

test('words that no reader expects are said at the end', async () => {
  const { warnings } = await read(p(r('Lu.')) + `<w:inconnu>${p(r('oublié partout'))}</w:inconnu>`);
  expect(warnings).toEqual([
    'Ces mots n’ont pas trouvé leur place dans le texte, et ne sont plus qu’ici : « oublié partout ».',
  ]);
});

test.each([
  [
    'entities',
    { 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document>&a;</w:document>') },
    /déclare des entités XML/,
  ],
  [
    'a bomb',
    { 'word/document.xml': new Uint8Array(100 * 1024 * 1024) },
    /^Ce document ne peut pas être ouvert sans risque : une fois décompressé/,
  ],
  [
    'too many elements',
    unzipSync(makeDocx('<w:p/>'.repeat(260_000))),
    /^Ce document est trop long pour être un compte rendu/,
  ],
  [
    'parts too deep',
    unzipSync(makeDocx(`${'<w:sdt>'.repeat(50_000)}${'</w:sdt>'.repeat(50_000)}`)),
    /imbriquées plus profond/,
  ],
  [
    'no text',
    { 'word/styles.xml': strToU8('<w:styles/>'), '[Content_Types].xml': strToU8('<Types/>') },
    /est incomplet : son texte n’y est pas/,
  ],
  ['an empty body', unzipSync(makeDocx(p(''))), /^Aucun mot n’a été trouvé/],
])('a file with %s is refused by a sentence', async (_, files, sentence) => {
  const bytes = zipSync(files as never);
  const fault = await readSource(bytes, 'essai.docx').catch((error) => error);
  expect(fault).toBeInstanceOf(UsageError);
  expect(fault.message).toMatch(sentence);
});

test('a truncated file, or one with a foreign inside, is refused by a sentence', async () => {
  const bytes = makeDocx(p(r('Bonjour')));
  for (const length of [3, 30, 200, bytes.length - 30])
    await expect(readSource(bytes.subarray(0, length), 'essai.docx')).rejects.toThrow(UsageError);
});

test('paths that leave the archive are only names', async () => {
  const evil = zipSync({
    ...unzipSync(makeDocx(p(r('Bonjour')))),
    '../../etc/passwd': strToU8('x'),
    '/word/evil.xml': strToU8('<x/>'),
  });
  expect((await readAsMarkdown(evil, 'essai.docx')).text).toBe('Bonjour');
});
