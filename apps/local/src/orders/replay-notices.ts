import { describeParked, type ParkedNotice } from '../messages/parked-notice.ts';
import type { Platform } from '../platform/platform.ts';

/** What became of a notice that was tried again. */
export interface ReplayedNotice extends Omit<ParkedNotice, 'reason'> {
  readonly published: boolean;
  /** Why it still waits. */
  readonly reason?: string;
  /** It left its queue untold: the order has gone on since, and what it would tell is no longer so. */
  readonly outdated?: true;
}

/**
 * Publishes the notices that wait, oldest first, with the very function that could not publish them before, under the
 * same `notificationId`. One that is published leaves its queue, as does one that is outdated; one that cannot be stays.
 */
export async function replayNotices(
  platform: Pick<Platform, 'assembly' | 'messages' | 'runFunction'>,
): Promise<readonly ReplayedNotice[]> {
  const { functionName, notOwned } = tellerIn(platform.assembly.stateMachine.definition);
  const replayed: ReplayedNotice[] = [];
  for (const message of platform.messages.parked()) {
    const { reason: _, ...notice } = describeParked(message);
    const result = await platform.runFunction(functionName, JSON.parse(message.body));
    if (result?.kind === 'returned') {
      platform.messages.remove(message.messageId);
      replayed.push({ ...notice, published: true });
      continue;
    }
    const reason = result?.error.errorType ?? `no function ${functionName}`;
    if (notOwned.has(reason)) {
      platform.messages.remove(message.messageId);
      replayed.push({ ...notice, published: false, outdated: true });
    } else replayed.push({ ...notice, published: false, reason });
  }
  return replayed;
}

/**
 * The function of the state that parks a notice when it fails: it is who could not publish it. Of its errors, those that lead
 * to a success say that the order is another's by now.
 */
function tellerIn(definition: string): { readonly functionName: string; readonly notOwned: ReadonlySet<string> } {
  const states: Readonly<Record<string, ParkingState>> = JSON.parse(definition).States;
  const all = Object.entries(states);
  const parks = all.find(([, { Resource }]) => Resource?.endsWith(':sqs:sendMessage'))?.[0];
  const notifies = all.find(([, { Catch = [] }]) => Catch.some(({ Next }) => Next === parks))?.[1];
  const succeeding = notifies?.Catch?.filter(({ Next }) => states[Next]?.Type === 'Succeed') ?? [];
  return {
    functionName: String(notifies?.Arguments?.FunctionName),
    notOwned: new Set(succeeding.flatMap(({ ErrorEquals }) => ErrorEquals)),
  };
}

interface ParkingState {
  readonly Type: string;
  readonly Resource?: string;
  readonly Arguments?: { readonly FunctionName?: string };
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
}
