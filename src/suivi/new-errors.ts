import type { Draft } from '../checks/check-draft.ts';
import type { Diagnostic } from '../diagnostic.ts';

/** The errors of a record that were not there before, wherever those have moved. */
export function findNewErrors(before: Draft, after: Draft): Diagnostic[] {
  const earlier = errorsOf(before).map((fault) => describe(fault, before));
  return errorsOf(after).filter((fault) => {
    const { code, source, message } = describe(fault, after);
    const known = earlier.findIndex(
      (other) => other.code === code && (other.source === source || other.message === message),
    );
    if (known >= 0) earlier.splice(known, 1);
    return known < 0;
  });
}

function errorsOf({ faults }: Draft): Diagnostic[] {
  return faults.filter(({ severity }) => severity === 'error');
}

/** A message may name lines, which move, or names, which come; what it points at stays. */
function describe({ code, range, message }: Diagnostic, { read: { lines } }: Draft) {
  const offsetOf = ({ line, column }: Diagnostic['range']['start']) => lines.offsetOf(line) + column - 1;
  return {
    code,
    source: lines.text.slice(offsetOf(range.start), offsetOf(range.end)),
    message: message.replace(/(?<=lignes? )\d+(?:(?:, | et )\d+)*/g, ''),
  };
}
