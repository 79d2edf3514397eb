import type { Collection } from '../collection.ts';
import type { Filter } from '../finding/filter.ts';
import { findNearest, formatList, quote } from '../french.ts';
import { formatPartialDate } from '../record/partial-date.ts';
import type { Schemas } from '../record/schema.ts';
import { findPrs, readDateOption, readDepartement } from '../synthese/read-criteria.ts';
import { UsageError } from '../usage-error.ts';

/** The options that choose records, as they were typed. */
export interface TypedFilter {
  readonly type?: readonly string[];
  readonly prs?: string;
  readonly depuis?: string;
  readonly jusqua?: string;
  readonly theme?: string;
  readonly role?: string;
  readonly departement?: string;
  readonly validation?: string;
  readonly codage?: string;
  readonly diffusion?: string;
}

/** Reads the options that choose records. Throws a UsageError for a value that nothing has, with the nearest that something has. */
export function readFilter(typed: TypedFilter, { schemas, prs, files }: Collection): Filter {
  const depuis = readDateOption('--depuis', typed.depuis);
  const jusqua = readDateOption('--jusqua', typed.jusqua);
  if (depuis && jusqua && depuis.first > jusqua.last)
    throw new UsageError(
      `--depuis (${formatPartialDate(depuis)}) vient après --jusqua (${formatPartialDate(jusqua)}) : inversez-les.`,
    );
  const departement = readDepartement(typed.departement);
  const themes = files.flatMap(({ fiche }) => (fiche?.type?.name === 'theme' ? [fiche.id] : []));
  const known = (option: string, value: string | undefined, values: readonly string[]) =>
    value === undefined ? undefined : refuseUnknown(option, value, values);
  const choices = {
    theme: known('--theme', typed.theme?.replace(/^#/, ''), themes),
    role: known('--role', typed.role, valuesOf(schemas, 'role')),
    validation: known('--validation', typed.validation, valuesOf(schemas, 'validation')),
    diffusion: known('--diffusion', typed.diffusion, valuesOf(schemas, 'diffusion')),
    codage: known('--codage', typed.codage, ['non-lu', 'partiel', 'complet']),
  };
  const types = typed.type?.map((name) => refuseUnknown('--type', name, [...schemas.types.keys()]));
  return {
    ...(types && { types }),
    ...(typed.prs !== undefined && { prs: findPrs(typed.prs, prs) }),
    ...(depuis && { depuis }),
    ...(jusqua && { jusqua }),
    ...(departement && { departement }),
    ...Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined)),
  };
}

/** The values that a definition common to the schemas allows. */
function valuesOf(schemas: Schemas, name: string): string[] {
  const { enum: values } = schemas.resolve({ $ref: `commun.schema.json#/$defs/${name}` });
  return Array.isArray(values) ? values.map(String) : [];
}

function refuseUnknown(option: string, value: string, known: readonly string[]): string {
  if (known.includes(value)) return value;
  const nearest = findNearest(value, known);
  const advice = nearest
    ? `la plus proche est ${quote(nearest)}`
    : known.length > 0
      ? `valeurs possibles : ${formatList(known, 'ou')}`
      : 'cet espace n’en a aucune';
  throw new UsageError(`La valeur ${quote(value)} de ${option} n’existe pas ; ${advice}.`);
}
