import { isJsonObject } from '../json/json-object.ts';
import { AssemblyUnreadable } from './assembly.ts';
import { identifyResource, nameProperties } from './identify-resource.ts';
import type { SynthesizedStack } from './read-synthesized-stack.ts';
import { type References, resolveValue } from './resolve-value.ts';

/** A resource of a stack; what it refers to is resolved when it is asked for. */
export interface StackResource {
  readonly logicalId: string;
  readonly type: string;
  readonly name: string;
  readonly metadata: Readonly<Record<string, unknown>> | undefined;
  /** Undefined when the template does not set it. */
  property(name: string): unknown;
  /** Throws AssemblyUnreadable when the attribute is not known. */
  attribute(name: string): string;
}

/**
 * The resources that a stack deploys with these parameters. Only what is asked for is resolved, so a resource of a kind
 * that this machine does not know does no harm until something needs it.
 */
export function stackResources(
  stack: SynthesizedStack,
  parameters: Readonly<Record<string, string>>,
  output: References['output'] = () => undefined,
): readonly StackResource[] {
  const { resourceOf } = openStack(stack, parameters, output);
  return Object.keys(stack.template.Resources).flatMap((id) => resourceOf(id) ?? []);
}

/** What a stack tells others by its outputs, by name; undefined where it has none of that name. */
export function stackOutputs(
  stack: SynthesizedStack,
  parameters: Readonly<Record<string, string>>,
): References['output'] {
  const { references } = openStack(stack, parameters, () => undefined);
  return (name) => {
    const { Value } = stack.template.Outputs?.[name] ?? {};
    return Value === undefined ? undefined : resolveValue(Value, references, `Outputs.${name}`);
  };
}

function openStack(
  { name: stackName, template }: SynthesizedStack,
  parameters: Readonly<Record<string, string>>,
  output: References['output'],
) {
  for (const name of Object.keys(parameters)) {
    if (!template.Parameters?.[name]) throw new AssemblyUnreadable(`${stackName} has no parameter ${name}`);
  }

  const references: References = {
    stackName,
    output,
    ref: (id) => parameters[id] ?? template.Parameters?.[id]?.Default ?? identityOf(id)?.ref,
    attribute: (id, name) => identityOf(id)?.attributes[name],
    condition: (name) => {
      const condition = template.Conditions?.[name];
      return condition === undefined ? undefined : evaluateCondition(condition, references, `Conditions.${name}`);
    },
    mapping: (map, first, second) => template.Mappings?.[map]?.[first]?.[second],
  };

  function resourceOf(logicalId: string): StackResource | undefined {
    const resource = template.Resources[logicalId];
    if (!resource) return undefined;
    if (resource.Condition !== undefined && !references.condition(resource.Condition)) return undefined;
    const property = (name: string) =>
      resolveValue(resource.Properties?.[name], references, `${logicalId}.${name}`) ?? undefined;
    return {
      logicalId,
      type: resource.Type,
      get name() {
        const given = property(nameProperties[resource.Type] ?? '');
        return typeof given === 'string' ? given : `${stackName}-${logicalId}`;
      },
      metadata: resource.Metadata,
      property,
      attribute(name) {
        const value = identityOf(logicalId)?.attributes[name];
        if (value === undefined) throw new AssemblyUnreadable(`${logicalId}: its attribute ${name} is not known`);
        return value;
      },
    };
  }

  function identityOf(logicalId: string) {
    const resource = resourceOf(logicalId);
    return resource && identifyResource(resource);
  }

  return { references, resourceOf };
}

/**
 * Whether a condition of a template holds (CloudFormation user guide, condition functions).
 *
 * @throws AssemblyUnreadable for a function that is not one of a condition's
 */
function evaluateCondition(condition: unknown, references: References, at: string): boolean {
  const holds = (part: unknown) => evaluateCondition(part, references, at);
  const [[name, argument] = ['nothing', undefined]] = isJsonObject(condition) ? Object.entries(condition) : [];
  const parts = Array.isArray(argument) ? argument : [];
  switch (name) {
    case 'Fn::Equals':
      return String(resolveValue(parts[0], references, at)) === String(resolveValue(parts[1], references, at));
    case 'Fn::Not':
      return !holds(parts[0]);
    case 'Fn::And':
      return parts.every(holds);
    case 'Fn::Or':
      return parts.some(holds);
    case 'Condition':
      return references.condition(String(argument)) ?? false;
    default:
      throw new AssemblyUnreadable(`${at}: ${name} is not a condition`);
  }
}
