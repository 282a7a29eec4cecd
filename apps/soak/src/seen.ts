import type { ExecutionJournal } from '@order-workflow/asl-engine';

/** How far executions had come when the world saw something of them: what no power cut may take back. */
export class Seen {
  readonly #journal: Pick<ExecutionJournal, 'describe'>;
  /** Events of each, by its ARN. */
  readonly #events = new Map<string, number>();

  constructor(journal: Pick<ExecutionJournal, 'describe'>) {
    this.#journal = journal;
  }

  /** A function is called for an execution, or somebody is told how it ended. */
  saw(executionArn: string): void {
    this.#events.set(executionArn, this.#eventsOf(executionArn));
  }

  /** After a power cut: what the journal has forgotten of what was seen, in words. */
  forgotten(): readonly string[] {
    return [...this.#events].flatMap(([executionArn, seen]) => {
      const left = this.#eventsOf(executionArn);
      return left >= seen
        ? []
        : [`not kept: what the world saw outlives a power cut: ${executionArn} had ${seen} events, and has ${left}`];
    });
  }

  #eventsOf(executionArn: string): number {
    return this.#journal.describe(executionArn)?.eventCount ?? 0;
  }
}
