import { RULES } from '../../src/checks/index.ts';
import { FAMILIES, type Rule } from '../../src/diagnostic.ts';

/** Where the workspaces of the catalogue lie, one a check. */
export const CATALOGUE = 'test/fixtures/checks';

/** What `cops check --format json` says of the faulty workspace of a check. */
export interface Expected {
  readonly diagnostics: readonly { code: string; file: string; line: number; column: number; message: string }[];
}

/** The text of docs/controles.md, from the rules and the message of each in its workspace of the catalogue, by code. */
export function writeControles(messages: ReadonlyMap<string, string>): string {
  const families = Object.entries(FAMILIES).map(([family, title]) => {
    const own = RULES.filter((rule) => rule.family === family);
    return [`## ${title}`, ...own.map((rule) => writeRule(rule, messages.get(rule.code)))].join('\n\n');
  });
  return `${[HEAD, ...families].join('\n\n')}\n`;
}

const HEAD = `# Les contrôles

Ce que \`cops check\` vérifie. Une erreur arrête la synthèse ; un avertissement est seulement dit. \`cops explain <code>\` donne le
même texte dans un terminal. Pour chaque contrôle : pourquoi, un exemple en faute, ce que cops en dit dans l’espace d’essai
\`test/fixtures/checks/<code>/faulty\`, et ce qui convient. Cette page est écrite d’après le programme et ses essais, qui la tiennent à jour.`;

function writeRule({ code, severity, title, explanation, example }: Rule, message: string | undefined): string {
  const shown = (text: string) => `\`\`\`text\n${text === '' ? '(rien)' : text}\n\`\`\``;
  return [
    `### ${title}`,
    `\`${code}\` · ${severity === 'error' ? 'erreur' : 'avertissement'}`,
    shield(explanation.replaceAll('\n', ' ')),
    `En faute :\n\n${shown(example.faulty)}`,
    `Ce que cops dit : « ${shield(message ?? '')} »`,
    `Ce qui convient :\n\n${shown(example.corrected)}`,
  ].join('\n\n');
}

/** Markdown would hide a comment that a sentence speaks of. */
function shield(text: string): string {
  return text.replaceAll('<!--', '\\<!--');
}
