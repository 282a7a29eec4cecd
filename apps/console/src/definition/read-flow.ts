import { readableText } from '../show/readable-text.ts';
import { type Flow, type FlowEdge, type FlowState, flowEnd, flowStart } from './flow.ts';
import { type Machine, type MachineState, machineSchema } from './machine.ts';
import { orderStates } from './order-states.ts';

const endingTypes = new Set(['Succeed', 'Fail']);
const anyError = 'States.ALL';
const mostOfLabel = 80;

/**
 * Reads a definition in Amazon States Language as a graph of its top-level states. What happens inside a Map or a
 * Parallel belongs to that one state.
 *
 * @throws SyntaxError when the text is no JSON, ZodError when it is no definition
 */
export function readFlow(definition: string): Flow {
  const machine = machineSchema.parse(JSON.parse(definition));
  const edges = [way(flowStart, machine.StartAt, 'next'), ...waysOf(machine)];
  return {
    states: orderStates(Object.keys(machine.States), edges).map((name) => flowState(name, machine)),
    edges,
  };
}

function flowState(name: string, { States }: Machine): FlowState {
  const { Type = 'Task', Resource, Retry = [], TimeoutSeconds } = States[name] ?? {};
  return {
    ...{ name, type: Type, retriers: Retry },
    ...(Resource !== undefined && { resource: Resource }),
    ...(typeof TimeoutSeconds === 'number' && { timeoutSeconds: TimeoutSeconds }),
  };
}

function waysOf({ States }: Machine): readonly FlowEdge[] {
  return Object.entries(States).flatMap(([name, state]) => [...waysOn(name, state), ...waysCaught(name, state)]);
}

function waysOn(from: string, state: MachineState): readonly FlowEdge[] {
  if (state.Next !== undefined) return [way(from, state.Next, 'next')];
  if (state.End === true || endingTypes.has(state.Type)) return [way(from, flowEnd, 'next')];
  const rules = state.Choices ?? [];
  const question = rules.length === 1;
  const ways = rules.map(({ Next, Condition }, index) =>
    way(from, Next, 'choice', {
      label: question ? 'yes' : `rule ${index + 1}`,
      ...(Condition === undefined ? {} : { condition: Condition }),
    }),
  );
  const otherwise = question ? 'no' : 'otherwise';
  return merged(
    state.Default === undefined ? ways : [...ways, way(from, state.Default, 'choice', { label: otherwise })],
  );
}

function waysCaught(from: string, { Catch = [] }: MachineState): readonly FlowEdge[] {
  return merged(
    Catch.map(({ ErrorEquals, Next }) =>
      way(from, Next, 'catch', { errors: ErrorEquals, label: errorsLabel(ErrorEquals, Catch.length === 1) }),
    ),
  );
}

function errorsLabel(errors: readonly string[], only: boolean): string {
  return errors.map((error) => (error !== anyError ? error : only ? 'any error' : 'any other error')).join(', ');
}

function way(
  from: string,
  to: string,
  kind: FlowEdge['kind'],
  more: Partial<Pick<FlowEdge, 'errors' | 'label' | 'condition'>> = {},
): FlowEdge {
  return { id: `${from}→${to} ${kind}`, from, to, kind, errors: [], label: '', ...more };
}

function merged(ways: readonly FlowEdge[]): readonly FlowEdge[] {
  return [...Map.groupBy(ways, ({ id }) => id).values()].flatMap((same) =>
    same.slice(0, 1).map((way) => ({
      ...way,
      errors: same.flatMap(({ errors }) => errors),
      // The layout makes room for it.
      label: readableText(same.map(({ label }) => label).join(', '), { most: mostOfLabel }),
    })),
  );
}
