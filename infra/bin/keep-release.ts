// Keeps what is synthesized as the last release, which later ones must get on with: part of `pnpm run version`.
import { fileURLToPath } from 'node:url';
import { keepRelease } from './last-release/keep-release.ts';

const folder = (name: string) => fileURLToPath(new URL(`../${name}/`, import.meta.url));
for (const line of keepRelease(folder('cdk.out'), folder('last-release'))) console.log(line);
