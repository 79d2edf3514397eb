import { Chalk } from 'chalk';
import type { Io, Terminal } from './io.ts';

/** Colours by what they mean. */
export interface Paint {
  error(text: string): string;
  warning(text: string): string;
  strong(text: string): string;
  dim(text: string): string;
  accent(text: string): string;
}

/** Colours for a stream: none where it is no terminal, where NO_COLOR is set, or on a terminal without any. */
export function paintFor(stream: Terminal, { env }: Pick<Io, 'env'>): Paint {
  const coloured = Boolean(stream.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb';
  const chalk = new Chalk({ level: coloured ? 1 : 0 });
  return { error: chalk.red.bold, warning: chalk.yellow, strong: chalk.bold, dim: chalk.dim, accent: chalk.cyan };
}
