import type { StageFacts, StageTable } from '@order-workflow/stage-kit';

/** The tables that a stage asks for, by what each is keyed and what the stage may do with it. */
export function tablesOf({ access }: Pick<StageFacts, 'access'>): readonly StageTable[] {
  const { table, tables = [] } = access;
  return table === undefined ? tables : [{ name: table, key: 'orderId', may: 'put' }, ...tables];
}

interface AskedTables {
  /** The names of those that stages can do without, and that are to be there. */
  readonly optionalTables?: readonly string[];
  /** Tables that are there already, by their names. */
  readonly tables?: Readonly<Record<string, unknown>>;
}

/**
 * Each table that these stages ask for, by its name; of those that a stage can do without, the ones that are asked for.
 *
 * @throws RangeError when two of them name another key for one table, and when no stage can use one that is asked for
 */
export function tablesOfAll(
  stages: readonly Pick<StageFacts, 'access' | 'stateName'>[],
  { optionalTables = [], tables = {} }: AskedTables = {},
): ReadonlyMap<string, string> {
  const asked = new Set([...optionalTables, ...Object.keys(tables)]);
  const keys = new Map<string, string>();
  for (const stage of stages)
    for (const { name, key, optional } of tablesOf(stage)) {
      if (optional && !asked.has(name)) continue;
      const known = keys.get(name) ?? key;
      if (known !== key)
        throw new RangeError(`${stage.stateName}: the key of the table ${name} is ${key}, expected ${known}`);
      keys.set(name, key);
    }
  const unknown = optionalTables.find((name) => !keys.has(name));
  if (unknown !== undefined)
    throw new RangeError(`optionalTables: given ${unknown}, expected a table that a stage can use`);
  return keys;
}
