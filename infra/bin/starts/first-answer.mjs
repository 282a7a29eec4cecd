// Imports a bundle, calls its handler once, and prints when each was done, in milliseconds of the machine's clock.
const [bundle = '', event = ''] = process.argv.slice(2);
const now = () => performance.timeOrigin + performance.now();
const write = process.stdout.write.bind(process.stdout);
// What the function logs is part of its work, and goes nowhere.
process.stdout.write = () => true;

const { handler } = await import(bundle);
const imported = now();
await handler(JSON.parse(event), { awsRequestId: 'start', functionName: 'start' });
write(JSON.stringify({ imported, answered: now() }));
