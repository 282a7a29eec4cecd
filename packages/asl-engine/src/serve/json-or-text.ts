import type { Json } from '../json/json.ts';

/** What an HTTP answer holds: its JSON, or its text where that is none, as an error page of what stands before a service. */
export function jsonOrText(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
