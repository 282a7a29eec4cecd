import { longerTests } from '@order-workflow/toolchain/vitest';

export default longerTests(['test/{payment,shipment}-ledger.property.test.ts'], { TIMES: '10' });
