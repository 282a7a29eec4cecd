/** Writes `openapi.json`: the API for those who make clients of it, and what `GET /openapi.json` answers. */
import { writeFileSync } from 'node:fs';
import { openapiDocument } from '../src/openapi/openapi-document.ts';

const file = new URL('../openapi.json', import.meta.url);

writeFileSync(file, `${JSON.stringify(openapiDocument(), null, 2)}\n`);
