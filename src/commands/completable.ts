/** What a word of a command line may be, where that is more than any text. */
export type Completes =
  | 'prs'
  | 'projet'
  | 'theme'
  | 'fiche'
  | 'synthese'
  | 'piste'
  | 'type'
  | 'code'
  | 'commande'
  | 'terminal'
  | 'chemin'
  | 'dossier';

/** A command as far as completing its words goes; the table of commands is made of them. */
export interface CompletableCommand {
  readonly name: string;
  readonly description: string;
  readonly arguments?: readonly { readonly form: string; readonly completes?: Completes }[];
  readonly options?: readonly CompletableOption[];
  readonly subcommands?: readonly CompletableCommand[];
}

/** An option as far as completing it and its value goes. */
export interface CompletableOption {
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly completes?: Completes;
}
