import { deepStrictEqual, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type EndedExecution, endThere } from './end-there.ts';
import { type DeployedProof, output, repository } from './proof.ts';
import { lostName } from './without-error-names.ts';

/**
 * One id, four messages: a card that is declined, another card, that message again, and the first one once more. The second
 * is fulfilled, and the others hold nothing. Without the names of errors, what was declined is refunded, and what is a
 * duplicate fails where it is found to be one.
 */
export async function proveAttempts(proof: DeployedProof, errorNamesLost: boolean) {
  const sample = JSON.parse(readFileSync(`${repository}/examples/orders/sample.json`, 'utf8'));
  const place = (name: string, paymentToken: string) => {
    const order = JSON.stringify({ ...sample, orderId: 'tried-again', paymentToken });
    return endThere(proof.clients, output(proof, 'PlaceOrdersAt'), name, order);
  };
  const first = await place('first-card', 'sim-declined');
  const second = await place('another-card', 'any-other');
  const again = await place('another-card-again', 'any-other');
  const old = await place('first-card-late', 'sim-declined');
  deepStrictEqual(
    [first, second].map(({ ending, record }) => [ending.outcome, attemptOf(record)]),
    [
      [errorNamesLost ? 'refunded' : 'declined', 1],
      ['fulfilled', 2],
    ],
  );
  for (const duplicate of [again, old]) {
    deepStrictEqual(duplicate.states.slice(0, 1), ['Validate Order']);
    if (errorNamesLost) deepStrictEqual([duplicate.ending.status, duplicate.ending.error], ['FAILED', lostName]);
    else deepStrictEqual([duplicate.ending.status, duplicate.ending.outcome], ['SUCCEEDED', 'duplicate']);
    match(toldOf(duplicate), /Order tried-again is fulfilled in attempt 2, by execution \S+:another-card\b/);
  }
  return {
    seen: `${first.ending.outcome}, then fulfilled in attempt 2; the same again, and the first again, are its duplicates`,
  };
}

function attemptOf({ validation }: EndedExecution['record']): unknown {
  return (validation as { readonly attempt?: unknown } | undefined)?.attempt;
}

function toldOf({ ending, record }: EndedExecution): string {
  return ending.message ?? JSON.stringify(record);
}
