// Keeps what each stage reads and leaves, for the next release to be compared with: part of `pnpm run version`.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stagesOf } from '../src/composition/workflow.ts';
import { contractsHere } from '../src/contracts/contracts-here.ts';
import { orderCancellation } from '../src/order-cancellation.ts';
import { orderWorkflow } from '../src/order-workflow.ts';

const file = fileURLToPath(new URL('../last-release/contracts.json', import.meta.url));
const contracts = contractsHere([...stagesOf(orderWorkflow), orderCancellation.takeOver]);
writeFileSync(file, `${JSON.stringify(contracts)}\n`);
console.log(`kept what ${contracts.length} stages read and leave, in infra/last-release/contracts.json`);
