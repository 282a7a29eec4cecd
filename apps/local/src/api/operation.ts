import { describeIssues, violationText } from '@order-workflow/order-domain';
import type * as z from 'zod/mini';
import type { ApiContext } from './api-context.ts';
import { ApiError } from './api-error.ts';

/** An action of the API under its AWS name. */
export interface Operation {
  readonly name: string;
  /** Answers a request, a JSON object. Dates in the answer are written as the protocol wants them. Throws ApiError. */
  answer(request: unknown, served: ApiContext): object;
}

/** An action whose request has this shape, checked before it is answered. */
export function defineOperation<Request>(
  name: string,
  shape: z.ZodMiniType<Request>,
  answer: (request: Request, served: ApiContext) => object,
): Operation {
  return {
    name,
    answer(request, served) {
      const read = shape.safeParse(request);
      if (!read.success) {
        const problems = describeIssues(read.error.issues, request, 'request').map(violationText).join('; ');
        throw new ApiError('ValidationException', `${name}: ${problems}`);
      }
      return answer(read.data, served);
    },
  };
}
