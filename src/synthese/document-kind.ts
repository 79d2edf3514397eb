import type { Criteria } from './criteria.ts';

/** The documents that are made of records: each has its template, `rapports/<kind>.md`. */
export type DocumentKind = 'synthese' | 'participants' | 'projet' | 'theme';

/** Which document the criteria ask for. */
export function kindOfDocument({ projet, theme, public: readers }: Criteria): DocumentKind {
  if (projet) return 'projet';
  if (theme) return 'theme';
  return readers === 'participants' ? 'participants' : 'synthese';
}
