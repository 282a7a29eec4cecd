import { useEffect, useState } from 'react';

/** What the server has beside the API of AWS. */
export interface LocalOffers {
  readonly messages: boolean;
  readonly faults: boolean;
}

const none: LocalOffers = { messages: false, faults: false };

/** Asks once what the server has; AWS, and a server without it, answer 404. */
export function useLocalOffers(): LocalOffers {
  const [offers, setOffers] = useState(none);
  useEffect(() => {
    Promise.all([isThere('/_local/messages'), isThere('/_local/faults')]).then(([messages, faults]) =>
      setOffers({ messages, faults }),
    );
  }, []);
  return offers;
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await fetch(path)).ok;
  } catch {
    return false;
  }
}
