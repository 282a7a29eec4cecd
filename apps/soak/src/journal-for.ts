import { createMemoryJournal, type ExecutionJournal } from '@order-workflow/asl-engine';
import { randomNumbers } from '@order-workflow/simulators';
import { createLosingJournal, type LosingJournalOptions } from './losing-journal.ts';
import type { Schedule } from './schedule.ts';

/** The journal that a schedule runs on. Without a power cut to come, what is written is durable at once. */
export function journalFor(
  { powerCuts = [], seed }: Pick<Schedule, 'powerCuts' | 'seed'>,
  takeTurn: LosingJournalOptions['takeTurn'],
  onCut: () => void,
): ExecutionJournal {
  if (powerCuts.length === 0) return createMemoryJournal();
  // A row of its own, as what lands late has.
  const random = randomNumbers(seed + 2);
  return createLosingJournal({ cutsAt: powerCuts, takeTurn, random, onCut });
}
