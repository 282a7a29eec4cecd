// Writes the walls into docs/architecture.md: `pnpm walls`.
import { readFileSync, writeFileSync } from 'node:fs';
import { walls } from '../../../walls.ts';
import { renderWalls } from '../lint/render-walls.ts';

const document = new URL('../../../docs/architecture.md', import.meta.url);
const [begin, end] = ['<!-- walls:begin -->', '<!-- walls:end -->'];
const [before = '', after = ''] = readFileSync(document, 'utf8').split(new RegExp(`${begin}.*${end}`, 's'));
writeFileSync(document, `${before}${begin}\n\n${renderWalls(walls)}\n\n${end}${after}`);
