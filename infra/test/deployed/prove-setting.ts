import { deepStrictEqual, notStrictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { GetAliasCommand, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { createSwitchboard, startPaymentGateway } from '@order-workflow/simulators';
import { runProgram } from './deploy-stack.ts';
import { endThere } from './end-there.ts';
import { type DeployedProof, output, repository } from './proof.ts';

/**
 * Updates two stages: payment and refund get a gateway over HTTP. The alias calls new versions of these two and the old
 * ones of all others, and the next order is charged at that gateway.
 */
export async function proveSetting(proof: DeployedProof) {
  const gateway = await startPaymentGateway({ switchboard: createSwitchboard() });
  try {
    const before = await liveVersions(proof);
    await runProgram(proof, 'deploy', '--yes', '--parameters', `PaymentGatewayUrl=${gateway.url}`);
    const after = await liveVersions(proof);
    const updated = Object.keys(after).filter((name) => after[name] !== before[name]);
    deepStrictEqual(updated, ['ProcessPaymentFunction', 'RefundPaymentFunction']);

    const input = readFileSync(`${repository}/examples/orders/sample.json`, 'utf8');
    const { ending } = await endThere(proof.clients, output(proof, 'PlaceOrdersAt'), 'charged-over-http', input);
    deepStrictEqual([ending.outcome, gateway.ledger.held('12345')], ['fulfilled', 3998]);
    notStrictEqual(before['ProcessPaymentFunction'], undefined);
    const [version] = updated.map((name) => `${before[name]} → ${after[name]}`);
    return { seen: `versions ${version} of ${updated.join(' and ')}, 3998 held at the gateway` };
  } finally {
    await gateway.close();
  }
}

/** The version that each stage's alias calls, by the stage's function. */
async function liveVersions({ clients: { lambda } }: DeployedProof): Promise<Record<string, string>> {
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand({}));
  const versions = await Promise.all(
    Functions.map(async ({ FunctionName = '' }) => {
      const { FunctionVersion = '' } = await lambda.send(new GetAliasCommand({ FunctionName, Name: 'live' }));
      return [/Orders([A-Za-z]+Function)/.exec(FunctionName)?.[1] ?? FunctionName, FunctionVersion] as const;
    }),
  );
  return Object.fromEntries(versions.toSorted());
}
