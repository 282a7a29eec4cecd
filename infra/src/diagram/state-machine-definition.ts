import { machineNoteKey } from '../constructs/cancellation-machine.ts';

/** The parts of a synthesized definition that a diagram shows. */
export interface StateMachineDefinition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, StateDefinition>>;
}

export interface StateDefinition {
  readonly Type: string;
  readonly Next?: string;
  readonly Resource?: string;
  readonly Arguments?: Readonly<Record<string, unknown>>;
  readonly End?: boolean;
  readonly Default?: string;
  readonly Output?: unknown;
  readonly Choices?: readonly { readonly Next: string; readonly Condition?: string; readonly Output?: unknown }[];
  readonly Catch?: readonly {
    readonly ErrorEquals: readonly string[];
    readonly Next: string;
    readonly Output?: unknown;
  }[];
  /** Of a Map. */
  readonly ItemProcessor?: StateMachineDefinition;
}

/** What a state machine of a template is for. */
export type MachinePurpose = 'orders' | 'cancellation' | 'batches';

/**
 * Reads the definition of the one state machine of a synthesized template that takes orders, cancels them, or places batches. References in
 * it are left as `?`: they stand inside strings, such as a function's ARN.
 *
 * @throws TypeError when the template does not hold exactly one such state machine
 */
export function definitionOf(template: unknown, purpose: MachinePurpose = 'orders'): StateMachineDefinition {
  const resources = Object.values((template as { Resources: Record<string, Resource> }).Resources);
  const machines = resources.filter(
    ({ Type, Metadata }) =>
      Type === 'AWS::StepFunctions::StateMachine' && (Metadata?.[machineNoteKey] ?? 'orders') === purpose,
  );
  const [machine] = machines;
  if (!machine || machines.length > 1)
    throw new TypeError(`the template holds ${machines.length} state machines, expected one for ${purpose}`);
  return JSON.parse(textOf(machine.Properties.DefinitionString));
}

interface Resource {
  readonly Type: string;
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly Properties: { readonly DefinitionString: string | { readonly 'Fn::Join': readonly [string, unknown[]] } };
}

function textOf(value: Resource['Properties']['DefinitionString']): string {
  if (typeof value === 'string') return value;
  const [separator, parts] = value['Fn::Join'];
  return parts.map((part) => (typeof part === 'string' ? part : '?')).join(separator);
}
