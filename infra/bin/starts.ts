// How long a function takes from the start of its process, against an empty handler: `pnpm starts [rounds]`.
import { readCommand, unreadable } from '@order-workflow/toolchain/read-options';
import { measureStarts } from './starts/measure-starts.ts';
import { reportStarts } from './starts/report-starts.ts';

const usage = 'pnpm starts [rounds]';
const [given = '25'] = readCommand(usage, {}, 1).words;
const rounds = Number(given);
if (!Number.isInteger(rounds) || rounds < 5)
  unreadable(usage, `rounds: given ${given}, expected a whole number of at least 5`);
const starts = await measureStarts(rounds, (round) => console.error(`round ${round} of ${rounds}`));
const { text, withinBudget } = reportStarts(starts);
console.log(`node ${process.version}, ${rounds} rounds, medians\n\n${text}`);
process.exitCode = withinBudget ? 0 : 1;
