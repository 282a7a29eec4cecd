/** What `order place` was asked for. */
export interface PlaceCommandOptions {
  /** Documents for machines instead of the show. */
  readonly json?: true;
  /** Whether to show what the functions write. */
  readonly verbose?: true;
  /** Whether waits pass at once. */
  readonly fastForward?: true;
  /** How many orders run at once, at most. */
  readonly concurrency: number;
}
