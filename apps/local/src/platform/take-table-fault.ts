import type { FaultName, Switchboard } from '@order-workflow/simulators';
import type { StageOf } from '../faults/inject-function-fault.ts';
import type { TableCall } from '../tables/read-table-call.ts';

/** The fault that strikes what a stage asks of its table. */
export function takeTableFault(
  switchboard: Switchboard,
  stageOf: StageOf,
): (asked: TableCall) => FaultName | undefined {
  return ({ caller, call, orderId }) => {
    const stage = stageOf(caller);
    if (!stage) return undefined;
    // The key of the item as the keys of all calls are made, so that a strike finds its order.
    const about = orderId === undefined ? {} : { about: `order-${orderId}-${call}` };
    return switchboard.take({ layer: 'table', target: stage.word, call, ...about });
  };
}
