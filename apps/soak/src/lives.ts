import type { ExecutionJournal } from '@order-workflow/asl-engine';
import type { Executions } from './executions.ts';
import type { Lane } from './lane.ts';
import { beginLife, ended, type Life, type LifeOptions } from './life.ts';

interface LivesOptions extends Pick<LifeOptions, 'onInvocation' | 'aroundStop' | 'onSeen' | 'seed'> {
  readonly journal: ExecutionJournal;
  /** Hears of each life, as it begins. */
  readonly onBegin: (life: Life) => void;
}

/** What is asked of the process, which answers once it is durable: StartExecution, and its like. */
type Request = (executions: Executions) => Promise<void> | undefined;

/** The process that runs the workflow, from one crash to the next. */
export class Lives {
  readonly #lane: Lane;
  readonly #options: LivesOptions;
  readonly #all: Life[] = [];
  readonly #unanswered = new Set<Request>();
  #life: Life;

  /** `start`: when the first one begins, in milliseconds since the epoch. */
  constructor(lane: Lane, start: number, options: LivesOptions) {
    this.#lane = lane;
    this.#options = options;
    this.#life = this.#begin(start, new Set());
  }

  /** Asks for something; again in the next life, as a client does who had no answer in this one. */
  ask(request: Request): void {
    const durable = request(this.#life.executions);
    if (!durable) return;
    this.#unanswered.add(request);
    void durable.then(() => this.#unanswered.delete(request));
  }

  crash(): void {
    this.#life.crash();
  }

  /** Whether any function is at work, also of earlier lives. */
  get isAtWork(): boolean {
    return this.#all.some(({ orphans }) => orphans.size > 0);
  }

  /** Waits until no execution runs any more, whatever crashes. */
  async quiet(): Promise<void> {
    while ((await ended(this.#life)) === 'crashed') this.#next(0);
  }

  /** Another process goes on so much later. */
  goOn(milliseconds: number): void {
    this.#life.crash();
    this.#next(milliseconds);
  }

  /** Waits until nothing is under way any more, also of earlier lives: it would meet the next schedule. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#all.flatMap(({ orphans }) => [...orphans]));
    await this.quiet();
  }

  #next(milliseconds: number): void {
    this.#life = this.#begin(this.#life.clock.now() + milliseconds, this.#life.orphans);
    const unanswered = [...this.#unanswered];
    this.#unanswered.clear();
    for (const request of unanswered) this.ask(request);
  }

  #begin(start: number, orphans: Life['orphans']): Life {
    const life = beginLife({ platform: this.#lane.platform, start, orphans, ...this.#options });
    this.#all.push(life);
    this.#lane.setClock(life.clock);
    this.#options.onBegin(life);
    return life;
  }
}
