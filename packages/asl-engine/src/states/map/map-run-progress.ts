import type { Fiber } from '../../execution/fiber.ts';
import type { ChangeMapRun, MapRunChange, MapRunReport } from '../../host/map-run-report.ts';
import type { ItemSet } from './item-set.ts';

interface CountedWork {
  readonly items: ItemSet;
  readonly concurrency: number;
  readonly tolerance: { readonly count: number | undefined; readonly percentage: number | undefined };
  /** How many child executions there are. */
  readonly executions: number;
  readonly redriveCount: number;
  /** Whether a ResultWriter writes the results; without one AWS counts each that succeeded as written (recorded). */
  readonly writes: boolean;
  /** Told when more or fewer children may run at the same time. */
  readonly onConcurrency: (most: number) => void;
}

type ChildStatus = 'succeeded' | 'failed' | 'aborted';

/** Counts what becomes of a Map Run's child executions, and tells the host. */
export class MapRunProgress {
  readonly #fiber: Fiber;
  readonly #onConcurrency: (most: number) => void;
  readonly #changeRun: ChangeMapRun = (change) => this.#apply(change);
  #tolerance: CountedWork['tolerance'];
  readonly #writes: boolean;
  #report: MapRunReport;

  constructor(fiber: Fiber, mapRunArn: string, work: CountedWork) {
    const { items, concurrency, tolerance, executions, redriveCount } = work;
    this.#fiber = fiber;
    this.#onConcurrency = work.onConcurrency;
    this.#tolerance = tolerance;
    this.#writes = work.writes;
    this.#report = {
      ...{ mapRunArn, executionArn: fiber.identity.executionArn, status: 'RUNNING' },
      ...{ startedAt: fiber.now(), stoppedAt: undefined, maxConcurrency: concurrency },
      toleratedFailureCount: tolerance.count ?? 0,
      toleratedFailurePercentage: tolerance.percentage ?? 0,
      ...{ items: items.values.length, executions, running: 0, succeeded: 0, failed: 0, aborted: 0 },
      ...{ resultsWritten: 0, redriveCount },
    };
    this.#tell();
  }

  /** How many children may fail: whichever tolerance is exceeded first fails the run; without one, the first failure does. */
  get tolerated(): number {
    const { count, percentage } = this.#tolerance;
    const { executions } = this.#report;
    if (count === undefined && percentage === undefined) return 0;
    const byPercentage = percentage === undefined ? executions : Math.floor((executions * percentage) / 100);
    return Math.min(count ?? executions, byPercentage);
  }

  wrote(results: number): void {
    this.#change({ resultsWritten: results });
  }

  began(): void {
    this.#change({ running: this.#report.running + 1 });
  }

  /** Counts a child's end, and gives how many have ended so. */
  ended(how: ChildStatus): number {
    const { running, [how]: before } = this.#report;
    const count = before + 1;
    // A child that an earlier life of the execution finished did not begin in this one.
    const counts = { running: Math.max(running - 1, 0), [how]: count };
    this.#change(!this.#writes && how === 'succeeded' ? { ...counts, resultsWritten: count } : counts);
    return count;
  }

  finish(status: MapRunReport['status']): void {
    this.#change({ status, stoppedAt: this.#fiber.now(), running: 0 });
  }

  #apply({ maxConcurrency, toleratedFailureCount, toleratedFailurePercentage }: MapRunChange): void {
    const { count, percentage } = this.#tolerance;
    this.#tolerance = {
      count: toleratedFailureCount ?? count,
      percentage: toleratedFailurePercentage ?? percentage,
    };
    this.#change({
      ...(maxConcurrency !== undefined && { maxConcurrency }),
      ...(toleratedFailureCount !== undefined && { toleratedFailureCount }),
      ...(toleratedFailurePercentage !== undefined && { toleratedFailurePercentage }),
    });
    if (maxConcurrency !== undefined) this.#onConcurrency(maxConcurrency);
  }

  #change(part: Partial<MapRunReport>): void {
    this.#report = { ...this.#report, ...part };
    this.#tell();
  }

  #tell(): void {
    this.#fiber.runtime.host.onMapRun?.(this.#report, this.#changeRun);
  }
}
