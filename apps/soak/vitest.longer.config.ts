import { longerTests } from '@order-workflow/toolchain/vitest';

export default longerTests(['test/{kill,schedules.property,same-verdict}.test.ts'], {
  KILLS: '20',
  SCHEDULES: '300',
  VERDICTS: '10',
});
