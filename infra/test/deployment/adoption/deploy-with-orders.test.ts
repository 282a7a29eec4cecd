import { describe, expect, it } from 'vitest';
import { deployWithOrders } from '../../../src/deployment/adoption/deploy-with-orders.ts';
import type { StackTemplate } from '../../../src/deployment/synthesized-template.ts';

const machine = { Type: 'AWS::StepFunctions::StateMachine' };
const before: StackTemplate = { Resources: { Orders: machine } };
const table = { OrdersTable: { Type: 'AWS::DynamoDB::Table' }, Key: { Type: 'AWS::SecretsManager::Secret' } };
const next: StackTemplate = {
  Resources: {
    ...before.Resources,
    ...table,
    Validate: {
      Type: 'AWS::Lambda::Function',
      Properties: { Environment: { Variables: { ORDERS_TABLE_NAME: { Ref: 'OrdersTable' }, KEY: { Ref: 'Key' } } } },
    },
  },
};

/** Deploys over what stands, and tells what happened in which order. */
async function attempt(deployed: StackTemplate | undefined, fails = '') {
  const happened: string[] = [];
  const happens = (what: string) => {
    happened.push(what);
    return what === fails ? 7 : 0;
  };
  const exitCode = await deployWithOrders({
    stackName: 'OrderWorkflow-dev',
    stacks: {
      read: async () => undefined,
      template: async () => deployed,
      physicalId: async (stack, id) => `${stack}-${id}`,
    },
    next,
    say: () => {},
    deployFirst: async ({ Resources }) => happens(`deploys first ${Object.keys(Resources).join(' ')}`),
    deploy: async () => happens('deploys'),
    openAdoption: async ({ stateMachineArn, table, secret }) => {
      happens(`opens ${stateMachineArn} ${table} ${secret}`);
      return {
        ...{ stateMachineArn, table },
        executions: {
          async *list() {
            happens('lists');
            yield [];
          },
          describe: () => Promise.reject(new Error('there is none')),
          recordOfFirstStage: async () => undefined,
        },
        store: { adopt: async () => ({ answer: 'kept' }) },
        fingerprint: () => '',
        customer: () => undefined,
        book: {
          read: () => ({ stateMachineArn, table, since: '', reached: '', running: [] }),
          write: () => {},
          forget: () => void happens('is done'),
        },
        say: () => {},
        now: () => 0,
        wait: async () => {},
      };
    },
  });
  return { happened, exitCode };
}

const opens = 'opens OrderWorkflow-dev-Orders OrderWorkflow-dev-OrdersTable OrderWorkflow-dev-Key';

describe(deployWithOrders, () => {
  it('writes the orders of before into the table before the new definition takes any, and then what came meanwhile', async () => {
    expect(await attempt(before)).toEqual({
      happened: ['deploys first Orders OrdersTable Key', opens, 'lists', 'deploys', 'lists', 'is done'],
      exitCode: 0,
    });
  });

  it('goes on with the orders where the table is there', async () => {
    const { happened } = await attempt({ Resources: { ...before.Resources, ...table } });
    expect(happened.slice(0, 3)).toEqual([opens, 'lists', 'deploys']);
  });

  it.each([
    ['nothing stands', undefined],
    ['orders are claimed already', next],
  ])('only deploys where %s', async (_, deployed) => {
    expect(await attempt(deployed)).toEqual({ happened: ['deploys'], exitCode: 0 });
  });

  it.each([
    ['deploys first Orders OrdersTable Key', 1],
    ['deploys', 4],
  ])('stops when it %s in vain, and leaves the rest to the next time', async (fails, steps) => {
    const { happened, exitCode } = await attempt(before, fails);
    expect({ steps: happened.length, exitCode }).toEqual({ steps, exitCode: 7 });
  });
});
