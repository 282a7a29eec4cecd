import { type StageNames, StageNotMade } from './stage-names.ts';

/** A stage in the sentence: `receive(validateOrder)`, `.next(processPayment, { undo: refundPayment })`. */
const stageInSentence = /(?:receive|\.next)\(\s*(\w+)[^()]*\)/g;

/**
 * Puts a stage into the sentence of the workflow (`infra/src/order-workflow.ts`), after another one, and imports it, with what undoes it.
 *
 * @param after the manifest's name as it stands there; the first stage unless given
 * @throws StageNotMade when there is no such stage to stand after
 */
export function insertStage(
  source: string,
  { package: folder, stateName, undoName }: StageNames,
  after?: string,
): string {
  const stages = [...source.matchAll(stageInSentence)];
  const found = after === undefined ? stages[0] : stages.find(([, name]) => name === after);
  if (!found) {
    const known = stages.map(([, name]) => name).join(', ');
    throw new StageNotMade(`--after: given ${JSON.stringify(after)}, expected one of ${known}`);
  }
  const end = found.index + found[0].length;
  const sentence = `${source.slice(0, end)}\n  .next(${stateName}${undoName ? `, { undo: ${undoName} }` : ''})${source.slice(end)}`;
  return `import { ${[stateName, undoName].filter(Boolean).sort().join(', ')} } from '@order-workflow/${folder}';\n${sentence}`;
}
