/** @import { Written } from './record.js' */

/**
 * Ways of being faulty, one error each, as seen in what people write.
 * @type {readonly ((text: string) => string | Buffer)[]}
 */
const FAULTS = [
  (text) => text.trimEnd() + ' #temps-de-consultaton\n',
  (text) => text.replace(/^date: .*\n/m, ''),
  (text) => text.replace(/^sujet: /m, 'lieux: inventé\nsujet: '),
  (text) => text.replace(/^titre: .*$/m, 'titre: Exemple fictif : un atelier'),
  (text) => text.replace(/^## Situation.*$/m, '$&\n\nLe #temps-de-consultation manque au domicile.'),
  (text) => text.replace(/\n---\n/, '\n'),
  (text) => text.replace(/^date: .*$/m, 'date: 2017-01-01'),
  (text) => text.replace('role: professionnel', 'role: docteur'),
  (text) =>
    text.replace(/^type: atelier$/m, 'type: atelier\nprs: 2011-2016').replace(/\nprs: 20(18|23)-20\d\d(?=\n)/, ''),
  (text) => text.slice(text.indexOf('\n## ') + 1),
  (text) => text.replace(/^situation: .*$/m, '$&\n$&'),
  (text) => Buffer.from(text, 'latin1'),
];

/**
 * The same atelier with one fault. Throws where nothing was changed, so that no faulty record is a sound one.
 * @param {Written} atelier @param {number} kind
 */
export function makeFaulty({ path, text }, kind) {
  const fault = FAULTS[kind % FAULTS.length];
  const faulty = fault?.(text);
  if (faulty === undefined || faulty === text)
    throw new Error(`bench/faults: fault ${kind} changed nothing in ${path}`);
  return { path, text: faulty };
}
