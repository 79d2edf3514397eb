import { maskPersonalData } from './personal-data.ts';

/** Signs that move a cursor, colour a terminal or turn the direction of writing: a text could pass for another. */
const STEERING = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A text on one line whose signs steer nothing: each is a space. */
export function withoutSteering(text: string): string {
  return text.replace(STEERING, ' ');
}

/** A text of a record as a screen may show it: on one line, personal data masked, steering nothing. */
export function toShownText(text: string): string {
  return withoutSteering(maskPersonalData(text));
}
