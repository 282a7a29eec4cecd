// The process that gets killed: starts executions in a journal, or goes on with those it finds there.
// usage: node child.ts <journal file> <log file> <executions>
// It tells on its log file which task it begins and ends, and when a while has passed for it since, each as one line of
// JSON written at once.
import { appendFileSync } from 'node:fs';
import { type Execution, execute, type HostOptions, parseDefinition, resumeExecutions } from '../../src/index.ts';
import { openSqliteJournal } from '../../src/journal-sqlite.ts';
import { definition } from './definition.ts';

const [file = '', log = '', count = '1'] = process.argv.slice(2);
const journal = openSqliteJournal(file);
const executions = new Map<string, Execution>();
const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const tell = (line: object) => appendFileSync(log, `${JSON.stringify(line)}\n`);
/** By then the journal has had its turn, several times over, on a machine of any speed. */
const aWhile = 100;

const host: HostOptions = {
  async invokeLambda({ executionName, payload }) {
    const { step } = payload as { step: string };
    tell({ execution: executionName, step });
    await rest(step.length % 4);
    setTimeout(() => tell({ execution: executionName, step, endedBefore: true }), aWhile).unref();
    return { payload: { did: step } };
  },
  integrations: {
    'sqs:sendMessage': (parameters, { executionName, taskToken }) => {
      tell({ execution: executionName, step: 'ask' });
      setTimeout(() => answer(executionName, taskToken ?? ''), 3);
      return { sent: parameters };
    },
  },
};

function answer(name: string, token: string): void {
  try {
    executions.get(name)?.sendTaskSuccess(token, 'yes');
  } catch {
    // Answered in an earlier life.
  }
}

for (const execution of resumeExecutions(journal, host)) executions.set(execution.name, execution);
const compiled = parseDefinition(definition);
for (let order = 0; order < Number(count); order++) {
  const name = `order-${order}`;
  const known = journal.read(`arn:aws:states:us-east-1:000000000000:execution:StateMachine:${name}`);
  if (!known) executions.set(name, execute(compiled, { ...host, name, input: { order }, journal }));
}
process.stdout.write('ready\n');
// A message that was sent before the kill is answered after it: the receiver kept the token.
const reminder = setTimeout(() => {
  for (const [name, execution] of executions) {
    const snapshot = journal.read(execution.executionArn)?.fibers.find(({ path }) => path === '');
    if (snapshot?.stateName === 'Ask' && snapshot.memo?.['submitted'] === true) answer(name, snapshot.taskToken ?? '');
  }
}, 10);
await Promise.all([...executions.values()].map(({ result }) => result));
clearTimeout(reminder);
journal.close();
process.stdout.write('done\n');
