import type { ApiOperation } from '@order-workflow/order-api';

/** Where the note of a function of the order API stands in the template's `Metadata` of it. CloudFormation does nothing with it. */
export const operationNoteKey = 'OrderWorkflow::Operation';

/** The route that a function answers, for whoever serves what was synthesized somewhere else. */
export function operationNote({ name, method, path }: ApiOperation): Pick<ApiOperation, 'name' | 'method' | 'path'> {
  return { name, method, path };
}
