import type { StateDefinition, StateMachineDefinition } from './state-machine-definition.ts';

/**
 * A definition as a Mermaid flowchart: the way of an order that goes well as thick arrows, caught errors as dotted ones
 * with their names. A task with no dotted arrow fails the execution when its retries are spent.
 */
export function mermaid({ StartAt, States }: StateMachineDefinition): string {
  const names = Object.keys(States);
  const id = (name: string) => `s${names.indexOf(name)}`;
  const happy = new Set(happyPath(StartAt, States));
  const nodes = Object.entries(States).map(([name, { Type }]) => `  ${id(name)}${shape(Type, name)}`);
  const edges = Object.entries(States).flatMap(([name, state]) =>
    arrows(state).map(({ to, label, caught }) => {
      const line = caught ? '-.->' : happy.has(name) && (to === undefined || happy.has(to)) ? '==>' : '-->';
      return `  ${id(name)} ${line}${label ? `|${label}|` : ''} ${to === undefined ? 'done' : id(to)}`;
    }),
  );
  return ['flowchart TD', '  start(( ))', ...nodes, '  done(((end)))', `  start ==> ${id(StartAt)}`, ...edges].join(
    '\n',
  );
}

interface Arrow {
  /** Absent when the execution ends there. */
  readonly to?: string;
  readonly label?: string;
  readonly caught?: boolean;
}

function arrows({ Next, End, Default, Choices = [], Catch = [] }: StateDefinition): readonly Arrow[] {
  return [
    ...(Next === undefined ? [] : [{ to: Next }]),
    ...(End ? [{}] : []),
    ...Choices.map((choice) => ({ to: choice.Next, label: 'yes' })),
    ...(Default === undefined ? [] : [{ to: Default, label: 'no' }]),
    ...Catch.map(({ ErrorEquals, Next: to }) => ({ to, label: errorNames(ErrorEquals), caught: true })),
  ];
}

function errorNames(errors: readonly string[]): string {
  return errors.map((error) => (error === 'States.ALL' ? 'anything else' : error)).join(', ');
}

function happyPath(start: string, states: StateMachineDefinition['States']): string[] {
  const path: string[] = [];
  for (let name: string | undefined = start; name !== undefined; name = states[name]?.Next) path.push(name);
  return path;
}

function shape(type: string, name: string): string {
  return type === 'Choice' ? `{"${name}"}` : `["${name}"]`;
}
