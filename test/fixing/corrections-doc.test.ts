import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULES } from '../../src/checks/index.ts';

test('docs/corrections.md says of each rule, in their order, whether it is mended', () => {
  const rows = readFileSync('docs/corrections.md', 'utf8').matchAll(
    /^\| `([a-z-]+)` \| (?:non|parfois) \| .{10,} \|$/gm,
  );
  expect([...rows].map(([, code]) => code)).toEqual(RULES.map(({ code }) => code));
});
