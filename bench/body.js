import { MOTIFS, MOTS, NEUTRES } from './phrases.js';

/** @import { Draw } from './random.js' */

/**
 * How one author writes.
 * @typedef {object} Style
 * @property {string} arrow what opens a piste
 * @property {string} bullet
 * @property {'puces' | 'imbrique' | 'paragraphes' | 'fleches' | 'replie' | 'citation'} layout
 * @property {boolean} coded whether passages carry their themes
 * @property {boolean} named whether pistes carry a permanent name
 */

/** @typedef {{ text: string, marks: string, piste: boolean }} Item one passage to be */

/** @param {Draw} draw @param {boolean} coded @returns {Style} */
export function drawStyle(draw, coded) {
  return {
    arrow: draw.pick(['→', '→', '->', '->', '=>']),
    bullet: draw.pick(['-', '-', '*']),
    layout: draw.pick(['puces', 'imbrique', 'paragraphes', 'fleches', 'replie', 'citation']),
    coded,
    named: draw.chance(0.25),
  };
}

/** One sentence whose words in braces are drawn. @param {Draw} draw @param {string} template */
export function drawSentence(draw, template) {
  const text = template
    .replace(/\{(\w+)\}/g, (_, word) => draw.pick(MOTS[word] ?? [word]))
    .replace(/\bde les /g, 'des ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Blocks of passages about a few themes, until the text has that many bytes.
 * @param {Draw} draw @param {Style} style @param {number} bytes
 */
export function writePassages(draw, style, bytes) {
  const motifs = [draw.pick(MOTIFS), draw.pick(MOTIFS), draw.pick(MOTIFS), draw.pick(MOTIFS)];
  let text = '';
  let named = 0;
  for (let block = 1; Buffer.byteLength(text) < bytes; block++) {
    if (block % 3 === 0)
      text += `### ${draw.pick(['Enjeux', 'Ce qui a été dit', 'Soin = relation', 'Soignants // soignés'])}\n\n`;
    const items = drawItems(draw, style, draw.pick(motifs)).map((item) => ({
      ...item,
      text: distinguish(draw, item.text),
    }));
    if (style.named) for (const item of items) if (item.piste) item.marks = `${item.marks} ^p${++named}`.trim();
    text += `${writeBlock(items, style)}\n\n`;
  }
  return text;
}

/** Two groups do not say the same thing word for word: each passage is its own. @param {Draw} draw @param {string} text */
function distinguish(draw, text) {
  return text.replace(/\.?$/, ` (cas inventé ${draw.between(1, 999_999)}).`);
}

/** A constat or two, then a piste or two. @param {Draw} draw @param {Style} style @param {typeof MOTIFS[number]} motif */
function drawItems(draw, style, motif) {
  /** @type {Item[]} */
  const items = [
    { text: drawSentence(draw, draw.pick(motif.constats)), marks: drawMarks(draw, style, motif.id), piste: false },
  ];
  if (draw.chance(0.4)) items.push({ text: drawSentence(draw, draw.pick(NEUTRES)), marks: '', piste: false });
  for (const piste of draw.chance(0.5) ? motif.pistes : [draw.pick(motif.pistes)])
    items.push({ text: drawSentence(draw, piste), marks: drawMarks(draw, style, motif.id), piste: true });
  return items;
}

/** @param {Draw} draw @param {Style} style @param {string} theme */
function drawMarks(draw, { coded }, theme) {
  if (!coded || draw.chance(0.15)) return '';
  const other = draw.pick(MOTIFS).id;
  const marks = [`#${theme}`];
  if (other !== theme && draw.chance(0.25)) marks.push(`#${other}`);
  if (draw.chance(0.04)) marks.push('#?fatigue-inventee');
  if (draw.chance(0.1)) marks.push('<!-- extrait -->');
  if (draw.chance(0.05)) marks.push('<!-- mémo (AF, 2022-06-02) : cas limite inventé, à relire -->');
  return marks.join(' ');
}

/** @param {Item[]} items @param {Style} style */
function writeBlock(items, { arrow, bullet, layout }) {
  const lines = items.map(({ text, marks, piste }) => ({
    piste,
    line: `${piste ? `${arrow} ` : ''}${text}${marks ? ` ${marks}` : ''}`,
  }));
  switch (layout) {
    case 'puces':
      return lines.map(({ line }) => `${bullet} ${line}`).join('\n');
    case 'imbrique':
      return lines.map(({ piste, line }) => `${piste ? '  ' : ''}${bullet} ${line}`).join('\n');
    case 'paragraphes':
      return lines.map(({ line }) => line).join('\n\n');
    case 'citation':
      return lines.map(({ piste, line }) => (piste ? line : `> ${line}`)).join('\n\n');
    case 'fleches':
      return lines
        .map(({ piste, line }) => (piste ? line : `\n${line}`))
        .join('\n')
        .trim();
    case 'replie':
      return items
        .map(({ text, marks, piste }) => fold(piste ? `${arrow} ${text}` : text) + (marks ? `\n${marks}` : ''))
        .join('\n\n');
  }
}

/** Lines of about a hundred signs, as an editor or a mail folds them. @param {string} text */
function fold(text) {
  return text.replace(/(.{80,100}) /g, '$1\n');
}
