import { expect, test } from 'vitest';
import { readSource } from '../../src/importer/read-source.ts';
import { UsageError } from '../../src/usage-error.ts';
import { readAsMarkdown } from '../support/source-markdown.ts';

const read = (html: string) => readAsMarkdown(html, 'essai.html');

const ARTICLE = `<h1>Atelier du 12 mai 2023</h1>
<p>Les participants ont parlé de la <b>coordination</b> entre la ville et l’hôpital, pendant deux heures, et de ce qui manque à chacun.</p>
<h2>Situation</h2>
<p>Un patient sort de l’hôpital sans courrier, et son médecin traitant ne sait rien de ce qui s’y est passé, ni des traitements changés.</p>`;

test('menus and edges of a page are named and left out, the text is kept whole', async () => {
  const { text, warnings } = await read(`<!doctype html><title>Atelier du 12 mai 2023</title>
<header class="site"><a href="/">Centre inventé</a><nav><ul><li><a href="/a">Accueil</a></li><li><a href="/b">Agenda</a></li></ul></nav></header>
<div id="cookie-banner"><p>Nous utilisons des cookies</p><button>Accepter</button></div>
<main><article><header>${ARTICLE}</header></article></main>
<aside><h3>À lire aussi</h3><a href="/c">Un autre atelier</a></aside><footer><p>Mentions légales</p></footer>`);
  expect(text.split('\n\n').map((block) => block.slice(0, 24))).toEqual([
    '# Atelier du 12 mai 2023',
    'Les participants ont par',
    '## Situation',
    'Un patient sort de l’hôp',
  ]);
  expect(warnings).toEqual([
    'Menu ou bord de page laissé de côté : « Centre inventé Accueil Agenda ».',
    'Menu ou bord de page laissé de côté : « Nous utilisons des cookies Accepter ».',
    'Menu ou bord de page laissé de côté : « À lire aussi Un autre atelier ».',
    'Menu ou bord de page laissé de côté : « Mentions légales ».',
  ]);
});

test('the only great heading of a page is kept, even in its header', async () => {
  const { text, warnings } = await read(
    `<header class="entete"><p>Centre inventé</p><h1>Titre de la page</h1></header><main>${ARTICLE.replace(/<h1>.*<\/h1>/, '')}</main>`,
  );
  expect(text).toMatch(/^# Titre de la page\n/);
  expect(warnings).toEqual(['Menu ou bord de page laissé de côté : « Centre inventé ».']);
});

test('a page that is all in a form keeps its text', async () => {
  expect((await read(`<body><form>${ARTICLE}</form></body>`)).text).toContain('## Situation');
});

test('tables keep captions, breaks, merged cells and what stands in tables within', async () => {
  const { text, warnings } = await read(
    '<table><caption>Qui était là</caption><tr><td>Rôle</td><td>Effectif</td></tr><tr><td rowspan="2">professionnels</td><td><p>4</p><ul><li>dont 2 médecins</li></ul></td></tr><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>',
  );
  expect(text).toBe(
    'Qui était là\n\n| Rôle | Effectif |\n| - | - |\n| professionnels | 4 / dont 2 médecins |\n| | a b |',
  );
  expect(warnings).toEqual([
    '1 cellule fusionnée a été dédoublée : le texte est dans la première, les autres sont vides.',
    '1 tableau était dans la cellule d’un autre : ses lignes y sont écrites l’une sous l’autre.',
  ]);
});

test('nothing of a page is run, and its comments are no marks', async () => {
  const { text } = await read(
    '<p onclick="x()">Bonjour<script>document.body.innerHTML = "PERDU"</script><!-- extrait --> à tous</p><img src="x" onerror="y()" alt=""><svg><text>dessin</text></svg>',
  );
  expect(text).toBe('Bonjour à tous');
});

test('a page saved by a word processor in Windows-1252 is read', async () => {
  const bytes = Uint8Array.from(
    Buffer.from('<html><meta charset="windows-1252"><p>L\x92\xe9t\xe9 \x96 <o:p></o:p>suite</p></html>', 'latin1'),
  );
  expect((await readAsMarkdown(bytes, 'essai.htm')).text).toBe('L’été – suite');
});

test('text in fixed letters is read line by line', async () => {
  expect((await read('<pre>Thème\tParticipants\n– un\n– deux</pre>')).text).toBe('Thème\tParticipants\n\n- un\n- deux');
});

test.each([
  ['a span of a million', '<table><tr><td colspan="1000000" rowspan="1000000">x</td></tr><tr><td>y</td></tr></table>'],
  ['pictures within', `<p>mot</p><img src="data:image/png;base64,${'A'.repeat(6_000_000)}">`],
])('%s does no harm', async (_, html) => {
  expect((await readSource(Buffer.from(html), 'essai.html')).tree.children.length).toBe(1);
});

test.each([
  ['too long', `<p>${'mot '.repeat(1_300_000)}</p>`, /trop longue/],
  [
    'too deep',
    `${'<div>'.repeat(60_000)}mot${'</div>'.repeat(60_000)}`,
    /^Ce document n’a pas pu être lu : ses parties sont imbriquées/,
  ],
  ['without words', '<html><body><script>x</script></body></html>', /^Aucun mot/],
])('a page %s is refused by a sentence', async (_, html, sentence) => {
  const fault = await readSource(Buffer.from(html), 'essai.html').catch((error) => error);
  expect(fault).toBeInstanceOf(UsageError);
  expect(fault.message).toMatch(sentence);
});
