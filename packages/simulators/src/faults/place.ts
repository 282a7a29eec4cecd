import type { Call, Layer } from './fault-facts.ts';

type Service = 'gateway' | 'carrier';
type OfAStage = 'lambda' | 'catalog';

/**
 * Where something is about to happen: a call of a simulator, a request of a stage to its table, an invocation of a stage's
 * function, or a message to the topic, the bus for events or the queue. `about` is the key of the call or the message, where it has one: it
 * says whose it is.
 */
export type Place =
  | { readonly layer: Service; readonly call: Call; readonly about?: string }
  | { readonly layer: 'table'; readonly target: string; readonly call: Call; readonly about?: string }
  | { readonly layer: OfAStage; readonly target: string; readonly about?: string }
  | { readonly layer: Exclude<Layer, Service | 'table' | OfAStage>; readonly about?: string };

/** The place of this layer at which a fault strikes. */
export function placeAt(layer: Layer, target: string, call: Call | undefined): Place | undefined {
  switch (layer) {
    case 'gateway':
    case 'carrier':
      return call && { layer, call };
    case 'table':
      return call && { layer, target, call };
    case 'lambda':
    case 'catalog':
      return { layer, target };
    case 'topic':
    case 'events':
    case 'queue':
      return { layer };
  }
}

/** Whether both are the same place, whosoever turn it is there. */
export function isSamePlace(one: Place, other: Place): boolean {
  return one.layer === other.layer && callAt(one) === callAt(other) && targetAt(one) === targetAt(other);
}

function callAt(place: Place): Call | undefined {
  return 'call' in place ? place.call : undefined;
}

function targetAt(place: Place): string | undefined {
  return 'target' in place ? place.target : undefined;
}
