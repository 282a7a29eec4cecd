import { dynamoOrderTable } from '@order-workflow/stage-kit/order-store';
import { cloudFormationStacks } from '../../src/deployment/cloud-formation-stacks.ts';
import { emulatorRegion } from './emulator-environment.ts';
import type { DeployedProof } from './proof.ts';

/**
 * The table of orders of the deployed stack, as its stages use it.
 *
 * @throws Error when the stack has not one table of orders
 */
export async function deployedOrders({ clients, env, stack }: DeployedProof) {
  const stacks = cloudFormationStacks(clients.cloudFormation);
  const { Resources = {} } = (await stacks.template(stack.arn)) ?? {};
  const tables = Object.entries(Resources).filter(([, { Type }]) => Type === 'AWS::DynamoDB::Table');
  const [table, ...others] = tables.filter(([, { Properties }]) => JSON.stringify(Properties).includes('"orderId"'));
  if (table === undefined || others.length > 0) throw new Error(`${stack.arn} has not one table by orderId`);
  const [logicalId] = table;
  return dynamoOrderTable({
    table: await stacks.physicalId(stack.arn, logicalId),
    url: new URL(env['AWS_ENDPOINT_URL'] ?? ''),
    region: emulatorRegion,
    credentials: () => ({ accessKeyId: 'test', secretAccessKey: 'test' }),
  });
}
