import type { Fiber } from '../../execution/fiber.ts';
import type { MapRunReport } from '../../host/map-run-report.ts';
import type { ItemSet } from './item-set.ts';

interface CountedWork {
  readonly items: ItemSet;
  readonly concurrency: number;
  readonly tolerance: { readonly count: number | undefined; readonly percentage: number | undefined };
  /** How many child executions there are. */
  readonly executions: number;
}

type ChildStatus = 'succeeded' | 'failed' | 'aborted';

/** Counts what becomes of a Map Run's child executions, and tells the host. */
export class MapRunProgress {
  readonly #fiber: Fiber;
  #report: MapRunReport;

  constructor(fiber: Fiber, mapRunArn: string, { items, concurrency, tolerance, executions }: CountedWork) {
    this.#fiber = fiber;
    this.#report = {
      ...{ mapRunArn, executionArn: fiber.identity.executionArn, status: 'RUNNING' },
      ...{ startedAt: fiber.now(), stoppedAt: undefined, maxConcurrency: concurrency },
      toleratedFailureCount: tolerance.count ?? 0,
      toleratedFailurePercentage: tolerance.percentage ?? 0,
      ...{ items: items.values.length, executions, running: 0, succeeded: 0, failed: 0, aborted: 0 },
    };
    this.#tell();
  }

  began(): void {
    this.#change({ running: this.#report.running + 1 });
  }

  /** Counts a child's end, and gives how many have ended so. */
  ended(how: ChildStatus): number {
    const { running } = this.#report;
    // A child that an earlier life of the execution finished did not begin in this one.
    this.#change({ running: Math.max(running - 1, 0), [how]: this.#report[how] + 1 });
    return this.#report[how];
  }

  finish(status: MapRunReport['status']): void {
    this.#change({ status, stoppedAt: this.#fiber.now(), running: 0 });
  }

  #change(part: Partial<MapRunReport>): void {
    this.#report = { ...this.#report, ...part };
    this.#tell();
  }

  #tell(): void {
    this.#fiber.runtime.host.onMapRun?.(this.#report);
  }
}
