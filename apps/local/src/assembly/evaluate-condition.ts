import { isJsonObject } from '../json/json-object.ts';
import { AssemblyUnreadable } from './assembly.ts';
import { type References, resolveValue } from './resolve-value.ts';

/**
 * Whether a condition of a template holds (CloudFormation user guide, condition functions).
 *
 * @throws AssemblyUnreadable for a function that is not one of a condition's
 */
export function evaluateCondition(condition: unknown, references: References, at: string): boolean {
  const holds = (part: unknown) => evaluateCondition(part, references, at);
  const [[name, argument] = ['nothing', undefined]] = isJsonObject(condition) ? Object.entries(condition) : [];
  const parts = Array.isArray(argument) ? argument : [];
  switch (name) {
    case 'Fn::Equals':
      return String(resolveValue(parts[0], references, at)) === String(resolveValue(parts[1], references, at));
    case 'Fn::Not':
      return !holds(parts[0]);
    case 'Fn::And':
      return parts.every(holds);
    case 'Fn::Or':
      return parts.some(holds);
    case 'Condition':
      return references.condition(String(argument)) ?? false;
    default:
      throw new AssemblyUnreadable(`${at}: ${name} is not a condition`);
  }
}
