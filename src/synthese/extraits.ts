import type { Coded } from '../record/coded.ts';
import type { Nature, Passage } from '../record/passage.ts';

/** A passage as a summary shows it: the group's words, numbered once and for all in this summary. */
export interface Extrait {
  readonly numero: number;
  readonly text: string;
  readonly nature: Nature;
  /** Ids of its themes, in the order of the text. */
  readonly themes: readonly string[];
  readonly file: string;
  readonly line: number;
  /** Chosen by a person to be shown. */
  readonly choisi: boolean;
}

/** The passages that bear a figure and may be shown, numbered by record then line, and found again by passage. */
export class Extraits {
  readonly all: readonly Extrait[];
  private readonly byPassage: ReadonlyMap<Passage, Extrait>;

  /** `isShown` says of a record whether it may be quoted from; `bears` of a passage whether a figure counts it. */
  constructor(
    records: readonly Coded[],
    isShown: (record: Coded) => boolean,
    bears: (record: Coded, passage: Passage) => boolean,
  ) {
    const byPassage = new Map<Passage, Extrait>();
    for (const record of records.filter(isShown)) {
      for (const passage of record.passages.filter((candidate) => bears(record, candidate))) {
        byPassage.set(passage, {
          numero: byPassage.size + 1,
          text: passage.text,
          nature: passage.nature,
          themes: record.lecture === 'complet' ? [...new Set(passage.themes.map(({ word }) => word))] : [],
          file: record.file,
          line: passage.range.start.line,
          choisi: passage.extrait,
        });
      }
    }
    this.byPassage = byPassage;
    this.all = [...byPassage.values()];
  }

  /** The extracts of the passages that have one, in their order. */
  of(passages: readonly Passage[]): Extrait[] {
    return passages.flatMap((passage) => this.byPassage.get(passage) ?? []).sort((a, b) => a.numero - b.numero);
  }
}

/** Those that a person chose to be shown; all of them where none was chosen: the program ranks no one's words. */
export function chooseExtraits(extraits: readonly Extrait[]): readonly Extrait[] {
  const chosen = extraits.filter(({ choisi }) => choisi);
  return chosen.length > 0 ? chosen : extraits;
}
