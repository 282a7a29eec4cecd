import { readFileSync } from 'node:fs';
import { rejection } from '@order-workflow/stage-kit';
import { replaceBlocks } from '@order-workflow/toolchain/replace-block';
import { describe, expect, it } from 'vitest';
import { mermaid } from '../src/diagram/mermaid.ts';
import { sagaOf } from '../src/diagram/saga.ts';
import { sagaText } from '../src/diagram/saga-table.ts';
import { definitionOf } from '../src/diagram/state-machine-definition.ts';
import { drawnDocuments } from '../src/documents/drawn-documents.ts';
import { orderCancellation } from '../src/order-cancellation.ts';
import { orderWorkflow } from '../src/order-workflow.ts';
import { timeLimits } from '../src/policy/time-limits.ts';
import { aStage, Refused } from './a-stage.ts';
import { definition } from './synthesized.ts';

describe(mermaid, () => {
  it('draws the way that goes well thick, caught errors dotted, and both ways out of a choice', () => {
    const drawing = mermaid({
      StartAt: 'A',
      States: {
        A: { Type: 'Task', Next: 'B', Catch: [{ ErrorEquals: ['Refused'], Next: 'C' }] },
        B: { Type: 'Task', End: true, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'C' }] },
        C: { Type: 'Choice', Choices: [{ Next: 'A' }], Default: 'B' },
      },
    });
    expect(drawing).toBe(
      [
        'flowchart TD',
        '  start(( ))',
        '  s0["A"]',
        '  s1["B"]',
        '  s2{"C"}',
        '  done(((end)))',
        '  start ==> s0',
        '  s0 ==> s1',
        '  s0 -.->|Refused| s2',
        '  s1 ==> done',
        '  s1 -.->|anything else| s2',
        '  s2 -->|yes| s0',
        '  s2 -->|no| s1',
      ].join('\n'),
    );
  });
});

describe('the documents', () => {
  it('show the workflow as it is synthesized (if not, run pnpm diagram)', () => {
    for (const [document, blocks] of Object.entries(drawnDocuments(orderWorkflow, orderCancellation, definition))) {
      const text = readFileSync(new URL(`../../${document}`, import.meta.url), 'utf8');
      expect.soft(replaceBlocks(text, blocks)).toBe(text);
    }
  });
});

describe('the saga', () => {
  const saga = sagaOf(orderWorkflow, timeLimits.STANDARD);

  it('is a line each state in 100 columns, and fits into 80', () => {
    class PaymentDeclined extends rejection('PaymentDeclined') {}
    const rejections = { rejections: [PaymentDeclined], rejectedAs: 'declined' } as const;
    const pay = aStage('pay', { stateName: 'Process Payment', ...rejections });
    const refund = aStage('refund', { stateName: 'Refund Payment', patienceSeconds: 14 * 24 * 60 * 60 });
    const ship = aStage('parcel', { stateName: 'Ship Order' });
    const cancel = aStage('cancel', { stateName: 'Cancel Shipment', patienceSeconds: 6 * 60 * 60, mayStand: 'parcel' });
    const notice = aStage('tell', { stateName: 'Notify Customer' });
    const steps = [{ stage: aStage('validate') }, { stage: pay, undo: refund }, { stage: ship, undo: cancel }];
    const lines = sagaOf({ steps, notice }, timeLimits.STANDARD);
    const wide = sagaText(lines, 100).split('\n');
    expect(wide).toEqual([
      '                 tried  rejected                           anything else    undo',
      'Validate It      61 s   –                                  FAILED           –',
      'Process Payment  61 s   PaymentDeclined → Notify Customer  Refund Payment   Refund Payment',
      'Ship Order       61 s   –                                  Cancel Shipment  Cancel Shipment',
      'Cancel Shipment  25 h   parcel stands → Notify Customer    FAILED           then Refund Payment',
      'Refund Payment   14 d   –                                  FAILED           then Notify Customer',
      'Notify Customer  61 s   –                                  Park Notice      –',
      'Park Notice      6 h    –                                  FAILED           –',
    ]);
    const narrow = sagaText(lines, 80).split('\n');
    expect(Math.max(...narrow.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(narrow.join(' ').replaceAll(/ +/g, ' ')).toContain(
      'PaymentDeclined → Refund Payment Refund Payment Notify Customer',
    );
  });

  it('leads where the synthesized machine does', () => {
    const { States } = definition;
    for (const { state, awaits, rejections, failure } of saga) {
      const caught = (States[state]?.Catch ?? []).flatMap(({ ErrorEquals, Next }) =>
        ErrorEquals.map((error) => [error, Next]),
      );
      const said = [
        ...(awaits ? [[awaits.error, awaits.next]] : []),
        ...rejections.map(({ error, next }) => [error, next]),
        ...(failure === undefined ? [] : [['States.ALL', failure]]),
      ];
      expect({ state, said }).toEqual({ state, said: caught });
    }
    const tasks = Object.entries(States).filter(([, { Type }]) => Type === 'Task');
    expect(saga.map(({ state }) => state).toSorted()).toEqual(tasks.map(([name]) => name).toSorted());
  });

  it('goes on to the undo before where a stage between has none', () => {
    const pay = aStage('pay', { rejections: [Refused], rejectedAs: 'declined' });
    const workflow = {
      steps: [{ stage: pay, undo: aStage('refund') }, { stage: aStage('wrap') }],
      notice: aStage('tell'),
    };
    const lines = sagaOf(workflow, timeLimits.STANDARD).map(({ state, failure, undo, onwards }) => [
      state,
      failure,
      undo,
      onwards,
    ]);
    expect(lines).toEqual([
      ['Pay It', 'Refund It', 'Refund It', undefined],
      ['Wrap It', 'Refund It', undefined, undefined],
      ['Refund It', undefined, undefined, 'Tell It'],
      ['Tell It', 'Park Notice', undefined, undefined],
      ['Park Notice', undefined, undefined, undefined],
    ]);
  });
});

describe(definitionOf, () => {
  it('refuses a template that does not hold one state machine', () => {
    expect(() => definitionOf({ Resources: {} })).toThrow('the template holds 0 state machines, expected one');
  });
});
