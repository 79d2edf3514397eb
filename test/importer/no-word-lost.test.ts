import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/importer/read-source.ts';
import { inventedDocument, WRITERS, wordsOfInvented } from '../support/invented-document.ts';
import { lostWords } from '../support/source-markdown.ts';

describe('every word of a document is in what is read of it', () => {
  test.each(Object.entries(WRITERS))('%s', async (format, write) => {
    await fc.assert(
      fc.asyncProperty(inventedDocument, async (blocks) => {
        const read = await readSource(write(blocks), `essai.${format}`);
        expect(lostWords(wordsOfInvented(blocks), read)).toEqual([]);
        // The net below the readers has nothing to catch.
        expect(read.warnings.filter((warning) => warning.startsWith('Ces mots n’ont pas trouvé'))).toEqual([]);
      }),
      { numRuns: format === 'txt' ? 200 : 60 },
    );
  });
});
