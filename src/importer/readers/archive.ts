import { unzipSync } from 'fflate';
import { UsageError } from '../../usage-error.ts';

/** An entry as the directory of an archive announces it. */
export interface Entry {
  readonly name: string;
  /** Bytes, once unpacked. */
  readonly size: number;
}

/** The entries of a ZIP archive, none of them unpacked. */
export function listEntries(bytes: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  readArchive(bytes, ({ name, originalSize }) => {
    entries.push({ name, size: originalSize });
    return false;
  });
  return entries;
}

/** All the parts of a document of 500 pages are smaller. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Unpacks the entries that are wanted. Those that together announce more than `most` bytes, what no text ever takes, are refused before any is unpacked. */
export function unpackEntries(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  most = MOST_BYTES,
): Map<string, Uint8Array> {
  const size = listEntries(bytes)
    .filter(({ name }) => isWanted(name))
    .reduce((sum, entry) => sum + entry.size, 0);
  if (size > most)
    throw new UsageError(
      `Ce document ne peut pas être ouvert sans risque : une fois décompressé, il prendrait ${Math.round(size / 1024 / 1024)} Mo, soit plus de ${most / 1024 / 1024}.`,
    );
  return new Map(Object.entries(readArchive(bytes, ({ name }) => isWanted(name))));
}

function readArchive(
  bytes: Uint8Array,
  filter: (entry: { name: string; originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch {
    throw new UsageError(
      'Ce document est abîmé ou incomplet (son archive ne s’ouvre pas) : copiez-le de nouveau, ou ouvrez-le puis enregistrez-le.',
    );
  }
}
