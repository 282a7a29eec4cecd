import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { template } from './synthesized.ts';

interface Alarm {
  readonly Properties: {
    readonly AlarmDescription: string;
    readonly AlarmActions: unknown[];
    readonly TreatMissingData: string;
  };
}

const alarms = Object.entries(template.findResources('AWS::CloudWatch::Alarm')) as unknown as [string, Alarm][];
const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
const anchors = [...runbook.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-'),
);

describe('what is watched', () => {
  it('is every way in which an order can need a person', () => {
    expect(alarms.map(([id]) => id.replace(/^Watch(.*)[0-9A-F]{8}$/, '$1')).sort()).toEqual([
      'EventsUndelivered',
      'ExecutionAborted',
      'ExecutionFailed',
      'ExecutionTimedOut',
      'ExecutionsThrottled',
      'NoticesParked',
    ]);
  });

  it.each(alarms)(
    'rings %s on the operations topic, and says where the runbook tells what to do',
    (_, { Properties }) => {
      expect(Properties.AlarmActions).toEqual([{ Ref: expect.stringMatching(/^WatchOperations/) }]);
      const [, anchor] = /docs\/runbook\.md#([a-z-]+)$/.exec(Properties.AlarmDescription) ?? [];
      expect(anchors).toContain(anchor);
    },
  );

  it('has an entry for each state at which an execution can fail', () => {
    for (const state of ['Validate Order', 'Cancel Shipment', 'Refund Payment', 'Park Notice'])
      expect(runbook).toContain(`### Failed at ${state}`);
  });

  it('tells of executions that end badly by name and status, without any of their data', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: Match.objectLike({ detail: Match.objectLike({ status: ['FAILED', 'TIMED_OUT', 'ABORTED'] }) }),
      Targets: [
        Match.objectLike({
          InputTransformer: Match.objectLike({
            InputPathsMap: { 'detail-name': '$.detail.name', 'detail-status': '$.detail.status' },
          }),
          DeadLetterConfig: Match.anyValue(),
        }),
      ],
    });
  });

  it('is on a dashboard that reads as the workflow does', () => {
    const [dashboard] = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));
    const body = JSON.stringify(dashboard);
    const titles = [
      'Does anyone need to act?',
      '## Validate Order',
      '## Process Payment',
      '## Ship Order',
      '## Cancel Shipment',
      '## Refund Payment',
      '## Notify Customer',
      'Notices that wait',
    ];
    const places = titles.map((title) => body.indexOf(title));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
