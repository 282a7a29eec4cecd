import { TaskFailure, type TaskIntegration } from '@order-workflow/asl-engine';
import { callSqs, SqsRefused } from './sqs-call.ts';

/** The integration `sqs:sendMessage`: its arguments are those of the API, and so is its result. */
export function sendMessage(endpoint: string): TaskIntegration {
  return async (parameters) => {
    try {
      return await callSqs(endpoint, 'SendMessage', parameters);
    } catch (error) {
      if (error instanceof SqsRefused) {
        throw new TaskFailure(
          'SQS.AmazonSQSException',
          `${error.message} (Service: AmazonSQS; Error Code: ${error.code})`,
        );
      }
      const why = error instanceof Error ? error.message : String(error);
      throw new TaskFailure('SQS.SdkClientException', `Unable to execute HTTP request: ${why}`);
    }
  };
}
