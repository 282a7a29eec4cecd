import { readFileSync } from 'node:fs';
import { stageMetricsNamespace } from '@order-workflow/stage-kit';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { parkPatienceSeconds, taskTimeoutSeconds } from '../src/policy/longest-run.ts';
import { retryFor } from '../src/policy/retry-policies.ts';
import { timeLimits } from '../src/policy/time-limits.ts';
import { cancelling, stages, synthesize, template } from './synthesized.ts';

interface Alarm {
  readonly Properties: {
    readonly AlarmDescription: string;
    readonly AlarmActions: unknown[];
    readonly TreatMissingData: string;
    readonly Threshold: number;
    readonly Namespace?: string;
    readonly MetricName?: string;
    readonly Dimensions?: unknown;
    /** Of an alarm on an expression: the expression first. */
    readonly Metrics: {
      readonly Id: string;
      readonly Expression?: string;
      readonly MetricStat?: {
        readonly Metric: { readonly Namespace: string; readonly MetricName: string };
        readonly Stat: string;
        readonly Period: number;
      };
    }[];
  };
}

const alarms = Object.entries(template.findResources('AWS::CloudWatch::Alarm')) as unknown as [string, Alarm][];
const alarm = (name: string) => alarms.find(([id]) => id.startsWith(`Watch${name}`))![1].Properties;
const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
const anchors = [...runbook.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-'),
);

describe('what is watched', () => {
  it('is every way in which an order can need a person', () => {
    const ofEachStage = stages.map(({ functionName }) => `${functionName}Fails`);
    const names = [
      ...ofEachStage,
      'CancellationFailed',
      'CancellationTimedOut',
      'EventsUndelivered',
      'ExecutionAborted',
      'ExecutionFailed',
      'ExecutionTimedOut',
      'ExecutionsThrottled',
      'FunctionsThrottled',
      'LettersUndelivered',
      'NoticesParked',
      'OrderRush',
      'OrderWaits',
      'OrdersTableFails',
      'OrdersTableThrottled',
      'TooFewOrders',
    ];
    // What is watched over all functions is several alarms where they are more than ten.
    const watched = alarms.map(([id]) => id.replace(/^Watch(.*?)\d?[0-9A-F]{8}$/, '$1'));
    expect([...new Set(watched)].sort()).toEqual(names.sort());
  });

  it('rings for too few orders only where a deployment says how many it always has, and takes silence for none', () => {
    const [, too] = alarms.find(([id]) => id.startsWith('WatchTooFewOrders'))! as [
      string,
      Alarm & { Condition: string },
    ];
    expect(template.toJSON()['Conditions'][too.Condition]).toEqual({
      'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'FewestOrdersAnHour' }, 0] }],
    });
    expect(template.toJSON()['Parameters'].FewestOrdersAnHour.Default).toBe(0);
    expect(too.Properties).toMatchObject({
      ComparisonOperator: 'LessThanThreshold',
      Threshold: { Ref: 'FewestOrdersAnHour' },
      EvaluationPeriods: { Ref: 'QuietHours' },
      Period: 3600,
      Statistic: 'Sum',
      MetricName: 'ExecutionsStarted',
      TreatMissingData: 'breaching',
    });
    // A dashboard cannot name an alarm that may not be there.
    expect(JSON.stringify(template.findResources('AWS::CloudWatch::Dashboard'))).not.toContain('TooFewOrders');
    expect(alarms.filter(([, { Properties }]) => Properties.TreatMissingData === 'breaching')).toHaveLength(1);
  });

  it('leaves out what emulators cannot compute only when it is told to', () => {
    const without = Object.values(synthesize({ computedAlarms: false }).findResources('AWS::CloudWatch::Alarm'));
    expect(without.filter(({ Properties }) => 'Metrics' in Properties)).toEqual([]);
    expect(without.length).toBeLessThan(alarms.length);
  });

  it.each(alarms)(
    'rings %s on the operations topic, and says where the runbook tells what to do',
    (_, { Properties }) => {
      expect(Properties.AlarmActions).toEqual([{ Ref: expect.stringMatching(/^WatchOperations/) }]);
      const [, anchor] = /docs\/runbook\.md#([a-z-]+)$/.exec(Properties.AlarmDescription) ?? [];
      expect(anchors).toContain(anchor);
    },
  );

  it('does not take a rejection for a failure of a stage, and counts what left no line', () => {
    const { Metrics, Threshold } = alarm('ProcessPaymentFunctionFails');
    const [expression, ...metrics] = Metrics;
    expect(expression?.Expression).toBe('IF(calls >= 5, 100 * (errors - FILL(rejections, 0)) / calls, 0)');
    expect(Threshold).toBe(25);
    const names = metrics.map(({ Id, MetricStat }) => [
      Id,
      MetricStat?.Metric.Namespace,
      MetricStat?.Metric.MetricName,
    ]);
    expect(names).toEqual([
      ['calls', 'AWS/Lambda', 'Invocations'],
      ['errors', 'AWS/Lambda', 'Errors'],
      ['rejections', stageMetricsNamespace, 'rejections'],
    ]);
    for (const { MetricStat } of metrics) expect(JSON.stringify(MetricStat)).toContain('ProcessPaymentFunction');
  });

  it('looks for waiting orders at every stage, over no less time than lies between two tries', () => {
    const waits = alarms
      .filter(([id]) => id.startsWith('WatchOrderWaits'))
      .map(([, { Properties }]) => Properties.Metrics);
    const ages = waits.flatMap(([expression, ...some]) => {
      expect(expression?.Expression).toBe(`MAX([${some.map(({ Id }) => Id).join(', ')}])`);
      return some;
    });
    expect(ages).toHaveLength(stages.length);
    const longestTry = Math.max(...stages.map((stage) => taskTimeoutSeconds(stage, timeLimits.STANDARD)));
    for (const { MetricStat } of ages) {
      expect(MetricStat).toMatchObject({ Stat: 'Maximum', Metric: { MetricName: 'waitingSeconds' } });
      expect(MetricStat?.Period).toBeGreaterThan(retryFor(parkPatienceSeconds).maxDelaySeconds + longestTry);
    }
  });

  it('has an entry for each state at which an execution can fail', () => {
    for (const state of ['Validate Order', 'Cancel Shipment', 'Refund Payment', 'Park Notice'])
      expect(runbook).toContain(`### Failed at ${state}`);
  });

  it('tells of executions that end badly by name and status, without any of their data', () => {
    for (const status of [['FAILED', 'TIMED_OUT'], ['ABORTED']])
      template.hasResourceProperties('AWS::Events::Rule', {
        EventPattern: Match.objectLike({
          detail: Match.objectLike({ status, stateMachineArn: [Match.anyValue(), Match.anyValue()] }),
        }),
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

  it('leaves an execution out that its cancellation stopped, and no other: no alarm counts stopped executions', () => {
    const rules = Object.entries(template.findResources('AWS::Events::Rule'));
    const [stopped] = rules.filter(([, { Properties }]) => Properties.EventPattern.detail.status?.includes('ABORTED'));
    const [id, { Properties }] = stopped!;
    expect(Properties.EventPattern.detail.error).toEqual([
      { exists: false },
      null,
      { 'anything-but': ['OrderCancelled'] },
    ]);
    const { Error: error } = cancelling.States['Stop Execution']!.Arguments!;
    expect(error).toBe('OrderCancelled');
    const aborted = alarm('ExecutionAborted');
    expect(aborted).toMatchObject({ Namespace: 'AWS/Events', MetricName: 'TriggeredRules' });
    expect(aborted.Dimensions).toEqual([{ Name: 'RuleName', Value: { Ref: id } }]);
    const metrics = alarms.map(([, one]) => one.Properties.MetricName);
    expect(metrics).not.toContain('ExecutionsAborted');
  });

  it('rings for a cancellation that failed, or took too long', () => {
    const ofCancellation = { Ref: expect.stringMatching(/CancellationStateMachine/) };
    for (const [id, metric] of [
      ['CancellationFailed', 'ExecutionsFailed'],
      ['CancellationTimedOut', 'ExecutionsTimedOut'],
    ] as const)
      expect(alarm(id)).toMatchObject({
        MetricName: metric,
        Threshold: 1,
        Dimensions: [{ Name: 'StateMachineArn', Value: ofCancellation }],
      });
  });

  it('is on a dashboard that reads as the workflow does', () => {
    const [dashboard] = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));
    const body = JSON.stringify(dashboard);
    const titles = [
      'Does anyone need to act?',
      'How orders ended',
      'Orders that wait',
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
