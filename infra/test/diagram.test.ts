import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planWorkflow } from '../src/composition/plan.ts';
import { mermaid } from '../src/diagram/mermaid.ts';
import { patienceTable } from '../src/diagram/patience-table.ts';
import { replaceBlock } from '../src/diagram/replace-block.ts';
import { definitionOf } from '../src/diagram/state-machine-definition.ts';
import { orderWorkflow } from '../src/order-workflow.ts';
import { timeLimits } from '../src/policy/time-limits.ts';
import { definition } from './synthesized.ts';

describe(mermaid, () => {
  it.each(['README.md', 'docs/architecture.md'])('is what %s shows (if not, run pnpm diagram)', (document) => {
    const text = readFileSync(new URL(`../../${document}`, import.meta.url), 'utf8');
    expect(text.includes(mermaid(definition))).toBe(true);
  });

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

describe(patienceTable, () => {
  it('is what docs/architecture.md shows (if not, run pnpm diagram)', () => {
    const text = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
    expect(text).toContain(patienceTable(planWorkflow(orderWorkflow), timeLimits.STANDARD));
  });
});

describe(definitionOf, () => {
  it('refuses a template that does not hold one state machine', () => {
    expect(() => definitionOf({ Resources: {} })).toThrow('the template holds 0 state machines, expected one');
  });
});

describe(replaceBlock, () => {
  it('leaves the rest of the document as it is', () => {
    const document = 'a\n<!-- x:begin -->\nold\n<!-- x:end -->\nb\n';
    expect(replaceBlock(document, 'x', 'new')).toBe('a\n<!-- x:begin -->\nnew\n<!-- x:end -->\nb\n');
  });

  it('says which block a document lacks', () => {
    expect(() => replaceBlock('a', 'x', 'new')).toThrow('the document has no block "x"');
  });
});
