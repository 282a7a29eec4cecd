import { useState } from 'react';
import { stepFunctions } from '../api/step-functions.ts';
import type { ExecutionSnapshot } from '../execution/execution-snapshot.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Foreign } from '../parts/foreign.tsx';
import { goTo } from '../route/use-route.ts';
import { readableJson } from '../show/json-pieces.ts';
import { keepDraft } from '../start/draft.ts';
import { cliCommand } from './cli-command.ts';
import { historyFile } from './history-file.ts';

interface ToolsRowProps {
  readonly snapshot: ExecutionSnapshot;
  /** Whether its input is an order. */
  readonly isOrder: boolean;
}

/** What is taken along from an execution: its ARN, commands, its history, its definition, its input as a new order. */
export function ToolsRow({ snapshot: { execution }, isOrder }: ToolsRowProps) {
  const [said, say] = useState('');
  const { executionArn, name, input } = execution;

  async function save(file: string, text: () => Promise<string>): Promise<void> {
    say('');
    try {
      saveFile(file, await text());
    } catch (problem) {
      say(problem instanceof Error ? problem.message : String(problem));
    }
  }

  function startAgain(order: string): void {
    keepDraft({ text: readableJson(order), name: '' });
    goTo({ view: 'start' });
  }

  return (
    <fieldset className="actions tools" aria-label="Take along">
      <CopyButton text={executionArn} label="Copy ARN" what="of the execution" />
      <CopyButton
        text={cliCommand('get-execution-history', executionArn, location.origin)}
        label="Copy CLI command"
        what="that prints its history"
      />
      <button
        type="button"
        className="quiet"
        onClick={() => save(`${name}.history.json`, () => historyFile(executionArn, stepFunctions))}
      >
        Download history
      </button>
      <button
        type="button"
        className="quiet"
        onClick={() =>
          save(`${name}.asl.json`, async () =>
            readableJson((await stepFunctions.describeDefinition(executionArn)).definition),
          )
        }
      >
        Download definition
      </button>
      {isOrder && typeof input === 'string' && (
        <button type="button" className="quiet" onClick={() => startAgain(input)}>
          Start again, edited …
        </button>
      )}
      <span role="status">
        <Foreign text={said} most={300} />
      </span>
    </fieldset>
  );
}

/** Lets the browser save a text as a file. */
function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Once the browser has begun with it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
