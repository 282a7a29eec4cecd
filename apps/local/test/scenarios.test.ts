import { createMemoryJournal, createVirtualClock } from '@order-workflow/asl-engine';
import { anOrder } from '@order-workflow/order-domain/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openWorkflow, type RunningWorkflow, startWorkflow } from '../src/orders/open-workflow.ts';
import { brokenFunctions } from './broken-functions.ts';
import { catchesOnTheWay, definitionEdges, edgesBetween } from './definition-edges.ts';
import { faultAt } from './fault-at.ts';
import { refusedAddress } from './refused-address.ts';
import { runScenario, type ScenarioResult } from './run-scenario.ts';

/**
 * The synthesized machine with the built bundles, on a virtual clock: every edge of the table of states in
 * docs/architecture.md. What the payment tokens and postal codes mean stands in the READMEs of payment and shipping.
 */

const functions = brokenFunctions();
let workflow: RunningWorkflow;
let orders = 0;

/** The ways between states that the scenarios took. */
const crossed = new Set<string>();

async function follow(running: RunningWorkflow, order: unknown, later?: number): Promise<ScenarioResult> {
  const fate = await runScenario(running, order, later);
  for (const edge of edgesBetween(fate.entered)) crossed.add(edge);
  return fate;
}

beforeAll(async () => {
  workflow = await startWorkflow({ seed: 1, virtualLimits: true, aroundInvocation: functions.around });
});
afterEach(() => functions.repair());
afterAll(() => workflow.close());

function place(given: { readonly token?: string; readonly postalCode?: string; readonly orderId?: string } = {}) {
  return follow(workflow, orderWith(given));
}

function orderWith({ token, postalCode, orderId = `scenario-${++orders}` }: Parameters<typeof place>[0] = {}) {
  const order = anOrder().with({ orderId, ...(token !== undefined && { paymentToken: token }) });
  return (postalCode === undefined ? order : order.sentTo({ postalCode })).build();
}

const happyPath = ['Validate Order', 'Process Payment', 'Ship Order', 'Notify Customer'];

describe('Validate Order', () => {
  it('leads to payment, shipping and notice: fulfilled', async () => {
    const fate = await place();
    expect(fate).toMatchObject({ status: 'SUCCEEDED', outcome: 'fulfilled', states: happyPath, hours: 0 });
    expect(Object.keys(fate.record)).toEqual(
      expect.arrayContaining(['order', 'validation', 'payment', 'shipment', 'notification', 'outcome']),
    );
    expect(fate.record.failure).toBeUndefined();
    expect(fate.record.payment!.amount).toEqual(fate.record.validation!.total);
    expect(fate.messages).toHaveLength(1);
    expect(fate.message?.text).toContain(fate.record.shipment!.trackingNumber);
    expect(fate.message?.attributes).toMatchObject({ outcome: 'fulfilled' });
  });

  it('tells the customer of every reason when it rejects the order', async () => {
    const fate = await follow(workflow, { ...orderWith(), items: [{ sku: 'NO-SUCH', quantity: 0 }], extra: 1 });
    expect(fate).toMatchObject({
      status: 'SUCCEEDED',
      outcome: 'rejected',
      states: ['Validate Order', 'Notify Customer'],
      record: { failure: { stage: 'validation', error: 'OrderRejected' } },
      tries: { 'Validate Order': 1 },
    });
    expect(fate.message?.subject).toContain('could not be accepted');
    expect(fate.message?.text).toContain('items[0].quantity');
    expect(fate.message?.text).toContain('extra');
  });

  it('fails where nothing is held when its retries are spent', async () => {
    functions.break('ValidateOrder', 'Lambda.TooManyRequestsException');
    const fate = await place();
    expect(fate).toMatchObject({ status: 'FAILED', error: 'Lambda.TooManyRequestsException', messages: [] });
    expect(fate.states).toEqual(['Validate Order']);
    expect(fate.tries['Validate Order']).toBe(7);
  });
});

describe('Process Payment', () => {
  it.each(['sim-declined', 'sim-insufficient-funds', 'sim-expired-card'])(
    'ends declined, at once: %s',
    async (token) => {
      const fate = await place({ token });
      expect(fate).toMatchObject({
        outcome: 'declined',
        states: ['Validate Order', 'Process Payment', 'Notify Customer'],
        record: { failure: { stage: 'payment', error: 'PaymentDeclined' } },
        tries: { 'Process Payment': 1 },
      });
      expect(fate.record.payment).toBeUndefined();
      expect(fate.message?.subject).toContain('payment declined');
    },
  );

  const unknown = ['Validate Order', 'Process Payment', 'Refund Payment', 'Notify Customer'];

  it.each([
    ['sim-timeout', 'refunded', 'PaymentOutcomeUnknown'],
    ['sim-unavailable', 'nothing-held', 'PaymentGatewayUnavailable'],
  ])('makes sure that nothing is held when its outcome stays unknown: %s', async (token, status, error) => {
    const fate = await place({ token });
    expect(fate).toMatchObject({
      status: 'SUCCEEDED',
      outcome: 'refunded',
      states: unknown,
      record: { failure: { stage: 'payment', error }, refund: { status } },
      tries: { 'Process Payment': 7 },
    });
    expect(fate.message?.attributes).toMatchObject({ outcome: 'refunded' });
    // In the words of the manifest of payment.
    expect(fate.message?.text).toContain('your payment could not be completed');
  });

  it.each([
    ['dies', 'Runtime.ExitError'],
    ['does not answer', 'States.Timeout'],
  ])('makes sure that nothing is held when the function %s each time', async (_, error) => {
    functions.break('ProcessPayment', error);
    const fate = await place();
    expect(fate).toMatchObject({ status: 'SUCCEEDED', outcome: 'refunded', states: unknown });
    expect(fate.tries['Process Payment']).toBe(7);
  });

  it('is charged in the end when Lambda throttles for a while', async () => {
    functions.break('ProcessPayment', 'Lambda.TooManyRequestsException', 3);
    const fate = await place();
    expect(fate).toMatchObject({ outcome: 'fulfilled', states: happyPath, tries: { 'Process Payment': 4 } });
  });
});

describe('Await Payment', () => {
  const awaited = ['Validate Order', 'Process Payment', 'Await Payment'];

  it.each(['sim-transfer', 'sim-confirmed'])('leads to shipping once the charge is made: %s', async (token) => {
    const scenario = await place({ token });
    expect(scenario).toMatchObject({
      status: 'SUCCEEDED',
      outcome: 'fulfilled',
      states: [...awaited, 'Ship Order', 'Notify Customer'],
      tries: { 'Process Payment': 1, 'Await Payment': 4 },
    });
    expect(scenario.record.failure).toBeUndefined();
    expect(scenario.record.payment!.amount).toEqual(scenario.record.validation!.total);
    expect(scenario.messages).toHaveLength(1);
  });

  it('ends declined where the customer never confirms, and says so', async () => {
    const scenario = await place({ token: 'sim-unconfirmed' });
    expect(scenario).toMatchObject({ outcome: 'declined', states: [...awaited, 'Notify Customer'] });
    expect(scenario.message?.text).toContain('The card was declined: the payment was not confirmed in time.');
    expect(scenario.message?.text).toContain('nothing has been charged');
  });

  it('makes sure that nothing is held where it is never decided, after five days, and says what is true', async () => {
    const scenario = await place({ token: 'sim-pending' });
    expect(scenario).toMatchObject({
      status: 'SUCCEEDED',
      outcome: 'refunded',
      states: [...awaited, 'Refund Payment', 'Notify Customer'],
      record: { failure: { stage: 'payment', error: 'PaymentPending' }, refund: { status: 'voided' } },
      tries: { 'Process Payment': 1 },
    });
    expect(scenario.hours).toBeGreaterThanOrEqual(5 * 24);
    expect(scenario.message?.text).toContain('your payment was not completed in time');
    expect(scenario.message?.text).toContain('has been cancelled before it was taken');
  });
});

describe('Ship Order', () => {
  it('ends refunded when the carrier refuses: there is nothing to cancel', async () => {
    const fate = await place({ postalCode: 'SIM-REFUSED' });
    expect(fate).toMatchObject({
      status: 'SUCCEEDED',
      outcome: 'refunded',
      states: ['Validate Order', 'Process Payment', 'Ship Order', 'Refund Payment', 'Notify Customer'],
      record: { failure: { error: 'ShipmentRefused' }, refund: { status: 'refunded' } },
      tries: { 'Ship Order': 1 },
    });
    expect(fate.record.refund!.amount).toEqual(fate.record.payment!.amount);
    expect(fate.message?.subject).toContain('refunded');
    expect(fate.message?.text).toMatch(/your order cannot be sent \(.+\)/);
  });

  const undone = [
    'Validate Order',
    'Process Payment',
    'Ship Order',
    'Cancel Shipment',
    'Shipment Stands?',
    'Refund Payment',
    'Notify Customer',
  ];

  it.each([
    ['SIM-TIMEOUT', 'cancelled', 'ShipmentOutcomeUnknown'],
    ['SIM-UNAVAILABLE', 'never-booked', 'CarrierUnavailable'],
  ])('is cancelled and refunded when its outcome stays unknown: %s', async (postalCode, status, error) => {
    const fate = await place({ postalCode });
    expect(fate).toMatchObject({
      status: 'SUCCEEDED',
      outcome: 'refunded',
      states: undone,
      record: { failure: { error }, cancellation: { status }, refund: { status: 'refunded' } },
      tries: { 'Ship Order': 31 },
    });
    expect(fate.record.shipment).toBeUndefined();
  });

  it('goes forward when the parcel is already on its way', async () => {
    const fate = await place({ postalCode: 'SIM-DEPARTED' });
    expect(fate).toMatchObject({
      status: 'SUCCEEDED',
      outcome: 'fulfilled',
      states: [...undone.slice(0, 5), 'Notify Customer'],
      record: { cancellation: { status: 'on-its-way' } },
    });
    expect(fate.record.shipment).toEqual(fate.record.cancellation!.standing);
    expect(fate.record.refund).toBeUndefined();
    expect(fate.message?.text).toContain(fate.record.shipment!.trackingNumber);
  });

  it.each([
    ['dies', 'Runtime.ExitError'],
    ['does not answer', 'States.Timeout'],
  ])('is cancelled and refunded when the function %s each time', async (_, error) => {
    functions.break('ShipOrder', error);
    const fate = await place();
    expect(fate).toMatchObject({
      status: 'SUCCEEDED',
      outcome: 'refunded',
      states: undone,
      tries: { 'Ship Order': 31 },
    });
  });
});

describe('the undos', () => {
  it('fails at Cancel Shipment when it cannot be cancelled, after a fortnight', async () => {
    const fate = await place({ postalCode: 'SIM-CANCEL-DOWN' });
    expect(fate).toMatchObject({ status: 'FAILED', error: 'CarrierUnavailable', messages: [] });
    expect(fate.states.at(-1)).toBe('Cancel Shipment');
    expect(fate.tries['Cancel Shipment']).toBe(1351);
    expect(fate.hours).toBeGreaterThanOrEqual(14 * 24);
  });

  it('fails at Refund Payment when it cannot be refunded, after a fortnight', async () => {
    const fate = await place({ token: 'sim-refund-unavailable', postalCode: 'SIM-REFUSED' });
    expect(fate).toMatchObject({ status: 'FAILED', error: 'PaymentGatewayUnavailable', messages: [] });
    expect(fate.states.at(-1)).toBe('Refund Payment');
    expect(fate.tries['Refund Payment']).toBe(1351);
    expect(fate.hours).toBeGreaterThanOrEqual(14 * 24);
  });

  it('fails at Refund Payment when both the charge is unknown and the refund impossible', async () => {
    const fate = await place({ token: 'sim-timeout-refund-unavailable' });
    expect(fate.status).toBe('FAILED');
    expect(fate.states).toEqual(['Validate Order', 'Process Payment', 'Refund Payment']);
  });

  const accepted = ['Validate Order', 'Process Payment', 'Ship Order', 'Refund Payment', 'Announce Refund'];

  it('tells at once of a refund that the gateway has accepted, and not again when it is made', async () => {
    const scenario = await place({ token: 'sim-refund-later', postalCode: 'SIM-REFUSED' });
    expect(scenario).toMatchObject({
      status: 'SUCCEEDED',
      outcome: 'refunded',
      states: [...accepted, 'Await Refund', 'Notify Customer'],
      record: {
        failure: { error: 'ShipmentRefused' },
        refund: { status: 'refunded' },
        notification: { status: 'published-before' },
      },
      tries: { 'Refund Payment': 1, 'Announce Refund': 1, 'Await Refund': 4 },
    });
    expect(scenario.messages).toHaveLength(1);
    expect(scenario.message?.subject).toContain('refund coming');
    expect(scenario.message?.text).toMatch(/The refund of [\d.]+ EUR is on its way\./);
  });

  it('tells of it at the end where it could not be told at once', async () => {
    functions.break('NotifyCustomer', 'Lambda.ServiceException', 7);
    const scenario = await place({ token: 'sim-refund-later', postalCode: 'SIM-REFUSED' });
    expect(scenario.states).toEqual([...accepted, 'Await Refund', 'Notify Customer']);
    expect(scenario.messages).toHaveLength(1);
    expect(scenario.message?.text).toMatch(/We have refunded [\d.]+ EUR\./);
  });

  it('waits a refund out that works in the end', async () => {
    functions.break('RefundPayment', 'Lambda.ServiceException', 20);
    const fate = await place({ postalCode: 'SIM-REFUSED' });
    expect(fate).toMatchObject({ status: 'SUCCEEDED', outcome: 'refunded', tries: { 'Refund Payment': 21 } });
  });
});

describe('Notify Customer', () => {
  it('parks the notice when the topic cannot be reached: the order is fulfilled all the same', async () => {
    const cut = await startWorkflow({ seed: 1, virtualLimits: true, endpoints: { SNS: await refusedAddress() } });
    try {
      const fate = await follow(cut, orderWith({ orderId: 'parked' }));
      expect(fate).toMatchObject({
        status: 'SUCCEEDED',
        outcome: 'fulfilled',
        states: [...happyPath, 'Park Notice'],
        record: { notification: { status: 'parked', error: 'NotificationsUnavailable' } },
        messages: [],
      });
      const parked = cut.messages.parked().map(({ body }) => JSON.parse(body));
      expect(parked).toMatchObject([{ outcome: 'fulfilled', order: { orderId: 'parked' } }]);
    } finally {
      await cut.close();
    }
  });

  it('fails at Park Notice when the queue cannot be reached either, after hours', async () => {
    const nowhere = await refusedAddress();
    const cut = await startWorkflow({ seed: 1, virtualLimits: true, endpoints: { SNS: nowhere, SQS: nowhere } });
    try {
      const fate = await follow(cut, orderWith());
      expect(fate).toMatchObject({ status: 'FAILED', error: 'SQS.SdkClientException' });
      expect(fate.states.at(-1)).toBe('Park Notice');
      expect(fate.tries['Park Notice']).toBe(31);
    } finally {
      await cut.close();
    }
  });

  it('parks the notice when the function dies each time', async () => {
    functions.break('NotifyCustomer', 'Runtime.ExitError');
    const fate = await place();
    expect(fate).toMatchObject({ outcome: 'fulfilled', record: { notification: { status: 'parked' } } });
  });
});

describe('placing an order twice', () => {
  it('starts it once when the content is the same', async () => {
    const order = orderWith();
    const first = workflow.place(order);
    const again = workflow.place(structuredClone(order));
    expect(again).toEqual({ ...first, placedBefore: true });
    await first.execution.result;
    expect(workflow.services.inbox.take()).toHaveLength(1);
  });

  it('refuses other content under the same id', async () => {
    const order = orderWith();
    await workflow.place(order).execution.result;
    workflow.services.inbox.take();
    expect(() => workflow.place({ ...order, paymentMethod: 'PayPal' })).toThrow(
      'with other content: paymentMethod was given "CreditCard", now given "PayPal"',
    );
  });
});

describe('an order that is another execution’s', () => {
  /** The same journal of orders under a name of its own, as whoever starts executions without one. */
  const elsewhere = (around = functions.around): RunningWorkflow => ({
    ...workflow,
    ...openWorkflow(workflow, { journal: createMemoryJournal(), seed: 1, aroundInvocation: around }),
  });

  it('ends as a duplicate before anything is done, while the first is under way and after its end', async () => {
    const order = orderWith();
    const { status } = await workflow.place(order, { clock: createVirtualClock() }).execution.result;
    expect(status).toBe('SUCCEEDED');
    workflow.services.inbox.take();
    const fate = await follow(elsewhere(), order, 1);
    expect(fate).toMatchObject({ outcome: 'duplicate', states: ['Validate Order'], messages: [] });
    expect(fate.record).toMatchObject({ failure: { error: 'OrderAlreadyPlaced' }, order: { orderId: order.orderId } });
  });

  it('tells the customer nothing where it finds at its end that it is not its own', async () => {
    const taken = elsewhere((proceed) => (invocation) => {
      const payload = structuredClone(invocation.payload) as { execution: { startedAt: string } };
      if (invocation.functionName.includes('NotifyCustomer')) payload.execution.startedAt = '2000-01-01T00:00:00.000Z';
      return proceed({ ...invocation, payload });
    });
    expect(await follow(taken, orderWith())).toMatchObject({
      status: 'SUCCEEDED',
      outcome: 'duplicate',
      states: happyPath,
      tries: { 'Notify Customer': 1 },
      record: { failure: { stage: 'notification', error: 'OrderNotOwned' } },
      messages: [],
    });
  });

  it('is tried again with another card under the same id after a decline, and each notice has its place', async () => {
    const declined = orderWith({ token: 'sim-declined' });
    expect(await follow(elsewhere(), declined)).toMatchObject({ outcome: 'declined' });
    expect(await follow(elsewhere(), declined, 1)).toMatchObject({ outcome: 'duplicate' });
    const other = await follow(elsewhere(), { ...declined, paymentToken: 'tok_othercard' }, 2);
    expect(other).toMatchObject({ outcome: 'fulfilled', record: { contract: 2, validation: { attempt: 2 } } });
    expect(other.message?.attributes).toMatchObject({
      notificationId: `order-${declined.orderId}.2-notice-fulfilled`,
      sequence: '2',
    });
    expect(await follow(elsewhere(), declined, 3)).toMatchObject({ outcome: 'duplicate' });
  });
});

describe('the execution', () => {
  it('is named after the order, in the shape of AWS', async () => {
    const placed = workflow.place(orderWith({ orderId: 'A-1' }));
    await placed.execution.result;
    workflow.services.inbox.take();
    expect(placed.executionArn).toMatch(/^arn:aws:states:us-east-1:000000000000:execution:[\w-]+:order-A-1$/);
    expect(placed.executionArn).toContain(workflow.assembly.stateMachine.name);
  });
});

describe('a task', () => {
  it('is told which execution and which attempt it is, also when it is tried again or redriven', async () => {
    const told: unknown[] = [];
    const watched = openWorkflow(workflow, {
      journal: createMemoryJournal(),
      clock: createVirtualClock(),
      aroundInvocation: (proceed) => (invocation) => {
        if (invocation.functionName.includes('ValidateOrder')) told.push(invocation.payload);
        return functions.around(proceed)(invocation);
      },
    });
    functions.break('ValidateOrder', 'Lambda.TooManyRequestsException', 8);
    const { name, execution } = watched.place(orderWith({ orderId: 'A-2' }));
    const { startDate, status } = await execution.result;
    expect(status).toBe('FAILED');
    expect(await watched.redrive(name).execution.result).toMatchObject({ status: 'SUCCEEDED' });
    workflow.services.inbox.take();
    const attempts = [1, 2, 3, 4, 5, 6, 7, 1, 2];
    const startedAt = startDate.toISOString();
    expect(told).toMatchObject(attempts.map((attempt) => ({ execution: { name, startedAt, attempt } })));
  });
});

describe('each stage on the way of an order that goes well', () => {
  const catches = () => catchesOnTheWay(workflow.assembly.stateMachine.definition);
  const breaking = (functionName: string, error: string) =>
    functions.break(functionName, error === 'States.ALL' ? 'Runtime.ExitError' : error);

  it('leads, by each error that it catches, where its Catch says: also one that a team has put in between', async () => {
    for (const { state, functionName, error, next } of catches()) {
      breaking(functionName, error);
      const { entered } = await place();
      functions.repair();
      expect({ state, error, next: entered[entered.indexOf(state) + 1] }).toEqual({ state, error, next });
    }
  });

  it('leaves the order fulfilled where it stands behind a parcel that cannot be called back', async () => {
    const simulators = { clock: createVirtualClock() };
    const around = { virtualLimits: true, aroundInvocation: functions.around };
    const shipped = await startWorkflow({ seed: 1, simulators, ...around });
    onTestFinished(() => shipped.close());
    const all = catches();
    const behind = all.slice(all.findLastIndex(({ state }) => state === 'Ship Order') + 1);
    for (const { functionName, error } of behind.filter((way) => way.error !== 'OrderNotOwned')) {
      breaking(functionName, error);
      shipped.switchboard.set([faultAt('cancel=departed')]);
      const asked = await follow(shipped, orderWith());
      shipped.switchboard.clear();
      // The parcel that nobody knew of was found standing before: it is not asked for again.
      const found = await follow(shipped, orderWith({ postalCode: 'SIM-DEPARTED' }));
      functions.repair();
      for (const fate of [asked, found]) expect(fate).toMatchObject({ status: 'SUCCEEDED', outcome: 'fulfilled' });
      expect(found.entered.filter((state) => state === 'Cancel Shipment')).toHaveLength(1);
    }
  });
});

describe('the scenarios together', () => {
  it('take every way that the definition has, so a new one needs a scenario', () => {
    expect([...crossed].toSorted()).toEqual(definitionEdges(workflow.assembly.stateMachine.definition));
  });
});
