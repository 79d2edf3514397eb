import type { VerifyOptions } from '../commands/verify.ts';
import type { CommandSpec } from './command-spec.ts';

/** `cops verify`: whether a printed summary still holds. */
export const verifyCommand: CommandSpec<Pick<VerifyOptions, 'format'>> = {
  name: 'verify',
  description: 'dit si une synthèse, telle qu’elle est imprimée, tient encore',
  arguments: [
    { form: '<fichier>', description: 'la synthèse, en .md, .html, .docx, .pdf ou .json', completes: 'chemin' },
  ],
  options: [
    { flags: '--format <format>', description: 'forme du résultat', choices: ['text', 'json'], default: 'text' },
  ],
  async run({ words: [file = ''], options, directory, io }) {
    const { verify } = await import('../commands/verify.ts');
    return verify({ ...options, file, directory }, io);
  },
};
