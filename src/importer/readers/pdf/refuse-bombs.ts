import { Unzlib } from 'fflate';
import { UsageError } from '../../../usage-error.ts';

/** All that a PDF of 500 pages draws is smaller; pictures are not unpacked, and not counted. */
const MOST_BYTES = 48 * 1024 * 1024;
const STREAM = Buffer.from('stream');

/** Refuses a PDF whose streams would take more room than any text does: each is unpacked piece by piece, and nothing kept. */
export function refuseBombs(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = file.indexOf(STREAM); at >= 0; at = file.indexOf(STREAM, at + STREAM.length)) {
    const dictionary =
      file
        .subarray(Math.max(0, at - 400), at)
        .toString('latin1')
        .split(/endobj|endstream/)
        .at(-1) ?? '';
    if (/end$/.test(dictionary) || !/\/Fl(?:ateDecode)?\b/.test(dictionary) || /\/Subtype\s*\/Image\b/.test(dictionary))
      continue;
    const times = dictionary.match(/\/Fl(?:ateDecode)?\b/g)?.length ?? 1;
    const start = at + STREAM.length + (file[at + STREAM.length] === 13 ? 2 : 1);
    total += measure(file.subarray(start), times, MOST_BYTES - total);
    if (total > MOST_BYTES)
      throw new UsageError(
        `Ce PDF ne peut pas être ouvert sans risque : une fois décompressé, il prendrait plus de ${MOST_BYTES / 1024 / 1024} Mo.`,
      );
  }
}

/** How many bytes a stream unpacks to, as far as it matters; one that is broken says what it says. */
function measure(packed: Uint8Array, times: number, most: number): number {
  let size = 0;
  let isOver = false;
  const last = new Unzlib((chunk, final) => {
    size += chunk.length;
    isOver ||= final || size > most;
  });
  const first = times > 1 ? new Unzlib((chunk) => last.push(chunk)) : last;
  try {
    for (let at = 0; at < packed.length && !isOver; at += 4096) first.push(packed.subarray(at, at + 4096));
  } catch {
    // What follows the stream is not part of it.
  }
  return size;
}
