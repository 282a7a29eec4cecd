import type { Json } from '../json/json.ts';
import type { MachineDefinition } from './machine-definition.ts';
import { parseDefinition } from './parse-definition.ts';

/** So many definitions are remembered: executions that go on are of the last few releases. */
const mostRemembered = 8;

const remembered = new Map<string, MachineDefinition>();

/**
 * What `parseDefinition` makes of a journaled definition, and the same again for the same text: many executions of one
 * definition go on at a start, and compiling takes longer than all else of that.
 */
export function compileOnce(definition: Json): MachineDefinition {
  const text = JSON.stringify(definition);
  const compiled = remembered.get(text) ?? parseDefinition(definition as object);
  // The last that was asked for stands last.
  remembered.delete(text);
  remembered.set(text, compiled);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= mostRemembered) break;
    remembered.delete(oldest);
  }
  return compiled;
}
