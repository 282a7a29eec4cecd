import type { Call, Layer } from './faults.ts';

type Service = 'gateway' | 'carrier';
type OfAStage = 'lambda' | 'catalog';

/**
 * Where something is about to happen: a call of a simulator, an invocation of a stage's function, or a message to the topic
 * or the queue. `about` is the key of the call or the message, where it has one: it says whose it is.
 */
export type Place =
  | { readonly layer: Service; readonly call: Call; readonly about?: string }
  | { readonly layer: OfAStage; readonly target: string; readonly about?: string }
  | { readonly layer: Exclude<Layer, Service | OfAStage>; readonly about?: string };

/** The place of this layer at which a fault strikes. */
export function placeAt(layer: Layer, target: string, call: Call | undefined): Place | undefined {
  switch (layer) {
    case 'gateway':
    case 'carrier':
      return call && { layer, call };
    case 'lambda':
    case 'catalog':
      return { layer, target };
    case 'topic':
    case 'queue':
      return { layer };
  }
}

/** Whether both are the same place, whosoever turn it is there. */
export function isSamePlace(one: Place, other: Place): boolean {
  if (one.layer !== other.layer) return false;
  if ('call' in one || 'call' in other) return 'call' in one && 'call' in other && one.call === other.call;
  if ('target' in one || 'target' in other) return 'target' in one && 'target' in other && one.target === other.target;
  return true;
}
