import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { parseTaskResource } from '../task/task-resource.ts';

/** The states of a machine and of all machines within it, by name. */
function statesOf(machine: Json): ReadonlyMap<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  collect(machine, found);
  return found;
}

function collect(machine: Json | undefined, found: Map<string, JsonObject>): void {
  const states = isJsonObject(machine) ? machine['States'] : undefined;
  if (!isJsonObject(states)) return;
  for (const [name, state] of Object.entries(states)) {
    if (!isJsonObject(state)) continue;
    found.set(name, state);
    const branches = state['Branches'];
    const inner = Array.isArray(branches) ? (branches as readonly Json[]) : [];
    for (const one of [...inner, state['ItemProcessor'], state['Iterator']]) collect(one, found);
  }
}

/** The places that an execution can take: states, rules, retriers, catchers, as `Charge Catch[0]`. */
export function placesOf(machine: Json): readonly string[] {
  return [...statesOf(machine)].flatMap(([name, state]) => {
    const rules = ['Choices', 'Retry', 'Catch'].flatMap((field) => {
      const items = state[field];
      return Array.isArray(items) ? items.map((_, index) => `${name} ${field}[${index}]`) : [];
    });
    return [name, ...rules, ...(state['Default'] === undefined ? [] : [`${name} Default`])];
  });
}

/** What a machine calls. */
export interface RequiredIntegrations {
  /** Integrations by the names that a host registers them by, as `sqs:sendMessage`. */
  readonly integrations: readonly string[];
  /** Functions by name or ARN, as the definition gives them; those that an expression names are not among them. */
  readonly lambdas: readonly string[];
  readonly activities: readonly string[];
}

/**
 * What a definition needs to be given before it can run: integrations, functions, activities.
 *
 * @example
 * requiredIntegrations(definition).integrations; // ['dynamodb:putItem', 'sqs:sendMessage']
 */
export function requiredIntegrations(definition: string | object): RequiredIntegrations {
  const machine: Json = typeof definition === 'string' ? JSON.parse(definition) : (definition as Json);
  const callers = [...statesOf(machine).values()].flatMap((state) =>
    [state, state['ItemReader'], state['ResultWriter']].filter(isJsonObject),
  );
  const called = callers.flatMap(callOf);
  const named = (kind: Called['kind']) =>
    [...new Set(called.filter((one) => one.kind === kind).map(({ name }) => name))].sort();
  return { integrations: named('integration'), lambdas: named('function'), activities: named('activity') };
}

interface Called {
  readonly kind: 'integration' | 'function' | 'activity';
  readonly name: string;
}

function callOf(caller: JsonObject): readonly Called[] {
  const arn = caller['Resource'];
  const resource = typeof arn === 'string' ? parseTaskResource(arn) : undefined;
  if (!resource) return [];
  if (resource.kind !== 'integration') return [{ kind: resource.kind, name: resource.arn }];
  if (resource.key !== 'lambda:invoke') return [{ kind: 'integration', name: resource.key }];
  const given = caller['Parameters'] ?? caller['Arguments'];
  const name = isJsonObject(given) ? given['FunctionName'] : undefined;
  return typeof name === 'string' && !name.startsWith('{%') ? [{ kind: 'function', name }] : [];
}
