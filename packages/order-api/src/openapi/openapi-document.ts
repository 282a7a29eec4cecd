import { orderSchema, toJsonSchema } from '@order-workflow/order-domain';
import { orderStatusSchema } from '@order-workflow/stage-kit/order-store';
import type * as z from 'zod/mini';
import { cancellationSchema } from '../decisions/answer-cancellation.ts';
import { batchLineSchema } from '../decisions/batch-line.ts';
import { batchStandingSchema } from '../decisions/batch-standing.ts';
import { orderListSchema } from '../decisions/list-orders.ts';
import { listLimits } from '../decisions/list-query.ts';
import { orderStandingSchema } from '../decisions/order-standing.ts';
import { problemSchema } from '../http/problem.ts';
import { apiOperations } from '../operations.ts';
import { describedBatches } from './described-batches.ts';
import { always, type DocumentPart, keyHeader, location, ref, retryAfter, told } from './described-parts.ts';

/** Of the API, not of the package: it changes when clients have to. */
const version = '1.0.0';

function component(schema: z.ZodMiniType, title: string): DocumentPart {
  const { $schema: _, ...keywords } = toJsonSchema(schema, title);
  return keywords;
}

function standing(description: string): DocumentPart {
  const headers = { Location: location, 'Retry-After': retryAfter };
  return { description, headers, content: { 'application/json': { schema: ref('OrderStanding') } } };
}

const orderId = {
  name: 'id',
  in: 'path',
  required: true,
  description:
    "The order's id. One with other signs than ASCII letters, digits, - and _ is written after a ~, each byte that is no letter, digit or hyphen as _ and its two hexadecimal digits: #1001 is ~_231001.",
  schema: { type: 'string', minLength: 1, maxLength: 65 },
};

const inQuery = (name: string, description: string, schema: DocumentPart) => ({
  name,
  in: 'query',
  description,
  schema,
});

const listParameters = [
  inQuery(
    'status',
    'How they stand now. Pages of a status that is rare may be empty, and name the next all the same.',
    {
      type: 'string',
      enum: orderStatusSchema.options,
    },
  ),
  inQuery(
    'since',
    `From when on their attempts began: a moment, or the beginning of a day in UTC. The last ${listLimits.usualDays} days unless given; of a customer, all.`,
    {
      anyOf: [
        { type: 'string', format: 'date-time' },
        { type: 'string', format: 'date' },
      ],
    },
  ),
  inQuery('customer', 'The e-mail address of their customer, whatever its capitals.', {
    type: 'string',
    format: 'email',
    maxLength: 254,
  }),
  inQuery('limit', 'The most orders of a page.', {
    ...{ type: 'integer', minimum: 1, maximum: listLimits.most, default: listLimits.usual },
  }),
  inQuery('page', 'The next page, as `next` of an answer names it, alone.', { type: 'string' }),
];

const body = (name: string, required: boolean) => ({
  required,
  content: { 'application/json': { schema: ref(name) } },
});

const described: Readonly<Record<string, DocumentPart>> = {
  placeOrder: {
    summary: 'Places an order',
    description:
      'The same request may be sent as often as needed: key and body together mean one order. A new key alone never makes another attempt: that takes another content, after an end with nothing held, or the next attempt said aloud.',
    parameters: [keyHeader],
    requestBody: body('Order', true),
    responses: {
      200: standing('The order was placed before: how it stands'),
      202: standing('The order is accepted'),
      ...told(
        'key-missing',
        'not-json',
        'another-under-way',
        'too-large',
        'not-json-by-type',
        'order-invalid',
        'key-reused',
        ...always,
      ),
    },
  },
  listOrders: {
    summary: 'Lists orders, page by page, the newest attempt first',
    description:
      'It may be a moment behind the orders themselves, and lists none that has ended before its table had the indexes for it.',
    parameters: listParameters,
    responses: {
      200: { description: 'A page of them', content: { 'application/json': { schema: ref('OrderList') } } },
      ...told('request-invalid', ...always),
    },
  },
  showOrder: {
    summary: 'Says how an order stands',
    parameters: [orderId],
    responses: { 200: standing('How it stands'), ...told('order-unknown', ...always) },
  },
  cancelOrder: {
    summary: 'Cancels an order',
    description:
      'Takes the order over from its execution, and undoes what that did. It may be sent as often as needed.',
    parameters: [orderId],
    requestBody: body('Cancellation', false),
    responses: {
      200: standing('There is nothing to cancel: the order has ended, and nothing is held'),
      202: standing('The order is being cancelled'),
      ...told('not-json', 'order-unknown', 'too-large', 'not-json-by-type', 'request-invalid', ...always),
    },
  },
  ...describedBatches,
  describeApi: {
    summary: 'This document',
    responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } } },
  },
};

/** The API as an OpenAPI 3.1 document, made of the schemas by which it reads and the routes that are deployed. */
export function openapiDocument(): DocumentPart {
  const paths: Record<string, Record<string, DocumentPart>> = {};
  for (const { name, method, path } of apiOperations)
    paths[path] = { ...paths[path], [method.toLowerCase()]: { operationId: name, ...described[name] } };
  return {
    openapi: '3.1.1',
    info: {
      title: 'Order API',
      version,
      description: 'Places, follows and cancels orders, one by one or many in a batch.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths,
    components: {
      schemas: {
        Order: component(orderSchema, 'Order'),
        OrderStanding: component(orderStandingSchema, 'OrderStanding'),
        OrderList: component(orderListSchema, 'OrderList'),
        BatchStanding: component(batchStandingSchema, 'BatchStanding'),
        BatchLine: component(batchLineSchema, 'BatchLine'),
        Cancellation: component(cancellationSchema, 'Cancellation'),
        Problem: component(problemSchema, 'Problem'),
      },
    },
  };
}
