import type { Json } from '../json/json.ts';
import { IntrinsicFailure } from './intrinsic-function.ts';
import { javaText } from './java-value.ts';

/**
 * Puts the values in place of the template's `{}` in turn; `\{`, `\}`, `\'` and `\\` stand for the plain characters (spec,
 * "States.Format"). A brace that is neither a place nor escaped is refused.
 */
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
      text += value === undefined ? '' : javaText(value);
    } else if (character === '{' || character === '}') {
      throw new IntrinsicFailure(`the template has a '${character}' that is not escaped with a backslash`);
    } else {
      text += character;
    }
  }
  if (used !== values.length)
    throw new IntrinsicFailure(
      `number of arguments do not match the occurrences of {}: ${values.length} for ${used} in the template`,
    );
  return text;
}
