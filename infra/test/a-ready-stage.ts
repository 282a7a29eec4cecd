import type { StageFacts } from '@order-workflow/stage-kit';
import { aStage } from './a-stage.ts';

/** The facts of a stage whose bundle is built: it borrows that of Validate Order. */
export function aReadyStage(key: string, facts: Parameters<typeof aStage>[1] = {}): StageFacts {
  return aStage(key, { bundle: '@order-workflow/validate/lambda/validate-order', ...facts });
}
