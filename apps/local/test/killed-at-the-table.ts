import { dataFolder } from '../src/data-folder/data-folder.ts';
import { inProcessTables } from '../src/tables/in-process-tables.ts';
import { openKeptItems } from '../src/tables/open-kept-items.ts';
import { callTables, createTable } from '../src/tables/start-tables.ts';

/** Writes items of a round into the table of a data folder, says so of each, and is killed by nobody but itself. */
const [path, round] = process.argv.slice(2);
const tables = inProcessTables(openKeptItems(dataFolder(path)), () => undefined);
await createTable(tables, {
  name: 'Shop-Orders',
  arn: '',
  definition: {
    AttributeDefinitions: [{ AttributeName: 'orderId', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'orderId', KeyType: 'HASH' }],
  },
});
for (let item = 0; item < 20; item++) {
  await callTables(tables, 'PutItem', { TableName: 'Shop-Orders', Item: { orderId: { S: `${round}-${item}` } } });
  process.stdout.write('acknowledged\n');
}
process.kill(process.pid, 'SIGKILL');
