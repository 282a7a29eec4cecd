import { describe, expect, it } from 'vitest';
import { variableReferences } from './variable-references.ts';

const machine = (states: object, fields: object = {}) => ({ StartAt: 'A', States: states, ...fields }) as never;

describe('the variables that states read', () => {
  it('are named in JSONata: not functions, not what an expression binds itself, not what stands in a text', () => {
    const Output = '{% ($a := 1; $map($list, function($item) { $a + $item + $limit }) & "$text" & $x) %}';
    const found = variableReferences(
      machine({ A: { Type: 'Pass', Output, Comment: '$no' } }, { QueryLanguage: 'JSONata' }),
    );
    expect(found).toEqual({ variableReferences: { A: ['list', 'limit', 'x'] } });
  });

  it('are named in JSONPath, where paths and intrinsic functions stand, and within a Map and a Parallel state', () => {
    const pass = {
      Type: 'Pass',
      Parameters: { 'a.$': "States.Format('$lit {}', $who.name)", 'b.$': '$.x', c: '$plain', 'd.$': '$$.State' },
    };
    const states = {
      A: { ...pass, OutputPath: '$kept' },
      P: { Type: 'Parallel', Branches: [machine({ B: { Type: 'Pass', InputPath: '$in' } })] },
      M: {
        Type: 'Map',
        ItemsPath: '$items',
        ItemProcessor: machine({ C: { Type: 'Choice', Choices: [{ Variable: '$v' }] } }),
      },
    };
    expect(variableReferences(machine(states))).toEqual({
      variableReferences: { A: ['who', 'kept'], B: ['in'], M: ['items'], C: ['v'] },
    });
  });

  it('are not told of a machine whose states read none', () => {
    expect(variableReferences(machine({ A: { Type: 'Pass', InputPath: '$.a' } }))).toEqual({});
  });
});
