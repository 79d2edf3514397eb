import { strFromU8, unzipSync } from 'fflate';

/** No summary is that large once unpacked: a part that says so is not opened. */
const LARGEST_PART = 50 * 1024 * 1024;

/** The texts of some parts of an archive, by name; none where the bytes are no archive. */
export function unzipParts(bytes: Uint8Array, names: readonly string[]): ReadonlyMap<string, string> {
  const isWanted = ({ name, originalSize }: { name: string; originalSize: number }) =>
    names.includes(name) && originalSize <= LARGEST_PART;
  try {
    return new Map(
      Object.entries(unzipSync(bytes, { filter: isWanted })).map(([name, part]) => [name, strFromU8(part)]),
    );
  } catch {
    return new Map();
  }
}
