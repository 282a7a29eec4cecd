import { describeIssues, violationText } from '@order-workflow/order-domain';
import * as z from 'zod/mini';
import type { ApiContext } from './api-context.ts';
import { ApiError } from './api-error.ts';

/** An action of the API under its AWS name. */
export interface Operation {
  readonly name: string;
  /** Answers a request, a JSON object. Dates in the answer are written as the protocol wants them. Throws ApiError. */
  answer(request: unknown, served: ApiContext): object | Promise<object>;
}

/** An action whose request has this shape, checked before it is answered. */
export function defineOperation<Request>(
  name: string,
  shape: z.ZodMiniType<Request>,
  answer: (request: Request, served: ApiContext) => object | Promise<object>,
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

/** The fields of requests with AWS's own limits (API reference); lengths count UTF-16 units there and here. */
export const arnField = z.string().check(z.minLength(1), z.maxLength(256));

/** How many results a page has at most; 0 stands for the default. */
export const maxResultsField = z.optional(z.int().check(z.minimum(0), z.maximum(1000)));

export const tokenField = z.optional(z.string().check(z.minLength(1), z.maxLength(1024)));

/** Whether data that AWS would have to decrypt is wanted. */
export const includedDataField = z.optional(z.enum(['ALL_DATA', 'METADATA_ONLY']));
