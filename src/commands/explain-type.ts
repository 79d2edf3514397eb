import { formatList, quote } from '../french.ts';
import { exampleBody, exampleHeader } from '../record/example.ts';
import { type Field, fieldsOf } from '../record/field.ts';
import type { RecordType, Schemas } from '../record/schema.ts';
import { formatFiche, formatTemplate } from '../record/write.ts';
import type { Paint } from './paint.ts';
import { wrap } from './wrap.ts';

/** How the text is laid out: in the columns of a terminal, or on lines as long as they are. */
interface Layout {
  readonly width: number | undefined;
  readonly paint: Paint;
}

/** What a type of record holds: its keys and their values, its sections, and a full example, all from its schema. */
export function explainType(type: RecordType, schemas: Schemas, layout: Layout): string {
  const { schema, spec, folder, name } = type;
  const { strong, dim } = layout.paint;
  const title = typeof schema.title === 'string' ? schema.title : name;
  const place = `${folder}/${spec.fichier.startsWith('{date}') ? '<année>/' : ''}${spec.fichier}.md`;
  return [
    strong(title),
    dim(`type: ${name} · ${place}`),
    ...fill(String(schema.description ?? ''), '', layout),
    '',
    strong('Clés de l’en-tête'),
    ...fieldsOf(type, schemas).flatMap((field) => explainField(field, { type, depth: 1 }, layout)),
    '',
    ...(spec.texteLibre
      ? [strong('Texte'), ...fill(FREE_TEXT, '  ', layout)]
      : [
          strong('Sections du texte'),
          ...spec.sections.flatMap((section) => fill(`## ${section.titre}${saySection(section)}`, '  ', layout)),
        ]),
    '',
    strong('Un exemple complet'),
    formatExample(type, schemas),
  ].join('\n');
}

/** What stands below the header of a record without passages. */
const FREE_TEXT =
  'Votre texte est libre. Il va entre les blocs calculés, qui s’ouvrent par « <!-- cops:calcul … --> » et se ferment par « <!-- cops:fin … --> », et il est gardé tel quel quand ils sont renouvelés.';

/** A fiche with all that its schema gives an example of. */
function formatExample(type: RecordType, schemas: Schemas): string {
  const order = fieldsOf(type, schemas).map(({ key }) => key);
  const values = exampleHeader(type, schemas);
  return formatFiche(formatTemplate(type), { values, order, body: exampleBody(type) }).trimEnd();
}

function explainField(
  { key, description, required, shape }: Field,
  { type, depth }: { type: RecordType; depth: number },
  layout: Layout,
): string[] {
  const indent = '  '.repeat(depth);
  const later = depth === 1 && type.spec.requisSiValide.includes(key);
  const need = required ? ' (nécessaire)' : later ? ' (nécessaire quand la fiche est valide)' : '';
  const inner = shape.kind === 'map' ? shape.fields : shape.kind === 'list' ? fieldsOfItem(shape.item) : [];
  return [
    `${indent}${layout.paint.accent(key)}${layout.paint.dim(need)}`,
    ...fill(`${description}${/\d{4}/.test(description) ? '' : sayShape(shape)}`, `${indent}    `, layout),
    ...inner.flatMap((field) => explainField(field, { type, depth: depth + 1 }, layout)),
  ];
}

/** What a value looks like, where its description need not say it. */
function sayShape(shape: Field['shape']): string {
  if (shape.kind === 'choice') return ` Valeurs : ${formatList(shape.choices, 'ou')}.`;
  if (shape.kind === 'date') return ' Une date aussi précise que la source : 2022, 2022-11, 2022-T4 ou 2022-05-31.';
  if (shape.kind === 'number') return ' Un nombre, en chiffres.';
  if (shape.kind === 'boolean') return ' « true » ou « false ».';
  return shape.kind === 'list' ? ' Une liste.' : '';
}

function fieldsOfItem({ shape }: Field): readonly Field[] {
  return shape.kind === 'map' ? shape.fields : [];
}

function saySection({ nature, requise, cle, interne }: RecordType['spec']['sections'][number]): string {
  const said = [
    ...(requise ? ['nécessaire quand la fiche est valide'] : []),
    ...(requise && cle ? [`peut rester vide si la clé ${quote(cle)} dit tout`] : []),
    ...(nature && nature !== 'contexte'
      ? [`chaque passage y est un ${nature}, une piste s’il commence par une flèche`]
      : []),
    ...(interne ? ['reste au centre : rien n’y est compté ni montré'] : []),
  ];
  return said.length > 0 ? ` : ${said.join(' ; ')}` : '';
}

function fill(text: string, indent: string, { width }: Layout): string[] {
  if (text === '') return [];
  return (width === undefined ? [text] : wrap(text, width - indent.length)).map((line) => indent + line);
}
