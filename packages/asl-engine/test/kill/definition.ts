const work = 'arn:aws:lambda:us-east-1:000000000000:function:work';

function task(step: string, rest: object, variable = 'last'): object {
  return { Type: 'Task', Resource: work, Arguments: { step }, Assign: { [variable]: step }, ...rest };
}

/** A machine with everything that an execution can be in the middle of: a task, branches, iterations, a timer, a token. */
export const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'First',
  States: {
    First: task('first', { Output: '{% $merge([$states.input, {"first": $states.result}]) %}', Next: 'Both' }),
    Both: {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'Left',
          States: {
            Left: task('left', { Next: 'Left again' }, 'inner'),
            'Left again': task('left again', { End: true }, 'inner'),
          },
        },
        {
          StartAt: 'Pause',
          States: { Pause: { Type: 'Wait', Seconds: 1, Next: 'Right' }, Right: task('right', { End: true }, 'inner') },
        },
      ],
      Output: '{% $merge([$states.input, {"both": $states.result}]) %}',
      Next: 'Each',
    },
    Each: {
      Type: 'Map',
      Items: ['a', 'b', 'c', 'd'],
      MaxConcurrency: 2,
      ItemProcessor: {
        StartAt: 'Item',
        States: {
          Item: { Type: 'Task', Resource: work, Arguments: { step: "{% 'item ' & $states.input %}" }, End: true },
        },
      },
      Output: '{% $merge([$states.input, {"each": $states.result}]) %}',
      Next: 'Ask',
    },
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Arguments: { QueueUrl: 'q', MessageBody: { token: '{% $states.context.Task.Token %}' } },
      Output: '{% $merge([$states.input, {"answer": $states.result}]) %}',
      Next: 'Last',
    },
    Last: task('last', { Output: '{% $merge([$states.input, {"last": $states.result}]) %}', End: true }),
  },
};

/** What each execution must give, whatever happens on the way. */
export function expectedOutput(order: number): object {
  return {
    order,
    first: { did: 'first' },
    both: [{ did: 'left again' }, { did: 'right' }],
    each: [{ did: 'item a' }, { did: 'item b' }, { did: 'item c' }, { did: 'item d' }],
    answer: 'yes',
    last: { did: 'last' },
  };
}
