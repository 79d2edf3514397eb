import type { ReportOptions } from '../commands/report.ts';
import type { CommandSpec } from './command-spec.ts';

/** `cops report`: the regional summary. */
export const reportCommand: CommandSpec<Omit<ReportOptions, 'directory' | 'words'>> = {
  name: 'report',
  description: 'écrit la synthèse régionale, dont chaque chiffre renvoie à ses preuves',
  arguments: [
    { form: '[fiches...]', description: 'avec --refresh, les synthèses gardées à renouveler', completes: 'synthese' },
  ],
  options: [
    { flags: '--prs <id>', description: 'le PRS dont faire la synthèse, comme 2018-2022', completes: 'prs' },
    {
      flags: '--projet <id>',
      description: 'un document de ce seul projet, pour la structure accompagnée, comme onco-occitanie',
      completes: 'projet',
    },
    {
      flags: '--theme <id>',
      description: 'tout ce qui a été dit de ce thème, par année ; avec --prs, --annee ou des dates, dans ces bornes',
      completes: 'theme',
    },
    {
      flags: '--public <public>',
      description:
        'pour qui : financeur (la synthèse), ou participants, deux pages en langage clair pour qui a pris part',
      choices: ['financeur', 'participants'],
      default: 'financeur',
    },
    {
      flags: '--annee <annee>',
      description: 'l’année dont faire la synthèse, comme 2022, quel que soit le PRS ; avec --prs, l’année dans ce PRS',
    },
    {
      flags: '--depuis <date>',
      description: 'seulement les ateliers depuis cette date, et les projets encore en cours',
    },
    {
      flags: '--jusqua <date>',
      description: 'seulement les ateliers jusqu’à cette date, et les projets déjà commencés',
    },
    { flags: '--departement <numero>', description: 'seulement les fiches qui nomment ce département' },
    {
      flags: '--compare <id>',
      description: 'un PRS plus ancien : ce qui a changé depuis dans les thèmes, et ce que sont devenues ses pistes',
      completes: 'prs',
    },
    {
      flags: '--format <format>',
      description:
        'forme du résultat ; par défaut, celle que dit la fin du nom de --output, sinon md ; csv est un dossier de tables',
      choices: ['md', 'html', 'docx', 'pdf', 'csv', 'json'],
    },
    {
      flags: '--output <fichier>',
      description:
        'écrire dans ce fichier plutôt qu’à l’écran (« - » : à l’écran) ; un nom qui finit par / est un dossier de tables',
      completes: 'chemin',
    },
    {
      flags: '--fiche <fiche>',
      description: 'imprimer la synthèse que garde cette fiche, avec le texte que vous y avez écrit',
      completes: 'synthese',
    },
    {
      flags: '--refresh [fiche...]',
      description:
        'renouveler les blocs calculés des synthèses gardées dans records/syntheses, ou de celles nommées ; votre texte y reste',
      completes: 'synthese',
    },
    { flags: '--dry-run', description: 'avec --refresh, montrer ce qui changerait sans rien écrire' },
    { flags: '--partial', description: 'passer outre les fiches qui ont une erreur : la synthèse les compte à part' },
    { flags: '--brouillons', description: 'compter aussi les brouillons' },
    {
      flags: '--interne',
      description: 'montrer aussi les fiches internes et les noms : ce document ne doit pas quitter le centre',
    },
  ],
  async run({ words, options, directory, io }) {
    const { report } = await import('../commands/report.ts');
    return report({ ...options, directory, words }, io);
  },
};
