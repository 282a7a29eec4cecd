import { expect, it } from 'vitest';
import { permissions } from './permissions.ts';
import { definition } from './synthesized.ts';

it('deploys the definition and the permissions that were reviewed (read the difference, then run vitest -u in infra)', async () => {
  await expect.soft(`${JSON.stringify(definition, null, 2)}\n`).toMatchFileSnapshot('order-workflow.asl.json');
  await expect.soft(`${permissions.join('\n')}\n`).toMatchFileSnapshot('permissions.txt');
});
