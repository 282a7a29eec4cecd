import { defineStage, rejection, type StageFacts } from '@order-workflow/stage-kit';
import * as z from 'zod/mini';

type Facts = Omit<StageFacts, 'needs'> & { readonly needs: z.ZodMiniType };

/** The facts of a stage of this name, for tests of the composition. */
export function aStage(key: string, facts: Partial<Facts> = {}): StageFacts {
  const name = key.charAt(0).toUpperCase() + key.slice(1);
  return defineStage({
    key,
    stateName: `${name} It`,
    functionName: `${name}Function`,
    bundle: `@example/${key}/lambda/${key}`,
    needs: z.unknown(),
    receipt: z.unknown(),
    faults: [],
    patienceSeconds: 60,
    timeoutSeconds: 10,
    memoryMb: 128,
    ...facts,
  });
}

export class Refused extends rejection('Refused') {}
