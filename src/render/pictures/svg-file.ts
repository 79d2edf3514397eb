import { PALETTE } from '../palette.ts';
import type { Drawing } from './picture.ts';

/** The family of the shipped font, as files of it name it. */
const FONT = 'Source Sans 3';

/** A drawing as a file of its own, set in the shipped font alone. */
export function formatSvgFile({ width, height, fontSize, content }: Drawing): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONT}" font-size="${fontSize}" text-anchor="middle" fill="${PALETTE.ink}">${content}</svg>`;
}
