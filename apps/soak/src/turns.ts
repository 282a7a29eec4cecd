/** Lets one after another work, so that what meets whom is drawn by a seed and not by the speed of a machine. */
export interface Turns {
  /** Works when its turn comes. `kill` says that it dies at one of its stops, or, if it makes none, at its end. */
  take<Result>(work: (killed: AbortSignal) => Promise<Result>, kill?: boolean): Promise<Result>;
  /** Whoever's turn it is stops here, where others may go first, until the next turn is its own. */
  stop(): Promise<void>;
  /** From now on turns are drawn by these numbers in [0, 1). */
  drawBy(random: () => number): void;
}

interface Worker {
  /** At which of its stops it dies. */
  diesAt: number;
  readonly death: AbortController;
}

/** Most calls of a function; one that is to be killed dies before any of them, or when it has made them all. */
const mostStops = 4;

/** `computedElsewhere`: what an execution waits for between two turns besides microtasks; undefined when it waits for nothing. */
export function createTurns(computedElsewhere: () => Promise<unknown> | undefined = () => undefined): Turns {
  let random: () => number = () => 0;
  let current: Worker | undefined;
  let giving = false;
  const waiting: { readonly worker: Worker; readonly go: () => void }[] = [];

  function give(): void {
    if (giving || current || waiting.length === 0) return;
    giving = true;
    void allWait().then(() => {
      giving = false;
      if (current) return;
      const [next] = waiting.splice(Math.floor(random() * waiting.length), 1);
      if (!next) return;
      current = next.worker;
      next.go();
    });
  }

  /** Whoever goes on because of what just ended waits too by then: after all microtasks, and what is computed elsewhere. */
  async function allWait(): Promise<void> {
    for (;;) {
      await new Promise(setImmediate);
      const elsewhere = computedElsewhere();
      if (!elsewhere) return;
      await elsewhere;
    }
  }

  function turnOf(worker: Worker): Promise<void> {
    return new Promise((go) => {
      waiting.push({ worker, go });
      give();
    });
  }

  return {
    async take(work, kill = false) {
      const worker: Worker = { diesAt: kill ? 1 + Math.floor(random() * mostStops) : 0, death: new AbortController() };
      await turnOf(worker);
      try {
        return await work(worker.death.signal);
      } finally {
        current = undefined;
        give();
      }
    },
    async stop() {
      const worker = current;
      if (!worker) return;
      if (worker.diesAt > 0 && --worker.diesAt === 0) {
        worker.death.abort();
        // Nobody is there any more to be answered.
        return new Promise(() => undefined);
      }
      current = undefined;
      await turnOf(worker);
    },
    drawBy(numbers) {
      random = numbers;
    },
  };
}
