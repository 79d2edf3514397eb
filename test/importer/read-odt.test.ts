import { expect, test } from 'vitest';
import { readSource } from '../../src/importer/read-source.ts';
import { UsageError } from '../../src/usage-error.ts';
import { makeOdt } from '../support/odt-file.ts';
import { readAsMarkdown } from '../support/source-markdown.ts';

const read = (body: string, more?: Parameters<typeof makeOdt>[1]) => readAsMarkdown(makeOdt(body, more), 'essai.odt');

test('headings, bold words, spaces, tabs and breaks are read', async () => {
  const { text, warnings } = await read(
    '<text:h text:outline-level="2">Situation</text:h><text:p text:style-name="P1">Enjeux</text:p>' +
      '<text:p>Du <text:span text:style-name="Gras">texte </text:span>gras<text:s text:c="2"/>et<text:line-break/>la suite.</text:p>' +
      '<text:p>Thème<text:tab/>Participants</text:p>',
  );
  expect(text).toBe('## Situation\n\n**Enjeux**\n\nDu **texte** gras  et\\\nla suite.\n\nThème\tParticipants');
  expect(warnings).toEqual([]);
});

test('lists keep their order and their depth; numbered headings are no list', async () => {
  const item = (content: string) => `<text:list-item>${content}</text:list-item>`;
  const { text } = await read(
    `<text:list text:style-name="Nombres">${item('<text:h text:outline-level="1">Premier titre</text:h>')}</text:list>` +
      `<text:list text:style-name="Nombres">${item('<text:p>un</text:p>')}${item(`<text:p>deux</text:p><text:list>${item('<text:p>dedans</text:p>')}</text:list>`)}</text:list>`,
  );
  expect(text).toBe('# Premier titre\n\n1. un\n2. deux\n   - dedans');
});

test('tables keep paragraphs apart; merged cells are said, and repeated ones bounded', async () => {
  const { text, warnings } = await read(
    '<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Informations</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>' +
      '<table:table-row><table:table-cell><text:p>Participants</text:p></table:table-cell><table:table-cell><text:p>4 professionnels</text:p><text:p>3 patients</text:p></table:table-cell></table:table-row>' +
      '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="2"/></table:table-row></table:table>',
  );
  expect(text).toBe('| Informations | |\n| - | - |\n| Participants | 4 professionnels / 3 patients |\n| | |');
  expect(warnings).toEqual([
    '1 cellule fusionnée a été dédoublée : le texte est dans la première, les autres sont vides.',
  ]);
});

test('notes, comments, changes, boxes, pictures, contents and headers of pages are kept or said', async () => {
  const { text, warnings } = await read(
    '<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>X</dc:creator><dc:date>2022-01-01</dc:date></office:change-info><text:p>ôté ici</text:p></text:deletion></text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>' +
      '<text:table-of-content><text:index-body><text:p>Situation 2</text:p></text:index-body></text:table-of-content>' +
      '<text:p>Un mot<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>La note.</text:p></text:note-body></text:note>' +
      '<office:annotation><dc:creator>Personne Inventée</dc:creator><dc:date>2022-06-02T10:00:00</dc:date><text:p>à revoir</text:p></office:annotation> et la suite.' +
      '<draw:frame><draw:text-box><text:p>Dans la zone</text:p></draw:text-box></draw:frame><draw:frame><draw:image/><svg:desc>photo</svg:desc></draw:frame></text:p>',
    { header: 'Centre inventé' },
  );
  expect(text).toBe(
    'Un mot[^1] et la suite. <!-- mémo (PI, 2022-06-02) : à revoir -->\n\nDans la zone\n\n[^1]: La note.',
  );
  expect(warnings).toEqual([
    '1 insertion suivie a été acceptée.',
    'Suppression suivie, acceptée : « ôté ici » n’est pas repris.',
    'Le sommaire n’a pas été repris : « Situation 2 ».',
    '1 zone de texte est reprise sous le paragraphe auquel elle est attachée.',
    'L’en-tête des pages n’a pas été repris : « Centre inventé ».',
    '1 commentaire de relecture est gardé en mémo, que les synthèses ne montrent pas.',
    '1 image n’a pas été reprise, après « Un mot et la suite. » ; elle est décrite ainsi : « photo ».',
  ]);
});

test('one flat XML file is read too', async () => {
  const flat =
    '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>Bonjour</text:p></office:text></office:body></office:document>';
  expect((await readAsMarkdown(flat, 'essai.fodt')).text).toBe('Bonjour');
});

test('a password is said', async () => {
  const bytes = makeOdt('<text:p>x</text:p>', {
    manifest: '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>',
  });
  const fault = await readSource(bytes, 'essai.odt').catch((error) => error);
  expect(fault).toBeInstanceOf(UsageError);
  expect(fault.message).toMatch(/protégé par un mot de passe/);
});
