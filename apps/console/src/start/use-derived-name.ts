import { useEffect, useState } from 'react';
import { nameExecution } from '../order/name-execution.ts';
import { mostCharacters } from './draft.ts';

/** The name that an execution of this JSON gets by itself; undefined while it is no JSON, or too long. */
export function useDerivedName(text: string): string | undefined {
  const [name, setName] = useState<string>();
  useEffect(() => {
    let current = true;
    derive(text).then((derived) => {
      if (current) setName(derived);
    });
    return () => {
      current = false;
    };
  }, [text]);
  return name;
}

async function derive(text: string): Promise<string | undefined> {
  if (text.length > mostCharacters) return undefined;
  try {
    return await nameExecution(JSON.parse(text));
  } catch {
    return undefined;
  }
}
