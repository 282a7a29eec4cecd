// Writes the walls into docs/architecture.md: `pnpm walls`.
import { readFileSync, writeFileSync } from 'node:fs';
import { walls } from '../../../walls.ts';
import { renderWalls } from '../lint/wall.ts';
import { replaceBlock } from '../src/replace-block.ts';

const document = new URL('../../../docs/architecture.md', import.meta.url);
writeFileSync(document, replaceBlock(readFileSync(document, 'utf8'), 'walls', `\n${renderWalls(walls)}\n`));
