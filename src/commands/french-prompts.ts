import { Writable } from 'node:stream';
import { checkbox, confirm, input, select } from '@inquirer/prompts';
import { withoutSteering } from '../record/shown-text.ts';
import { type Io, print, widthOf } from './io.ts';
import { paintFor } from './paint.ts';
import { wrap } from './wrap.ts';

/** One choice of a list. */
export interface Choice {
  readonly value: string;
  readonly name: string;
  /** What stands for it once it is chosen; its name where it is left out. */
  readonly short?: string;
}

/** A question, and what is wrong with an answer: a French sentence, or nothing. */
export interface Question {
  readonly message: string;
  readonly optional?: boolean;
  readonly hint?: string;
  readonly default?: string | undefined;
  readonly refuse?: (answer: string) => string | undefined;
}

/** Questions in French at a terminal. All reject once the person leaves them with Ctrl-C or Ctrl-D: see `isAbandonment`. */
export interface Prompts {
  text(question: Question): Promise<string>;
  choose(question: Question, choices: readonly Choice[]): Promise<string>;
  chooseMany(
    question: Omit<Question, 'refuse'> & { refuse: (answers: string[]) => string | undefined },
    choices: readonly Choice[],
  ): Promise<string[]>;
  confirm(message: string): Promise<boolean>;
  /** A line between two questions. */
  tell(text: string): void;
}

/** Whether someone can answer: both streams are a terminal that can move its cursor. */
export function canAsk({ stdin, stdout, env }: Io): boolean {
  return Boolean(stdin.isTTY && stdout.isTTY && env.TERM !== 'dumb');
}

/** Whether an error only says that the person left a question. */
export function isAbandonment(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError');
}

/** Prompts on the terminal of `io`, every word of theirs in French. */
export function promptsIn(io: Io): Prompts {
  return {
    text: (question) =>
      ask(io, (context, guard) => {
        const { message, default: byDefault, refuse } = question;
        const validate = guard((answer: string) => refuse?.(answer) ?? true);
        const given = byDefault === undefined ? {} : { default: byDefault };
        return input({ message, theme: themeFor(question, io, joinAnswer), validate, ...given }, context);
      }),
    choose: (question, choices) =>
      ask(io, (context) => {
        const { message, default: byDefault } = question;
        const listed = choices.map((choice) => shorten(choice, io));
        const given = byDefault === undefined ? {} : { default: byDefault };
        return select(
          { message, theme: themeFor(question, io, joinChoice), choices: listed, pageSize: 10, ...given },
          context,
        );
      }),
    chooseMany: ({ refuse, ...question }, choices) =>
      ask(io, (context, guard) => {
        const listed = choices.map((choice) => shorten(choice, io));
        const validate = guard((chosen: readonly Choice[]) => refuse(chosen.map(({ value }) => value)) ?? true);
        const shared = { message: question.message, theme: themeFor(question, io, joinChoice), pageSize: 10 };
        return checkbox(
          {
            ...shared,
            choices: listed,
            shortcuts: { all: null, invert: null },
            validate: (chosen) => validate(chosen.map(({ value }) => ({ value, name: value }))),
          },
          context,
        );
      }),
    confirm: (message) =>
      ask(io, (context) => confirm({ message, theme: themeFor({ message }, io, () => ''), default: false }, context)),
    tell: (text) => print(io.stdout, `\n${wrap(text, columnsOf(io)).join('\n')}`),
  };
}

interface Context {
  readonly input: Io['stdin'];
  readonly output: Writable;
  readonly signal: AbortSignal;
}

/** Makes a validation safe: what it throws ends the prompt, where it would end the program. */
type Guard = <Answer>(validate: (answer: Answer) => string | true) => (answer: Answer) => string | true;

/** Runs one prompt. A prompt whose input closes (Ctrl-D) would wait for ever: it is aborted. */
async function ask<Answer>(io: Io, prompt: (context: Context, guard: Guard) => Promise<Answer>): Promise<Answer> {
  const closing = new AbortController();
  const defects: unknown[] = [];
  const close = () => closing.abort();
  const guard: Guard = (validate) => (answer) => {
    try {
      return validate(answer);
    } catch (error) {
      defects.push(error);
      close();
      return true;
    }
  };
  io.stdin.once('pause', close).once('end', close);
  try {
    return await prompt({ input: io.stdin, output: openOutput(io), signal: closing.signal }, guard);
  } catch (error) {
    throw defects[0] ?? error;
  } finally {
    io.stdin.off('pause', close).off('end', close);
  }
}

/** A stream of the prompt's own, since a prompt ends its output. */
function openOutput({ stdout }: Io): Writable {
  const output = new Writable({
    write(chunk, encoding, done) {
      stdout.write(chunk, encoding);
      done();
    },
  });
  return Object.assign(output, { isTTY: true, columns: stdout.columns ?? 80 });
}

function columnsOf({ stdout }: Io): number {
  return widthOf(stdout) ?? 80;
}

/** How a question stands before its answer: with its advice until it is answered. */
type Join = (question: Question, isDone: boolean) => string;

function formatQuestion(question: Question, { io, isDone, join }: { io: Io; isDone: boolean; join: Join }): string {
  const paint = paintFor(io.stdout, io);
  const width = columnsOf(io) - 4;
  const message = `${question.message}${question.optional && !isDone ? ' (facultatif)' : ''}`;
  const lines = wrap(message, width).map((line) => paint.strong(line));
  const hints = question.hint && !isDone ? wrap(question.hint, width).map((line) => paint.dim(line)) : [];
  return [...lines, ...hints].join('\n  ') + join(question, isDone);
}

/** What is typed stands beside a short question, else on a line of its own. */
const joinAnswer: Join = ({ message, hint, default: byDefault = '' }, isDone) =>
  (hint && !isDone) || message.length + byDefault.length > SHORT_QUESTION ? OWN_LINE : ' :';

/** A list stands below its question; what was chosen of it, beside. */
const joinChoice: Join = ({ message }, isDone) => {
  if (!isDone) return '';
  return message.length > SHORT_QUESTION ? OWN_LINE : ' :';
};

const SHORT_QUESTION = 32;
const OWN_LINE = '\n  ›';

/** A choice on one line, without signs that would steer the terminal. */
function shorten({ name, ...choice }: Choice, io: Io): Choice {
  const width = columnsOf(io) - 6;
  const signs = [...withoutSteering(name)];
  return { ...choice, name: signs.length > width ? `${signs.slice(0, width - 1).join('')}…` : signs.join('') };
}

function themeFor(question: Question, io: Io, join: Join) {
  const paint = paintFor(io.stdout, io);
  return {
    prefix: { idle: paint.accent('?'), done: paint.accent('✓') },
    spinner: { interval: 80, frames: ['…'] },
    icon: { checked: '◉', unchecked: '◯', cursor: '❯' },
    keywords: {
      yes: 'oui',
      no: 'non',
      error: () => 'Répondez par « oui » ou « non » ; la première lettre suffit.',
    },
    i18n: { disabledError: 'Ce choix n’est pas possible ici.' },
    style: {
      message: (_text: string, status: string) => formatQuestion(question, { io, isDone: status === 'done', join }),
      answer: (text: string) => paint.accent(text || NOTHING),
      defaultAnswer: (text: string) => paint.dim(`(${text})`),
      error: (text: string) =>
        wrap(text, columnsOf(io) - 4)
          .map((line) => `  ${paint.error(line)}`)
          .join('\n'),
      highlight: paint.accent,
      description: paint.dim,
      disabled: paint.dim,
      help: paint.dim,
      key: paint.strong,
      keysHelpTip: (keys: [key: string, action: string][]) =>
        paint.dim(keys.map(([key, action]) => `${KEYS[key] ?? key} ${ACTIONS[action] ?? action}`).join(' · ')),
    },
  };
}

const NOTHING = '—';
const KEYS: Readonly<Record<string, string>> = { '↑↓': '↑ ↓', space: 'Espace', '⏎': 'Entrée' };
/** A list is left with Enter: « select » there is « submit » of a list of boxes. */
const ACTIONS: Readonly<Record<string, string>> = {
  navigate: 'pour se déplacer',
  select: 'pour choisir',
  submit: 'pour valider',
};
