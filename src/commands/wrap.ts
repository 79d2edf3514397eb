import { wrapAnsi } from 'fast-wrap-ansi';
import { print, type Terminal, widthOf } from './io.ts';

/** Writes a sentence for a person, cut between words where the stream is a terminal. */
export function tell(stream: Terminal, sentence: string): void {
  const width = widthOf(stream);
  print(stream, width === undefined ? sentence : wrap(sentence, width).join('\n'));
}

/** Cuts a French text into lines of a width, between words; a line keeps its indent. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const indent = /^ */.exec(line)?.[0] ?? '';
    const cut = wrapAnsi(keepTogether(line.slice(indent.length)), width - indent.length, { hard: true });
    return cut.split('\n').map((part) => indent + part.replaceAll('\u00a0', ' '));
  });
}

/** French signs do not begin a line: the spaces around them do not break. */
function keepTogether(text: string): string {
  return text.replace(/« /g, '«\u00a0').replace(/ ([»:;!?])/g, '\u00a0$1');
}
