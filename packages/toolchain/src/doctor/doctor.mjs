// `node packages/toolchain/src/doctor/doctor.mjs`, or `pnpm run doctor`: what is wrong with this machine, and how to mend it. Exits
// with 1 when something is that nothing starts without.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { judgeMachine } from './judge-machine.mjs';
import { lookAtMachine } from './look-at-machine.mjs';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const { packageManager } = JSON.parse(readFileSync(`${repository}package.json`, 'utf8'));
const findings = judgeMachine(await lookAtMachine(repository), packageManager.split('@')[1]);
const marks = { right: '✓', lacks: '–', needed: '✗' };

for (const { state, says, mend } of findings) {
  console.log(`${marks[state]} ${says}`);
  if (mend !== undefined) console.log(`    ${mend}`);
}
const amiss = findings.filter(({ state }) => state === 'needed').length;
console.log(amiss === 0 ? '\nAll is here that `pnpm start` needs.' : `\n${amiss} to mend before anything starts.`);
process.exitCode = amiss === 0 ? 0 : 1;
