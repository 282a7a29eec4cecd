import { isJsonObject, type Json } from '../json/json.ts';
import { sdkName } from './sdk-names.ts';

/** How the members of a service that speaks AWS JSON are written: as a state has them, in `camelCase`, or DynamoDB's attributes. */
export type JsonNames = 'same' | 'camel' | 'attributes';

// Objects of these names have keys that are data, no members (the models of the services in `json-services.ts`).
const maps = new Set(['dockerLabels', 'driverOpts', 'findingSeverityCounts', 'labels', 'options', 'tags']);

/** What a state gives, as the service wants it. */
export function toWire(value: Json, names: JsonNames): Json {
  if (names === 'same') return value;
  return names === 'camel' ? inCamelCase(value) : attributes(value, wireTypes);
}

/** What the service answers, as a state sees it. */
export function fromWire(value: Json, names: JsonNames): Json {
  if (names === 'same') return value;
  return names === 'camel' ? inSdkNames(value) : attributes(value, stateTypes);
}

function inCamelCase(value: Json): Json {
  return renamed(value, (name) => name.slice(0, 1).toLowerCase() + name.slice(1));
}

function inSdkNames(value: Json): Json {
  return renamed(value, sdkName);
}

function renamed(value: Json, rename: (name: string) => string): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => renamed(item, rename));
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([name, member]): readonly [string, Json] => {
    const isMap = maps.has(name.slice(0, 1).toLowerCase() + name.slice(1)) && isJsonObject(member);
    return [rename(name), isMap ? member : renamed(member, rename)];
  });
  return Object.fromEntries(members);
}

// An attribute's value is an object of one member, its type; sets are lists, BOOL and NULL true or false.
const stateTypes: Readonly<Record<string, string>> = { BOOL: 'Bool', NULL: 'Nul', SS: 'Ss', NS: 'Ns', BS: 'Bs' };
const wireTypes = Object.fromEntries(Object.entries(stateTypes).map(([wire, state]) => [state, wire]));

function attributes(value: Json, types: Readonly<Record<string, string>>): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => attributes(item, types));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value);
  const [[type = '', content] = []] = entries;
  const renamedType = Object.hasOwn(types, type) ? types[type] : undefined;
  if (entries.length === 1 && renamedType !== undefined && (Array.isArray(content) || typeof content === 'boolean'))
    return { [renamedType]: content };
  return Object.fromEntries(entries.map(([name, member]) => [name, attributes(member, types)]));
}
