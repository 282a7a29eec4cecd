import { useEffect, useState } from 'react';
import { deskServer } from '../desk/desk-server.ts';

/** What the server has beside the API of AWS. */
export interface LocalOffers {
  readonly logs: boolean;
  readonly messages: boolean;
  /** Whether faults can be switched, and what an execution waits for be skipped. */
  readonly faults: boolean;
  readonly desk: boolean;
  /** Whether the workflow holds stock. */
  readonly stock: boolean;
}

export const noOffers: LocalOffers = {
  logs: false,
  messages: false,
  faults: false,
  desk: false,
  stock: false,
};

/** Asks once what the server has, as soon as it answers; undefined until then. One that has nothing of the kind says 404. */
export function useLocalOffers(answers: boolean): LocalOffers | undefined {
  const [offers, setOffers] = useState<LocalOffers>();
  useEffect(() => {
    if (!answers) return;
    // A server that has faults to switch shows logs and skips waits, too; only an execution that it knows has any.
    Promise.all(['messages', 'faults', 'desk/home'].map((path) => isThere(`/_local/${path}`))).then(
      async ([messages = false, faults = false, desk = false]) =>
        setOffers({ messages, faults, logs: faults, desk, stock: desk && (await holdsStock()) }),
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

async function holdsStock(): Promise<boolean> {
  try {
    return (await deskServer.stock()).known;
  } catch {
    return false;
  }
}
