import type { ReactNode } from 'react';
import { stepFunctions } from '../api/step-functions.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Foreign } from '../parts/foreign.tsx';

interface RedriveDialogProps {
  readonly title: string;
  /** What goes on: the beginning of the sentence that says so. */
  readonly children: ReactNode;
  readonly executionArn: string;
  /** The state at which it ended, if it ended in one. */
  readonly place: string | undefined;
  readonly onRedriven: () => void;
  readonly onClose: () => void;
}

/** Says what a redrive does, and asks before it. */
export function RedriveDialog({ title, children, executionArn, place, onRedriven, onClose }: RedriveDialogProps) {
  return (
    <ConfirmDialog
      title={title}
      action="Redrive"
      onConfirm={() => stepFunctions.redriveExecution(executionArn).then(onRedriven)}
      onClose={onClose}
    >
      <p>
        {children} goes on{' '}
        {place === undefined ? (
          'where it ended'
        ) : (
          <>
            at <Foreign text={place} most={80} />
          </>
        )}
        , with the same input as before and its retries anew. What was done before stays done and is not repeated.
      </p>
    </ConfirmDialog>
  );
}
