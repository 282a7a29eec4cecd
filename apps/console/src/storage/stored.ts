type Storage = 'localStorage' | 'sessionStorage';

/** What the browser keeps under a key, on this machine or for this tab; undefined also where it may keep nothing. */
export function readStored(storage: Storage, key: string): string | undefined {
  try {
    return globalThis[storage].getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text, or nothing any more. Where storage is forbidden or full the page forgets, and works all the same. */
export function store(storage: Storage, key: string, text: string | undefined): void {
  try {
    if (text === undefined) globalThis[storage].removeItem(key);
    else globalThis[storage].setItem(key, text);
  } catch {
    // Nothing depends on it.
  }
}
