import { useEffect, useState } from 'react';

/** What the server has beside the API of AWS. */
export interface LocalOffers {
  readonly logs: boolean;
  readonly messages: boolean;
  readonly faults: boolean;
}

const none: LocalOffers = { logs: false, messages: false, faults: false };

/** Asks once what the server has, as soon as it answers. One that has nothing of the kind says 404. */
export function useLocalOffers(answers: boolean): LocalOffers {
  const [offers, setOffers] = useState(none);
  useEffect(() => {
    if (!answers) return;
    // A server that has faults to switch shows logs too; only an execution that it knows has any.
    Promise.all([isThere('/_local/messages'), isThere('/_local/faults')]).then(([messages, faults]) =>
      setOffers({ messages, faults, logs: faults }),
    );
  }, [answers]);
  return offers;
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await fetch(path)).ok;
  } catch {
    return false;
  }
}
