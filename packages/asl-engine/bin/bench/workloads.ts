/** A machine to measure, and the input it gets. */
export interface Workload {
  readonly definition: object;
  readonly input: unknown;
}

const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:noop';
const order = {
  orderId: '12345',
  customerEmail: 'test@example.com',
  items: [{ sku: 'SKU001', quantity: 2 }],
  paymentMethod: 'CreditCard',
};

function chain(names: readonly string[], state: (name: string) => object): object {
  const states = names.map((name, index) => [
    name,
    { ...state(name), ...(names[index + 1] ? { Next: names[index + 1] } : { End: true }) },
  ]);
  return { StartAt: names[0], States: Object.fromEntries(states) };
}

const four = ['Validate', 'Pay', 'Ship', 'Notify'];

const retry = [
  {
    ErrorEquals: ['Lambda.ServiceException'],
    IntervalSeconds: 1,
    MaxAttempts: 5,
    BackoffRate: 2,
    MaxDelaySeconds: 60,
    JitterStrategy: 'FULL',
  },
];

/** The machines of the benchmark, by name. */
export const workloads: Readonly<Record<string, Workload>> = {
  'four JSONPath tasks': {
    input: order,
    definition: chain(four, (name) => ({
      Type: 'Task',
      Resource: functionArn,
      Parameters: { 'orderId.$': '$.orderId', 'items.$': '$.items' },
      ResultPath: `$.${name.toLowerCase()}`,
    })),
  },
  'four JSONata tasks': {
    input: order,
    definition: {
      QueryLanguage: 'JSONata',
      ...chain(four, (name) => ({
        Type: 'Task',
        Resource: functionArn,
        Arguments: { orderId: '{% $states.input.orderId %}', items: '{% $states.input.items %}' },
        Output: `{% $merge([$states.input, {"${name.toLowerCase()}": $states.result}]) %}`,
      })),
    },
  },
  'order workflow': {
    input: order,
    definition: {
      QueryLanguage: 'JSONata',
      TimeoutSeconds: 86_400,
      ...chain(four, (name) => ({
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: functionArn, Payload: '{% $states.input %}' },
        Output: `{% $merge([$states.input, {"${name.toLowerCase()}": $states.result.Payload}]) %}`,
        TimeoutSeconds: 30,
        Retry: retry,
      })),
    },
  },
  'Map of 1,000': {
    input: { items: Array.from({ length: 1000 }, (_, index) => ({ index })) },
    definition: {
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          ItemsPath: '$.items',
          MaxConcurrency: 40,
          ItemProcessor: {
            ProcessorConfig: { Mode: 'INLINE' },
            StartAt: 'Work',
            States: { Work: { Type: 'Task', Resource: functionArn, End: true } },
          },
          End: true,
        },
      },
    },
  },
};
