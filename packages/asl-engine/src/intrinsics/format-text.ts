import type { Json } from '../json/json.ts';
import { IntrinsicFailure } from './intrinsic-function.ts';

/** Puts the values in place of the template's `{}` in turn; `\{`, `\}`, `\'` and `\\` stand for the plain characters (spec, "States.Format"). */
export function formatText(template: string, values: readonly Json[]): string {
  let text = '';
  let used = 0;
  for (let index = 0; index < template.length; index++) {
    const character = template[index] as string;
    if (character === '\\' && /[{}'\\]/.test(template[index + 1] ?? '')) {
      text += template[++index];
    } else if (character === '{' && template[index + 1] === '}') {
      index++;
      const value = values[used++];
      text += value === undefined ? '' : displayText(value);
    } else {
      text += character;
    }
  }
  if (used !== values.length) throw new IntrinsicFailure(`the template has ${used} places for ${values.length} values`);
  return text;
}

/** A value as it appears in a formatted text: AWS writes objects as `{name=value}`, and texts without quotes. */
function displayText(value: Json): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(displayText).join(', ')}]`;
  if (value === null || typeof value !== 'object') return String(value);
  const members = Object.entries(value as Record<string, Json>).map(
    ([name, member]) => `${name}=${displayText(member)}`,
  );
  return `{${members.join(', ')}}`;
}
