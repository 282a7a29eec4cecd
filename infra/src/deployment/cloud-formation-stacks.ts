import {
  type CloudFormationClient,
  DescribeStackResourceCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
} from '@aws-sdk/client-cloudformation';
import type { DeployedStack, DeployedStacks } from './deployed-stacks.ts';
import { CloudUnavailable, describeCloudFailure } from './describe-cloud-failure.ts';

/** Asks CloudFormation, in the account and region of the client. */
export function cloudFormationStacks(client: CloudFormationClient): DeployedStacks {
  return {
    async read(stackName) {
      try {
        await client.config.region();
      } catch {
        throw new CloudUnavailable('There is no AWS region: set AWS_REGION, or a region in the AWS profile.');
      }
      const found = await asked(client.send(new DescribeStacksCommand({ StackName: stackName })));
      return (found?.Stacks ?? []).map(
        ({ StackId = '', Parameters = [], Outputs = [], EnableTerminationProtection = false }): DeployedStack => ({
          arn: StackId,
          parameters: fromPairs(Parameters.map((one) => [one.ParameterKey, one.ParameterValue])),
          outputs: fromPairs(Outputs.map((one) => [one.OutputKey, one.OutputValue])),
          protected: EnableTerminationProtection,
        }),
      )[0];
    },

    async template(stackName) {
      const found = await asked(client.send(new GetTemplateCommand({ StackName: stackName })));
      const template = JSON.parse(found?.TemplateBody || '{}');
      // One that was only compared has none yet.
      return 'Resources' in template ? template : undefined;
    },

    async physicalId(stackName, logicalId) {
      const resource = new DescribeStackResourceCommand({ StackName: stackName, LogicalResourceId: logicalId });
      const id = (await asked(client.send(resource)))?.StackResourceDetail?.PhysicalResourceId;
      if (id === undefined) throw new CloudUnavailable(`${stackName} has no resource ${logicalId}.`);
      return id;
    },
  };
}

/** Undefined when there is no such stack. */
async function asked<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.message.includes('does not exist')) return undefined;
    throw new CloudUnavailable(describeCloudFailure(error), { cause: error });
  }
}

function fromPairs(pairs: readonly (readonly [string | undefined, string | undefined])[]): Record<string, string> {
  return Object.fromEntries(pairs.flatMap(([name, value]) => (name === undefined ? [] : [[name, value ?? '']])));
}
