// Keeps what is synthesized as the last release, which later ones must get on with: part of `pnpm run version`.
import { execFileSync } from 'node:child_process';
import { repository, synthesized, writeRelease } from '../test/last-release/kept-release.ts';
import { recordRelease } from '../test/last-release/record-release.ts';

const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: repository, encoding: 'utf8' }).trim();
writeRelease(await recordRelease(synthesized, commit));
console.log(
  `kept the release of ${commit}: its definition, and what its functions were sent and answered, in infra/last-release`,
);
