import * as z from 'zod/mini';
import { type Decision, fail, leave } from './decision.ts';
import { fault, rejection } from './stage-failure.ts';
import { createStageHandler } from './stage-handler.ts';
import { defineStage, type Stage } from './stage-manifest.ts';

class GiftRefused extends rejection('GiftRefused') {}
class WrapperAway extends fault('WrapperAway') {}
class CardRefused extends rejection('CardRefused') {}
class GatewayAway extends fault('GatewayAway') {}

const facts = {
  key: 'gift',
  stateName: 'Wrap Gift',
  functionName: 'WrapGiftFunction',
  bundle: '@example/gift/lambda/wrap-gift',
  needs: z.object({ order: z.object({ orderId: z.string() }) }),
  receipt: z.object({ paper: z.string() }),
  faults: [WrapperAway],
  patienceSeconds: 60,
  timeoutSeconds: 5,
  memoryMb: 128,
} as const;
const wrapGift = defineStage({ ...facts, rejections: [GiftRefused] });

// A decision may leave the receipt, and fail in the ways that the manifest declares.
createStageHandler(wrapGift, ({ order }) => leave({ paper: order.orderId }));
createStageHandler(wrapGift, () => fail(new GiftRefused(['no'])));
createStageHandler(wrapGift, () => fail(new WrapperAway('away')));
createStageHandler(
  wrapGift,
  async ({ order }): Promise<Decision<{ paper: string }, GiftRefused | WrapperAway>> =>
    order.orderId === '' ? fail(new GiftRefused(['no'])) : leave({ paper: 'red' }),
);

// @ts-expect-error a rejection that the manifest does not declare would be caught by nobody
createStageHandler(wrapGift, () => fail(new CardRefused(['no'])));
// @ts-expect-error a fault that the manifest does not declare would not be retried
createStageHandler(wrapGift, () => fail(new GatewayAway('away')));
declare const mixed: Decision<{ paper: string }, GiftRefused | CardRefused>;
// @ts-expect-error one undeclared failure among declared ones is one too many
createStageHandler(wrapGift, async () => mixed);
// @ts-expect-error the receipt lacks its paper
createStageHandler(wrapGift, () => leave({}));
// @ts-expect-error the receipt's paper is a text
createStageHandler(wrapGift, () => leave({ paper: 1 }));
// @ts-expect-error a decision is not a bare receipt
createStageHandler(wrapGift, () => ({ paper: 'red' }));
// @ts-expect-error the stage did not ask for a payment
createStageHandler(wrapGift, ({ payment }) => leave({ paper: payment }));

// A stage without rejections has none.
const quiet = defineStage(facts);
createStageHandler(quiet, () => fail(new WrapperAway('away')));
// @ts-expect-error this manifest declares no rejection
createStageHandler(quiet, () => fail(new GiftRefused(['no'])));

// The handler takes whatever comes and promises the receipt.
const handled: Promise<{ paper: string }> = createStageHandler(wrapGift, () => leave({ paper: 'red' }))(null);
void handled;

// @ts-expect-error a fault is not a rejection
defineStage({ ...facts, rejections: [WrapperAway] });
// @ts-expect-error a rejection is not a fault
defineStage({ ...facts, faults: [GiftRefused] });
// @ts-expect-error patience is a time, not a word
defineStage({ ...facts, patienceSeconds: 'endless' });

// Patience is said of each fault, or of all of them at once.
defineStage({ ...facts, faults: [WrapperAway, GatewayAway], patienceSeconds: { WrapperAway: 60, GatewayAway: 3600 } });
// @ts-expect-error a fault of which nothing is said would be retried for who knows how long
defineStage({ ...facts, faults: [WrapperAway, GatewayAway], patienceSeconds: { WrapperAway: 60 } });

// The key is kept as a literal, so that the composition knows where the receipt goes.
const key: 'gift' = wrapGift.key;
void key;

// Needs are contravariant: a stage fits wherever the record holds at least what it needs, and nowhere else.
interface Placed {
  order: { orderId: string };
}
interface Paid extends Placed {
  payment: { chargeId: string };
}
declare const needsOrder: Stage<'gift', Placed, object>;
declare const needsPayment: Stage<'gift', Paid, object>;
export const fitsAfterPayment: Stage<'gift', Paid, object> = needsOrder;
// @ts-expect-error "Property 'payment' is missing": nobody has charged yet
export const cannotComeBeforePayment: Stage<'gift', Placed, object> = needsPayment;
export const manifestFits: Stage<'gift', Paid, { paper: string }> = wrapGift;
