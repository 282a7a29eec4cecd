import { dynamoOrderTable } from '@order-workflow/stage-kit/order-store';
import { orderStoreContract, orderTableContract } from '@order-workflow/stage-kit/testing';
import { cloudFormationStacks } from '../../src/deployment/cloud-formation-stacks.ts';
import { emulatorRegion } from './emulator-environment.ts';
import type { DeployedProof } from './proof.ts';

/** Every case that a table of orders keeps, on the one that was deployed: each works on an order of its own. */
export async function proveStore({ clients, env, stack }: DeployedProof) {
  const stacks = cloudFormationStacks(clients.cloudFormation);
  const { Resources = {} } = (await stacks.template(stack.arn)) ?? {};
  const [logicalId, ...others] = Object.keys(Resources).filter((id) => Resources[id]?.Type === 'AWS::DynamoDB::Table');
  if (logicalId === undefined || others.length > 0) throw new Error(`${stack.arn} has not one table`);
  const table = dynamoOrderTable({
    table: await stacks.physicalId(stack.arn, logicalId),
    url: new URL(env['AWS_ENDPOINT_URL'] ?? ''),
    region: emulatorRegion,
    credentials: () => ({ accessKeyId: 'test', secretAccessKey: 'test' }),
  });
  const cases = [...orderTableContract, ...orderStoreContract];
  for (const { title, run } of cases) await run(table, title);
  return { seen: `${cases.length} cases, on the table of the stack` };
}
