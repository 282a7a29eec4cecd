import { createStageHandler } from '@order-workflow/stage-kit';
import { orderStandingsFromEnvironment } from '@order-workflow/stage-kit/order-store';
import { stockFromEnvironment } from '../adapters/stock-from-environment.ts';
import { holdPieces } from '../hold-pieces.ts';
import { reserveStock } from '../reserve-stock-stage.ts';

const table = stockFromEnvironment(process.env);
const orders = orderStandingsFromEnvironment(process.env);

export const handler = createStageHandler(reserveStock, async (record) => {
  let heldAfterEnd = 0;
  const onHeldAfterEnd = () => void heldAfterEnd++;
  const ports = { table, orders, clock: Date, signal: AbortSignal.timeout(10_000), onHeldAfterEnd };
  return { ...(await holdPieces(record, ports)), found: { heldAfterEnd } };
});
