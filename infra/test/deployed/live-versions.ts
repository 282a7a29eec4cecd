import { GetAliasCommand, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import type { DeployedProof } from './proof.ts';

/** The version that each stage's alias calls, by the stage's function. */
export async function liveVersions({
  clients: { lambda },
}: Pick<DeployedProof, 'clients'>): Promise<Record<string, string>> {
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand({}));
  // Those of the order API beside it have no alias.
  const stages = Functions.filter(({ FunctionName = '' }) => FunctionName.startsWith('OrderWorkflow-'));
  const versions = await Promise.all(
    stages.map(async ({ FunctionName = '' }) => {
      const { FunctionVersion = '' } = await lambda.send(new GetAliasCommand({ FunctionName, Name: 'live' }));
      return [/Orders([A-Za-z]+Function)/.exec(FunctionName)?.[1] ?? FunctionName, FunctionVersion] as const;
    }),
  );
  return Object.fromEntries(versions.toSorted());
}
