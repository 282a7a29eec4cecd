import { TaskFailure } from '@order-workflow/asl-engine';
import type { TestedLambda } from '@order-workflow/asl-engine/testing';
import { type Finding, finding } from '../finding.ts';
import type { Lesson } from '../lesson.ts';
import { checkMachine, endingOf, type RunMachine } from './check-machine.ts';

const order = { orderId: '12345', amount: 3998, city: 'of the check' };

/** How shipping goes: whether the carrier has the parcel then, and the error that comes back. */
interface Shipping {
  readonly error?: string;
  readonly hasParcel: boolean;
  readonly cancelFails?: boolean;
}

/** Lesson 6: what may have been done is undone, in reverse, and no undo is skipped. */
export const checkUndo: Lesson['check'] = ({ folder }) =>
  checkMachine(folder, async (run) => [
    await ends(run, 'an order that goes well is paid, shipped and told', { hasParcel: true }, 'fulfilled'),
    await ends(run, 'a parcel that was refused: the money goes back', { error: 'ShipmentRefused', hasParcel: false }),
    await ends(run, 'no answer, though the carrier has the parcel: nothing is given away', {
      error: 'CarrierTimeout',
      hasParcel: true,
    }),
    await ends(run, 'no answer, and the carrier has nothing: the money goes back', {
      error: 'CarrierTimeout',
      hasParcel: false,
    }),
    await staysFailed(run),
  ]);

/** Runs it, and keeps the books of gateway and carrier. */
async function shipped(run: RunMachine, { error, hasParcel, cancelFails = false }: Shipping) {
  const did: string[] = [];
  const books = { money: 0, parcels: 0 };
  const act = (name: string, change: () => void): TestedLambda => {
    return () => {
      did.push(name);
      change();
      return { done: name };
    };
  };
  const ended = await run(order, {
    ProcessPaymentFunction: act('charge', () => (books.money = order.amount)),
    ShipOrderFunction: act('ship', () => {
      if (hasParcel) books.parcels = 1;
      if (error !== undefined) throw new TaskFailure(error, 'as the check has it');
    }),
    CancelShipmentFunction: act('cancel', () => {
      if (cancelFails) throw new TaskFailure('CarrierTimeout', 'the cancellation is not answered either');
      books.parcels = 0;
    }),
    RefundPaymentFunction: act('refund', () => (books.money = 0)),
    NotifyCustomerFunction: act('tell', () => {}),
  });
  const { outcome } = { ...(ended.output as { outcome?: string } | undefined) };
  const stands = `${books.money === 0 ? 'nothing' : 'the charge'} and ${books.parcels === 0 ? 'no parcel' : 'a parcel'}`;
  return { ended, did, books, outcome, but: `${endingOf(ended)}; done: ${did.join(', ')}; ${stands} stand` };
}

async function ends(run: RunMachine, says: string, how: Shipping, wanted = 'refunded'): Promise<Finding> {
  const { ended, did, books, outcome, but } = await shipped(run, how);
  const kept = wanted === 'fulfilled';
  const balanced = books.money > 0 === kept && books.parcels === Number(kept);
  // What is given back before the parcel is stopped may be given away.
  const inReverse = !did.includes('cancel') || did.indexOf('cancel') < did.indexOf('refund');
  const told = ended.status === 'SUCCEEDED' && outcome === wanted && did.at(-1) === 'tell';
  return finding(says, balanced && inReverse && told, but);
}

async function staysFailed(run: RunMachine): Promise<Finding> {
  const { ended, did, but } = await shipped(run, { error: 'CarrierTimeout', hasParcel: true, cancelFails: true });
  const right = ended.status === 'FAILED' && ended.states.at(-1) === 'Cancel Shipment' && !did.includes('refund');
  return finding(
    'a cancellation that fails: the execution fails at Cancel Shipment, and no undo is skipped',
    right,
    but,
  );
}
