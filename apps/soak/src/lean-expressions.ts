import { isDeepStrictEqual } from 'node:util';

/** A value of DynamoDB's: `{ "S": "12345" }`. */
type Value = Readonly<Record<string, unknown>>;
export type Item = Readonly<Record<string, Value>>;

/** What a write says of the item that it finds, and makes of it. */
export interface Expressions {
  readonly ConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Item;
}

/** Whether the condition of a write holds for what is found; without one, it does. */
export function conditionHolds(
  { ConditionExpression: condition, ...names }: Expressions,
  found: Item | undefined,
): boolean {
  return condition === undefined || condition.split(' AND ').every((term) => termHolds(term, names, found));
}

/** An item as `SET` and `REMOVE` leave it: numbers are added to, and values set, all by what was found. */
export function updated({ UpdateExpression = '', ...names }: Expressions, found: Item = {}): Item {
  const [, sets, removes] = /^SET (.+?)(?: REMOVE (.+))?$/.exec(UpdateExpression) ?? [];
  if (sets === undefined) throw unknown(UpdateExpression);
  const dropped = removes?.split(', ').map((name) => nameOf(name, names)) ?? [];
  const kept = Object.entries(found).filter(([name]) => !dropped.includes(name));
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(sets.split(', ').map((set) => setBy(set, names, found))),
  };
}

function setBy(set: string, names: Expressions, found: Item): readonly [string, Value] {
  const [, name = '', base, value = ''] = /^(#\w+) = (?:(#\w+) \+ )?(:\w+)$/.exec(set) ?? [];
  if (name === '') throw unknown(set);
  const given = givenFor(value, names);
  if (base === undefined) return [nameOf(name, names), given];
  return [nameOf(name, names), { N: `${Number(found[nameOf(base, names)]?.['N']) + Number(given['N'])}` }];
}

function termHolds(term: string, names: Expressions, found: Item | undefined): boolean {
  const [, not, existing] = /^attribute_(not_)?exists\(([#\w]+)\)$/.exec(term) ?? [];
  if (existing !== undefined) return (found?.[nameOf(existing, names)] === undefined) === (not !== undefined);
  const [, name, is, value] = /^([#\w]+) (=|>=) (:\w+)$/.exec(term) ?? [];
  if (name === undefined || value === undefined) throw unknown(term);
  const [has, wanted] = [found?.[nameOf(name, names)], givenFor(value, names)];
  return is === '=' ? isDeepStrictEqual(has, wanted) : Number(has?.['N']) >= Number(wanted['N']);
}

/** `#status` stands for a name, others for themselves. */
function nameOf(name: string, { ExpressionAttributeNames: names = {} }: Expressions): string {
  const attribute = name.startsWith('#') ? names[name] : name;
  if (attribute === undefined) throw unknown(name);
  return attribute;
}

function givenFor(value: string, { ExpressionAttributeValues: values = {} }: Expressions): Value {
  const given = values[value];
  if (given === undefined) throw unknown(value);
  return given;
}

const unknown = (expression: string) => new Error(`an expression that is not known: ${expression}`);
