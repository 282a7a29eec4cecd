import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  waitUntilStackCreateComplete,
} from '@aws-sdk/client-cloudformation';
import { attempt } from './attempt.ts';
import type { Difference } from './difference.ts';

/** A resource that the emulator refuses: tried out in a stack of its own. */
export function refusedResource(says: string, type: string, properties: object): Difference {
  return {
    says,
    async probe({ cloudFormation }) {
      const StackName = 'probe';
      const TemplateBody = JSON.stringify({ Resources: { Probe: { Type: type, Properties: properties } } });
      const { refused } = await attempt(() => cloudFormation.send(new CreateStackCommand({ StackName, TemplateBody })));
      const waited = await attempt(() =>
        waitUntilStackCreateComplete(
          { client: cloudFormation, maxWaitTime: 20, minDelay: 0.2, maxDelay: 1 },
          { StackName },
        ),
      );
      const { answer } = await attempt(() => cloudFormation.send(new DescribeStackEventsCommand({ StackName })));
      const reason = answer?.StackEvents?.find(
        ({ ResourceType, ResourceStatusReason = '' }) => ResourceType === type && ResourceStatusReason !== '',
      );
      await attempt(() => cloudFormation.send(new DeleteStackCommand({ StackName })));
      const why = refused ?? reason?.ResourceStatusReason ?? waited.refused;
      return { differs: why !== undefined, seen: why ?? 'it is created' };
    },
  };
}
