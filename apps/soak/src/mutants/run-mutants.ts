import { type Judge, judges } from './judge.ts';
import type { Mutant } from './mutant.ts';
import { assertSound, type Trial, tryMutant } from './try-mutant.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

export interface MutantsOptions {
  /** Folder of the repository; it is copied and left as it is. */
  readonly repository: string;
  readonly mutants: readonly Mutant[];
  /** How many are tried side by side, each in a copy of its own. */
  readonly lanes: number;
  /** The only judge who is asked; all of them unless given. */
  readonly by?: Judge['name'] | undefined;
  readonly onSound: () => void;
  readonly onTrial: (trial: Trial) => void;
}

/**
 * Tries every mutant. The result is in the order given.
 *
 * @throws Error when the tests fail without a mutant, or one cannot be made
 */
export async function runMutants(options: MutantsOptions): Promise<readonly Trial[]> {
  const { repository, mutants, lanes, by, onSound, onTrial } = options;
  const asked = judges.filter(({ name }) => by === undefined || name === by);
  const opened = await Promise.allSettled(Array.from({ length: lanes }, () => openWorkbench(repository)));
  const benches = opened.flatMap((one): Workbench[] => (one.status === 'fulfilled' ? [one.value] : []));
  try {
    for (const one of opened) if (one.status === 'rejected') throw one.reason;
    await assertSound(benches[0]?.folder ?? '', mutants, asked);
    onSound();
    const trials: Trial[] = [];
    const waiting = [...mutants.entries()];
    const work = async (bench: Workbench) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [place, mutant] = next;
        const trial = await tryMutant(bench, mutant, asked);
        trials[place] = trial;
        onTrial(trial);
      }
    };
    await Promise.all(benches.map(work));
    return trials;
  } finally {
    for (const bench of benches) bench.close();
  }
}
