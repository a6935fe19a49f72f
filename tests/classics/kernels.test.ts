/** Compiled kernels are what their sources compile to. UPDATE_KERNELS=1 writes them anew instead of complaining. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../architecture/sources.ts';
import { assembled } from '../../tools/classics/assemble.ts';

const classics = join(root, 'src/classics');

it('[CL1] the compiled module of civil violence is what its source compiles to, byte for byte', async () => {
  const bytes = await assembled(classics, 'epstein/civil-violence');
  const file = join(classics, 'epstein/civil-violence-compiled.ts');
  const text = `/** civil-violence.as compiled: \`UPDATE_KERNELS=1 npx vitest run tests/classics/kernels.test.ts\` writes this file. */\nexport const compiled =\n  '${Buffer.from(bytes).toString('base64')}';\n`;
  if (process.env['UPDATE_KERNELS'] === '1') writeFileSync(file, text);
  else expect(readFileSync(file, 'utf8')).toBe(text);
});
