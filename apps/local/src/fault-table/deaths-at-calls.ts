import type { Place, Switchboard } from '@order-workflow/simulators';
import type { StageTarget } from '../faults/fault-targets.ts';
import type { LambdaHost } from '../lambda-host/lambda-host.ts';

/** Says at which of its calls a function dies that is killed, where the speed of a machine would say it otherwise. */
export interface DeathsAtCalls {
  /** Which of its calls kills it, from 1; one that makes fewer dies at its end. Nobody has died so far. */
  dieAt(call: number): void;
  /** How many have died at that call. */
  readonly died: number;
  /** Stands before the functions. */
  readonly aroundFunctions: (invoke: LambdaHost['invoke']) => LambdaHost['invoke'];
  /** Sees every call, which one that dies does not live to make. */
  watch(switchboard: Switchboard): Switchboard;
}

interface Victim {
  readonly target: StageTarget;
  left: number;
  readonly death: AbortController;
}

/** `targetOf`: which stage a function is, by its name or ARN. */
export function deathsAtCalls(targetOf: (functionName: string) => StageTarget | undefined): DeathsAtCalls {
  const victims = new Set<Victim>();
  let callOfDeath = 1;
  let died = 0;

  /** Whether somebody dies who is about to make this call. Of two whose call it may be, one is as good as the other. */
  function dies(place: Place): boolean {
    const victim = [...victims].find(({ target }) => isCallOf(target, place));
    if (!victim || --victim.left > 0) return false;
    victims.delete(victim);
    died++;
    victim.death.abort();
    return true;
  }

  return {
    dieAt(call) {
      callOfDeath = call;
      died = 0;
    },
    get died() {
      return died;
    },
    aroundFunctions: (invoke) => (name, payload, options) => {
      const target = options?.kill && targetOf(name);
      if (!target) return invoke(name, payload, options);
      const victim: Victim = { target, left: callOfDeath, death: new AbortController() };
      victims.add(victim);
      return invoke(name, payload, { ...options, kill: victim.death.signal })?.finally(() => victims.delete(victim));
    },
    watch: (switchboard) => ({
      ...switchboard,
      take(place, changes = 'answer') {
        if (changes === 'answer' && dies(place)) return place.layer === 'topic' ? 'down' : 'timeout-before';
        return switchboard.take(place, changes);
      },
    }),
  };
}

function isCallOf({ name, layers }: StageTarget, place: Place): boolean {
  if (place.layer === 'lambda' || !layers.includes(place.layer)) return false;
  return !('target' in place) || place.target === name;
}
