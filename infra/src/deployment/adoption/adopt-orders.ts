import {
  type CustomerHash,
  type OrderFingerprint,
  type OrderStore,
  OrderTableBroken,
} from '@order-workflow/stage-kit/order-store';
import { CloudUnavailable } from '../describe-cloud-failure.ts';
import { adoptionOf } from './adoption-of.ts';
import type { AdoptionBook, AdoptionProgress } from './adoption-progress.ts';
import { type AdoptionTally, adoptionTally } from './adoption-tally.ts';
import type { PastExecution, PastExecutions } from './past-executions.ts';

/** Where orders from before the order store are found, and where they are written. */
export interface AdoptionWorld {
  readonly stateMachineArn: string;
  readonly table: string;
  readonly executions: PastExecutions;
  readonly store: Pick<OrderStore, 'adopt'>;
  readonly fingerprint: OrderFingerprint;
  readonly customer: CustomerHash;
  readonly book: AdoptionBook;
  readonly say: (text: string) => void;
  /** Milliseconds, of any clock that goes on. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** So many executions are looked at together; more would only be throttled. */
const atOnce = 8;
/** Waits for a table that does not answer: half a minute in all. */
const waitsMs = [500, 1_000, 2_000, 4_000, 8_000, 16_000];

/**
 * Writes the items of the orders that executions of the last 90 days are of. Executions come latest first; which of several
 * has an order is the store's to weigh, before any execution claims. What was stopped goes on where it stood.
 *
 * @throws CloudUnavailable when executions cannot be read, or items not be written; what is written stays
 */
export async function adoptOrders(world: AdoptionWorld, beforeClaims: boolean): Promise<void> {
  const { stateMachineArn, table, executions, book } = world;
  const before = progressHere(world);
  const tally = adoptionTally(world);
  let progress: AdoptionProgress | undefined;
  for await (const page of executions.list()) {
    const { startedAt: since = '' } = page[0] ?? {};
    progress ??= { stateMachineArn, table, since, reached: since, running: before?.running ?? [] };
    const left = page.filter((one) => !isDone(one, before));
    const running = await adoptAll(left, world, tally, beforeClaims);
    const reached = page.at(-1)?.startedAt ?? progress.reached;
    progress = { ...progress, reached, running: [...progress.running, ...running] };
    book.write(progress);
  }
  tally.end('before the order store');
}

/**
 * The same once the new definition takes orders, for what happened meanwhile: executions that ended while items were
 * written, and those that began since. What is claimed by now is left alone.
 *
 * @throws CloudUnavailable as {@link adoptOrders} does
 */
export async function adoptLateOrders(world: AdoptionWorld): Promise<void> {
  const before = progressHere(world);
  if (!before) return;
  const tally = adoptionTally(world);
  for (const page of pagesOf(before.running)) {
    const found = await Promise.all(page.map((arn) => world.executions.describe(arn)));
    await adoptAll(
      found.filter(({ status }) => status !== 'RUNNING'),
      world,
      tally,
      false,
    );
  }
  for await (const page of world.executions.list()) {
    await adoptAll(
      page.filter(({ startedAt }) => startedAt > before.since),
      world,
      tally,
      false,
    );
    if (page.some(({ startedAt }) => startedAt <= before.since)) break;
  }
  world.book.forget();
  tally.end('while it was deployed');
}

/** Adopts the orders of these executions; gives those that ran. */
async function adoptAll(
  page: readonly PastExecution[],
  world: AdoptionWorld,
  tally: AdoptionTally,
  beforeClaims: boolean,
): Promise<readonly string[]> {
  const queue = page.values();
  const running: string[] = [];
  const worker = async () => {
    for (const { arn } of queue) {
      const { ran, written } = await adoptOne(arn, world, beforeClaims);
      if (ran) running.push(arn);
      tally.count(written);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return running;
}

async function adoptOne(arn: string, world: AdoptionWorld, beforeClaims: boolean) {
  const past = await world.executions.describe(arn);
  const record = past.status === 'SUCCEEDED' ? undefined : await world.executions.recordOfFirstStage(arn);
  const found = adoptionOf(past, record);
  const ran = past.status === 'RUNNING';
  if (!found) return { ran, written: false };
  const { asked, ...adoption } = found;
  const [fingerprint, customer] = [world.fingerprint(asked), world.customer(asked)];
  for (let tries = 0; ; tries++) {
    const answer = await world.store.adopt({ ...adoption, fingerprint, customer, beforeClaims }).catch(refused);
    if (answer.answer !== 'unavailable') return { ran, written: answer.answer === 'adopted' };
    const pause = waitsMs[tries];
    if (pause === undefined)
      throw new CloudUnavailable(`The table ${world.table} does not answer (${answer.detail}). ${goesOn}`);
    await world.wait(pause);
  }
}

const goesOn = 'Run the same command again: it goes on where it stood.';

function refused(error: unknown): never {
  if (!(error instanceof OrderTableBroken)) throw error;
  throw new CloudUnavailable(
    `${error.message}: expected to be allowed dynamodb:GetItem and dynamodb:PutItem there, and the use of its key. ${goesOn}`,
    { cause: error },
  );
}

function progressHere({ book, stateMachineArn, table }: AdoptionWorld): AdoptionProgress | undefined {
  const read = book.read();
  return read?.stateMachineArn === stateMachineArn && read.table === table ? read : undefined;
}

/** The last of a page may have begun in the same millisecond as the first of the next. */
function isDone({ startedAt }: PastExecution, before: AdoptionProgress | undefined): boolean {
  return before !== undefined && startedAt > before.reached && startedAt <= before.since;
}

function pagesOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, page) =>
    all.slice(page * atOnce, (page + 1) * atOnce),
  );
}
