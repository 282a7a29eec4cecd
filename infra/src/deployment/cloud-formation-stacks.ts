import { type CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CloudUnavailable } from './cloud-unavailable.ts';
import type { DeployedStack, DeployedStacks } from './deployed-stacks.ts';
import { describeCloudFailure } from './describe-cloud-failure.ts';

/** Asks CloudFormation, in the account and region of the client. */
export function cloudFormationStacks(client: CloudFormationClient): DeployedStacks {
  return {
    async read(stackName) {
      try {
        await client.config.region();
      } catch {
        throw new CloudUnavailable('There is no AWS region: set AWS_REGION, or a region in the AWS profile.');
      }
      try {
        const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
        return Stacks.map(
          ({ StackId = '', Parameters = [], Outputs = [], EnableTerminationProtection = false }): DeployedStack => ({
            arn: StackId,
            parameters: fromPairs(Parameters.map((one) => [one.ParameterKey, one.ParameterValue])),
            outputs: fromPairs(Outputs.map((one) => [one.OutputKey, one.OutputValue])),
            protected: EnableTerminationProtection,
          }),
        )[0];
      } catch (error) {
        if (error instanceof Error && error.message.includes('does not exist')) return undefined;
        throw new CloudUnavailable(describeCloudFailure(error), { cause: error });
      }
    },
  };
}

function fromPairs(pairs: readonly (readonly [string | undefined, string | undefined])[]): Record<string, string> {
  return Object.fromEntries(pairs.flatMap(([name, value]) => (name === undefined ? [] : [[name, value ?? '']])));
}
