import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import openapi, { astToString } from 'openapi-typescript';
import { expect, test } from 'vitest';

const read = (file: string) => readFileSync(join(import.meta.dirname, '../src/shared/api/generated', file), 'utf8');

// That the document is the server's, the server's own tests hold.
test('the types are what the document gives', async () => {
  expect(astToString(await openapi(read('openapi.json')))).toBe(read('openapi.ts'));
});
