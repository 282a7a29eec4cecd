import { expect, it } from 'vitest';
import { permissions } from './permissions.ts';
import { cancelling, definition } from './synthesized.ts';

it('deploys the definitions and the permissions that were reviewed (read the difference, then run vitest -u in infra)', async () => {
  await expect.soft(`${JSON.stringify(definition, null, 2)}\n`).toMatchFileSnapshot('order-workflow.asl.json');
  await expect.soft(`${JSON.stringify(cancelling, null, 2)}\n`).toMatchFileSnapshot('order-cancellation.asl.json');
  await expect.soft(`${permissions.join('\n')}\n`).toMatchFileSnapshot('permissions.txt');
});
