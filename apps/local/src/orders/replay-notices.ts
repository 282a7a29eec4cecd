import { describeParked, type ParkedNotice } from '../messages/parked-notice.ts';
import type { Platform } from '../platform/platform.ts';

/** What became of a notice that was tried again. */
export interface ReplayedNotice extends Omit<ParkedNotice, 'reason'> {
  readonly published: boolean;
  /** Why it still waits. */
  readonly reason?: string;
}

/**
 * Publishes the notices that wait, oldest first, with the very function that could not publish them before, under the
 * same `notificationId`. One that is published leaves its queue; one that is not stays.
 */
export async function replayNotices(
  platform: Pick<Platform, 'assembly' | 'messages' | 'runFunction'>,
): Promise<readonly ReplayedNotice[]> {
  const functionName = functionOf(platform.assembly.stateMachine.definition);
  const replayed: ReplayedNotice[] = [];
  for (const message of platform.messages.parked()) {
    const { reason: _, ...notice } = describeParked(message);
    const result = await platform.runFunction(functionName, JSON.parse(message.body));
    if (result?.kind === 'returned') {
      platform.messages.remove(message.messageId);
      replayed.push({ ...notice, published: true });
    } else
      replayed.push({ ...notice, published: false, reason: result?.error.errorType ?? `no function ${functionName}` });
  }
  return replayed;
}

/** The function of the state that parks a notice when it fails: it is who could not publish it. */
function functionOf(definition: string): string {
  const states: readonly (readonly [string, ParkingState])[] = Object.entries(JSON.parse(definition).States);
  const parks = states.find(([, { Resource }]) => Resource?.endsWith(':sqs:sendMessage'))?.[0];
  const notifies = states.find(([, { Catch = [] }]) => Catch.some(({ Next }) => Next === parks));
  return String(notifies?.[1].Arguments?.FunctionName);
}

interface ParkingState {
  readonly Resource?: string;
  readonly Arguments?: { readonly FunctionName?: string };
  readonly Catch?: readonly { readonly Next: string }[];
}
