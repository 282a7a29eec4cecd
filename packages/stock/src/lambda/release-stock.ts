import { createStageHandler } from '@order-workflow/stage-kit';
import { stockFromEnvironment } from '../adapters/stock-from-environment.ts';
import { releasePieces } from '../release-pieces.ts';
import { releaseStock } from '../release-stock-stage.ts';

const table = stockFromEnvironment(process.env);

export const handler = createStageHandler(releaseStock, (record) =>
  releasePieces(record, { table, clock: Date, signal: AbortSignal.timeout(10_000) }),
);
