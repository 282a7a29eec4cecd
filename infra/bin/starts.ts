// How long a function takes from the start of its process, against an empty handler: `pnpm starts [rounds]`.
import { measureStarts } from './starts/measure-starts.ts';
import { reportStarts } from './starts/report-starts.ts';

const rounds = Number(process.argv[2] ?? 25);
if (!Number.isInteger(rounds) || rounds < 5) {
  console.error(`rounds: given ${process.argv[2]}, expected a whole number of at least 5`);
  process.exit(2);
}
const starts = await measureStarts(rounds, (round) => console.error(`round ${round} of ${rounds}`));
const { text, withinBudget } = reportStarts(starts);
console.log(`node ${process.version}, ${rounds} rounds, medians\n\n${text}`);
process.exitCode = withinBudget ? 0 : 1;
