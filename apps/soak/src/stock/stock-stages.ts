import type { Assembly } from '@order-workflow/local';

/** The stages of a synthesized workflow that hold stock before it is paid for, where it has some. */
export interface StockStages {
  /** The name of the table. */
  readonly table: string;
  /** What a function does for an attempt, by its name or ARN; undefined of one that knows no stock. */
  workOf(nameOrArn: string): 'reserves' | 'releases' | undefined;
}

export function stockStages({ functions }: Pick<Assembly, 'functions'>): StockStages | undefined {
  const ours = functions.filter(({ environment }) => environment['STOCK_TABLE_NAME'] !== undefined);
  const table = ours[0]?.environment['STOCK_TABLE_NAME'];
  return table === undefined
    ? undefined
    : {
        table,
        workOf(nameOrArn) {
          const found = ours.find(({ name, arn }) => name === nameOrArn || `${nameOrArn}:`.startsWith(`${arn}:`));
          return found && (found.stage?.undoes === undefined ? 'reserves' : 'releases');
        },
      };
}
