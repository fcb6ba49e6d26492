// Writes src/shared/api/generated/ from the OpenAPI document of a running server: `npm run generate`, or with the server's address after it.
import { writeFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';

const server = process.argv[2] ?? process.env.LEADROUTER_URL ?? 'http://localhost:5000';
const folder = new URL('../src/shared/api/generated/', import.meta.url);
const response = await fetch(new URL('/openapi/v1.json', server));
if (!response.ok) throw new Error(`${server} answered ${response.status}`);

// `servers` is the address of whichever server was asked.
const text =
  JSON.stringify(
    await response.json(),
    (key, /** @type {unknown} */ value) => (key === 'servers' ? undefined : value),
    2,
  ) + '\n';
writeFileSync(new URL('openapi.json', folder), text);
writeFileSync(new URL('openapi.ts', folder), astToString(await openapi(text)));
