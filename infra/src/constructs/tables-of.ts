import type { StageFacts, StageTable } from '@order-workflow/stage-kit';

/** The tables that a stage asks for, by what each is keyed and what the stage may do with it. */
export function tablesOf({ access }: Pick<StageFacts, 'access'>): readonly StageTable[] {
  const { table, tables = [] } = access;
  return table === undefined ? tables : [{ name: table, key: 'orderId', may: 'put' }, ...tables];
}

/**
 * Each table that these stages ask for, by its name.
 *
 * @throws RangeError when two of them name another key for one table
 */
export function tablesOfAll(stages: readonly Pick<StageFacts, 'access' | 'stateName'>[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const stage of stages)
    for (const { name, key } of tablesOf(stage)) {
      const known = keys.get(name) ?? key;
      if (known !== key)
        throw new RangeError(`${stage.stateName}: the key of the table ${name} is ${key}, expected ${known}`);
      keys.set(name, key);
    }
  return keys;
}
