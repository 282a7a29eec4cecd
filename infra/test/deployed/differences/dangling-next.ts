import type { Difference } from './difference.ts';
import { withStateMachine } from './with-state-machine.ts';

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html, InvalidDefinition */
export const danglingNext: Difference = {
  says: 'AWS refuses a definition that leads to a state that it does not have; here the CDK and our tests do.',
  async probe(clients) {
    const definition = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'Nowhere' } } };
    const { refused } = await withStateMachine(clients, definition, async () => true);
    return { differs: refused === undefined, seen: refused ?? 'such a definition is taken' };
  },
};
