import { strToU8, zipSync } from 'fflate';
import { writePassages } from './body.js';
import { drawFrom } from './random.js';

const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
/** About ten pages of text. */
const BYTES = 30_000;

/** A Word file of ten pages: an invented workshop, with its table of informations. */
export function writeWordFile() {
  const style = { arrow: '->', bullet: '-', layout: /** @type {const} */ ('fleches'), coded: false, named: false };
  const lines = writePassages(drawFrom(3), style, BYTES)
    .split('\n')
    .map((line) => line.replace(/^[#\s]+/, ''))
    .filter((line) => line !== '');
  const table = [
    ['Thème', 'Participants'],
    ['Un sujet inventé', '4 professionnels 3 patients partenaires ressources 1 représentant des usagers'],
  ].map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`);
  const body = [
    paragraph('Atelier d’échanges de pratiques du 14 mars 2024'),
    `<w:tbl>${table.join('')}</w:tbl>`,
    ...['Situation choisie par le groupe', 'Une situation inventée', 'Synthèse coconstruite', ...lines].map(paragraph),
  ];
  const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`;
  return zipSync({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(RELATIONS),
    'word/document.xml': strToU8(xml),
  });
}

/** @param {string} text */
function paragraph(text) {
  const safe = text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<w:p><w:r><w:t xml:space="preserve">${safe}</w:t></w:r></w:p>`;
}
