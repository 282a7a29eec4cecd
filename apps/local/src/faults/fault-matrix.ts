import {
  type Call,
  type Fault,
  faultKind,
  faultTargets,
  type Layer,
  type Place,
  parseFault,
  possibleFaults,
  type Target,
} from '@order-workflow/simulators';

/** A fault at a place that an order comes by, with what must go wrong first for the order to come there. */
export interface AimedFault {
  readonly fault: Fault;
  readonly place: Place;
  /** Without these the sample order never asks for what is struck. */
  readonly company: readonly Fault[];
}

/** The stage whose work a call is. Both that ask by key, the stage and its undo, are struck by a fault of `find`. */
const callers: Readonly<Record<'gateway' | 'carrier', Partial<Record<Call, Target>>>> = {
  gateway: { charge: 'payment', find: 'payment', refund: 'refund', void: 'refund', block: 'refund' },
  carrier: { book: 'shipping', find: 'shipping', cancel: 'cancel', block: 'cancel' },
};

/** What brings an order to a place where one that goes well never comes. */
const waysThere: Readonly<Record<string, string>> = {
  'gateway refund': 'shipping=refused',
  'gateway void': 'payment=pending-forever',
  'gateway block': 'payment=throttled',
  'carrier cancel': 'shipping=defect',
  'carrier block': 'shipping=throttled',
  'lambda refund': 'shipping=refused',
  'lambda cancel': 'shipping=defect',
  'queue park': 'notify=down',
};

/** Only an answer that tells of a charge or a shipment can be wrong about it. */
const foundAt: Readonly<Record<string, string>> = {
  'gateway find wrong-amount': 'payment=cut-after:1',
  'carrier find wrong-service': 'shipping=cut-after:1',
};

/** Every fault at every place where it can strike, each place once: `payment.refund` is the call that `refund` names. */
export function faultMatrix(): readonly AimedFault[] {
  return possibleFaults().flatMap((fault) => {
    const place = placeOf(fault);
    if ('call' in place && callers[place.layer][place.call] !== fault.target) return [];
    const at = `${place.layer} ${'call' in place ? place.call : place.target}`;
    const way = foundAt[`${at} ${fault.kind}`] ?? waysThere[at];
    return [{ fault, place, company: way === undefined ? [] : [parseFault(way)] }];
  });
}

/** Where a fault strikes. */
function placeOf({ target, kind, call }: Fault): Place {
  const { layers: struck }: { readonly layers: readonly Layer[] } = faultKind(kind);
  const { layers, call: named }: { readonly layers: readonly Layer[]; readonly call?: Call } = faultTargets[target];
  const layer = layers.find((one) => struck.includes(one));
  if (layer === 'gateway' || layer === 'carrier') return { layer, call: (call ?? named) as Call };
  return { layer: layer as Exclude<Layer, 'gateway' | 'carrier'>, target };
}
