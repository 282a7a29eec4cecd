import { readHistory, withoutData } from '@order-workflow/asl-engine';
import * as z from 'zod/mini';
import { arnField, defineOperation, maxResultsField, tokenField } from '../operation.ts';
import { readPage } from '../page.ts';
import { executionOf } from '../resolve-arn.ts';

const request = z.strictObject({
  executionArn: arnField,
  maxResults: maxResultsField,
  reverseOrder: z.optional(z.boolean()),
  nextToken: tokenField,
  includeExecutionData: z.optional(z.boolean()),
});

export const getExecutionHistory = defineOperation('GetExecutionHistory', request, (asked, served) => {
  const { executionArn, reverseOrder: reverse = false, includeExecutionData = true } = asked;
  executionOf(served, executionArn);
  const { entries, ...next } = readPage(
    { operation: 'GetExecutionHistory', executionArn, reverse, includeExecutionData },
    asked,
    served.clock.now(),
    (limit, after) =>
      readHistory(served.workflow.journal, executionArn, { limit, reverse, ...(after !== undefined && { after }) }),
    ({ id }) => id,
  );
  return { events: includeExecutionData ? entries : entries.map(withoutData), ...next };
});
