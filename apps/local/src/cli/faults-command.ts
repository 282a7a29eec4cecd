import { faultTargetsHere } from '../faults/fault-targets.ts';
import { type ListedFault, listFaults } from '../faults/list-faults.ts';
import { exitCodes } from '../orders/exit-codes.ts';
import { type Paint, paintFor } from '../terminal/paint.ts';
import { wrapText } from '../terminal/printable-text.ts';
import { columnsOf } from '../terminal/terminal-features.ts';
import { jsonText, writeOut } from '../terminal/write-out.ts';

/** `order faults`: every fault that can be switched on. Gives the exit code. */
export async function faultsCommand({ json }: { readonly json?: true }): Promise<number> {
  const listed = listFaults(faultTargetsHere());
  const text = json
    ? jsonText(listed)
    : renderFaults(listed, paintFor(process.stdout), Math.min(columnsOf(process.stdout) ?? 80, 100)).join('\n');
  await writeOut(process.stdout, `${text}\n`);
  return exitCodes.succeeded;
}

const usage = [
  ['--fault payment=declined', 'each time; may be repeated for more'],
  ['--fault shipping=unavailable:3', 'three times'],
  ['--fault payment.find=cut-before', 'another of its calls: find, void or block'],
] as const;

/** The faults under the stages that they can strike, a line each where there is room, and how to switch them on. */
function renderFaults(listed: readonly ListedFault[], paint: Paint, width: number): readonly string[] {
  const indent = 4 + Math.max(...listed.map(({ fault }) => fault.length)) + 2;
  const groups = Map.groupBy(listed, ({ stages }) => stages.join(' '));
  const lines = [...groups].flatMap(([stages, faults]) => [
    `  ${paint.strong(stages)}`,
    ...faults.flatMap(({ fault, description }) => {
      const [first = '', ...more] = wrapText(description, Math.max(20, width - indent));
      return [
        `    ${fault.padEnd(indent - 4)}${paint.quiet(first)}`,
        ...more.map((line) => ' '.repeat(indent) + paint.quiet(line)),
      ];
    }),
    '',
  ]);
  const switched = usage.map(([option, meaning]) => `    ${option.padEnd(34)} ${paint.quiet(meaning)}`);
  const places = ['', ...wrapText('What comes of each of them: docs/faults.md', width - 2).map((line) => `  ${line}`)];
  return [...lines, `  ${paint.strong('pnpm order place … --fresh --fast-forward')}`, ...switched, ...places];
}
