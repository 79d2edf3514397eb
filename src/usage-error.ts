/** The request is wrong: its message is a French sentence for the person who typed it. Caught once, in `cli.ts`. */
export class UsageError extends Error {
  override name = 'UsageError';
}
