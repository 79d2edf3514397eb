import { WORDS_PROPERTY } from './anchors.ts';
import { propertiesOf } from './form-identity.ts';
import type { FormModel } from './form-model.ts';
import type { WordFile } from './word-file.ts';
import { fingerprintsOf } from './write-form.ts';

/** Fingerprints of what the form itself says: as it says them, and as one of today would. */
export function printedWords(word: WordFile, model: FormModel): ReadonlySet<string> {
  const own = [...propertiesOf(word)]
    .filter(([name]) => name.startsWith(WORDS_PROPERTY))
    .flatMap(([, value]) => value.split(' '));
  return new Set([...own, ...fingerprintsOf(model)]);
}
