import { describe, expect, it } from 'vitest';
import { mayFailAt } from './may-fail-at.ts';
import { readAssembly, synthesizedHere } from './read-assembly.ts';

const assembly = readAssembly(synthesizedHere());

/** Of the states where an execution may fail those that the documents speak of: a team's own undo is one more. */
function ofTheFour(states: ReadonlySet<string>): readonly string[] {
  const own = [
    'Validate Order',
    'Process Payment',
    'Ship Order',
    'Notify Customer',
    'Await Payment',
    'Announce Refund',
  ];
  const undos = ['Cancel Shipment', 'Refund Payment', 'Await Refund'];
  const others = ['Order Already Placed', 'Park Notice', 'Take Order Over', 'Stop Execution', 'Nothing To Cancel'];
  return [...states].filter((name) => [...own, ...undos, ...others].includes(name)).toSorted();
}

/** The assembly with one of its states changed. */
function withStates(change: (states: Record<string, object>) => void) {
  const definition = JSON.parse(assembly.stateMachine.definition);
  change(definition.States);
  return { ...assembly, stateMachine: { ...assembly.stateMachine, definition: JSON.stringify(definition) } };
}

describe(mayFailAt, () => {
  it('leaves to a person what the documents say: the first stage, the undos, and the notice that waits', () => {
    expect(ofTheFour(mayFailAt(assembly))).toEqual([
      'Await Refund',
      'Cancel Shipment',
      'Park Notice',
      'Refund Payment',
      'Validate Order',
    ]);
  });

  it('leaves to a person of a cancellation the takeover, the stop, the undos, and the notice that waits', () => {
    expect(ofTheFour(mayFailAt(assembly, assembly.cancellation))).toEqual([
      'Await Refund',
      'Cancel Shipment',
      'Park Notice',
      'Refund Payment',
      'Stop Execution',
      'Take Order Over',
    ]);
  });

  it('knows a stage that was added, and its undo, by what the template says of their functions', () => {
    const note = { word: 'release', undoes: 'reserve', faults: [] };
    const [undo] = assembly.functions.filter(({ stage }) => stage?.undoes !== undefined);
    if (!undo) throw new Error('no undo in the template');
    const release = { ...undo, arn: `${undo.arn}Of`, name: `${undo.name}Of`, stage: note };
    const more = withStates((states) => {
      states['Reserve Stock'] = {
        Type: 'Task',
        Arguments: { FunctionName: 'arn:aws:lambda:us-east-1:0:function:reserve' },
      };
      states['Release Stock'] = { Type: 'Task', Arguments: { FunctionName: `${release.arn}:live` } };
    });
    const states = mayFailAt({ ...more, functions: [...more.functions, release] });
    expect(states.has('Release Stock')).toBe(true);
    expect(states.has('Reserve Stock')).toBe(false);
  });

  it('forgives no stage that lost what it catches', () => {
    const without = withStates((states) => {
      states['Ship Order'] = { ...states['Ship Order'], Catch: [] };
    });
    expect(mayFailAt(without).has('Ship Order')).toBe(false);
  });
});
