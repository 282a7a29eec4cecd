import type { Clock } from '@order-workflow/asl-engine';

/** How long a client token is remembered, and how many of an execution (RedriveExecution, "clientToken"). */
const rememberedMs = 15 * 60 * 1000;
const mostRemembered = 10;

export interface RedriveAnswer {
  readonly redriveDate: Date;
}

/** The answers of redrives by their client tokens, so that a call that is repeated redrives once. */
export interface RecentRedrives {
  find(executionArn: string, clientToken: string | undefined): RedriveAnswer | undefined;
  note(executionArn: string, clientToken: string | undefined, answer: RedriveAnswer): void;
}

interface Noted {
  readonly clientToken: string;
  readonly answer: RedriveAnswer;
  readonly notedAt: number;
}

export function recentRedrives(clock: Pick<Clock, 'now'>): RecentRedrives {
  const noted = new Map<string, readonly Noted[]>();
  const isRecent = ({ notedAt }: Noted) => clock.now() - notedAt < rememberedMs;
  return {
    find: (executionArn, clientToken) =>
      noted.get(executionArn)?.find((one) => one.clientToken === clientToken && isRecent(one))?.answer,
    note(executionArn, clientToken, answer) {
      for (const [arn, all] of noted) if (!all.some(isRecent)) noted.delete(arn);
      if (clientToken === undefined) return;
      const earlier = noted.get(executionArn)?.filter(isRecent) ?? [];
      noted.set(executionArn, [...earlier, { clientToken, answer, notedAt: clock.now() }].slice(-mostRemembered));
    },
  };
}
