import { describeIssues, violationText } from '@order-workflow/order-domain';
import { lambdaSurroundings } from './adapters/lambda-surroundings.ts';
import type { Decision, FindingCounts } from './decision.ts';
import { followInvocations } from './follow-invocations.ts';
import { type FaultClass, NoticedDefect, type RejectionClass } from './stage-failure.ts';
import type { StageManifest } from './stage-manifest.ts';
import type { InvocationContext, Surroundings } from './surroundings.ts';
import { withholdDefect } from './withhold-defect.ts';

/**
 * The record lacks what a stage needs, or a stage left a receipt that its own manifest does not describe. A defect of
 * the software, never of the order: it is neither retried nor told to the customer as a rejection.
 */
export class StageContractBroken extends NoticedDefect {
  override readonly name = 'StageContractBroken';
}

type FailureOf<Facts> = Facts extends { readonly faults: readonly (infer F extends FaultClass)[] }
  ? InstanceType<F> | RejectionOf<Facts> | NotOwnedOf<Facts>
  : never;
/** Never, when the manifest leaves its rejections out: then it has none, not any. */
type RejectionOf<Facts> = Facts extends { readonly rejections: readonly (infer R extends RejectionClass)[] }
  ? RejectionClass extends R
    ? never
    : InstanceType<R>
  : never;

type NotOwnedOf<Facts> = Facts extends { readonly notOwned: infer N extends RejectionClass }
  ? RejectionClass extends N
    ? never
    : InstanceType<N>
  : never;

/**
 * A Lambda handler for a stage: reads what the manifest says that it needs, decides, and returns the receipt or throws
 * the failure. `decide` may only fail in the ways that the manifest declares. Each invocation leaves one line in the
 * log, with its metrics ({@link invocationLine}).
 *
 * @param surroundings Lambda's own unless given; without any, nothing is logged
 * @throws StageContractBroken when the record or the receipt does not fit the manifest
 * @throws the rejection or fault that `decide` answered with
 * @throws any other defect by its name, without its own words ({@link withholdDefect})
 */
export function createStageHandler<Key extends string, Needs, Receipt, Facts>(
  manifest: StageManifest<Key, Needs, Receipt> & Facts,
  decide: (
    needs: Needs,
  ) => Decision<NoInfer<Receipt>, FailureOf<Facts>> | Promise<Decision<NoInfer<Receipt>, FailureOf<Facts>>>,
  surroundings: Surroundings | undefined = lambdaSurroundings(),
): (event: unknown, context?: InvocationContext) => Promise<Receipt> {
  const begin = surroundings && followInvocations(manifest, surroundings);
  return async (event, context = {}) => {
    const invocation = begin?.(event, context);
    let found: FindingCounts | undefined;
    try {
      const needs = read(manifest.needs, event, `${manifest.stateName} cannot read the record`);
      const decision = await decide(needs);
      found = decision.found;
      if (decision.kind === 'failure') throw decision.failure;
      const left = read(manifest.receipt, decision.receipt, `${manifest.stateName} left a receipt that is not its own`);
      invocation?.left(left, found);
      return left;
    } catch (thrown) {
      invocation?.failed(thrown, found);
      throw withholdDefect(thrown, manifest.stateName);
    }
  };
}

function read<T>(schema: StageManifest<string, T, unknown>['needs'], value: unknown, complaint: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const violations = describeIssues(parsed.error.issues, value).map(violationText).join('; ');
  throw new StageContractBroken(`${complaint}: ${violations}`);
}
