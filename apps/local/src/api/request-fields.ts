import * as z from 'zod/mini';

/** The fields of requests with AWS's own limits (API reference); lengths count UTF-16 units there and here. */
export const arnField = z.string().check(z.minLength(1), z.maxLength(256));

/** How many results a page has at most; 0 stands for the default. */
export const maxResultsField = z.optional(z.int().check(z.minimum(0), z.maximum(1000)));

export const tokenField = z.optional(z.string().check(z.minLength(1), z.maxLength(1024)));

/** Whether data that AWS would have to decrypt is wanted. */
export const includedDataField = z.optional(z.enum(['ALL_DATA', 'METADATA_ONLY']));
