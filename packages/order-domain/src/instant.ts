import * as z from 'zod/mini';
import { mustBe } from './must-be.ts';

/** A moment in UTC as ISO 8601 with milliseconds: `2026-03-01T09:30:00.000Z`. */
export const instantSchema = z
  .string()
  .check(mustBe((text) => isInstant(text), 'a moment in UTC, such as 2026-03-01T09:30:00.000Z'));

/** A calendar day: `2026-03-04`. */
export const dateSchema = z
  .string()
  .check(mustBe((text) => isInstant(`${text}T00:00:00.000Z`), 'a day, such as 2026-03-04'));

/** Milliseconds since the epoch as an instant. */
export function instant(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString();
}

/** Whether there is such a moment, written like this. By hand, since `z.iso` would bring four formats into every stage. */
function isInstant(text: string): boolean {
  const milliseconds = Date.parse(text);
  return /^\d{4}-/.test(text) && !Number.isNaN(milliseconds) && instant(milliseconds) === text;
}
