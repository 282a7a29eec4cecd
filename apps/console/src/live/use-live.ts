import { useEffect, useRef, useState } from 'react';
import { type Polling, type PollOptions, poll } from './poll.ts';

export interface LiveFailure {
  readonly error: unknown;
  /** Epoch milliseconds; undefined when it is not asked again. */
  readonly retryAt: number | undefined;
}

export interface Live<Data> {
  /** The newest answer; kept while the server does not answer. */
  readonly data: Data | undefined;
  readonly failure: LiveFailure | undefined;
  readonly refresh: () => void;
}

/**
 * What `load` gives, kept up to date. `key` says what is loaded: another one begins anew. After a failure it asks again,
 * unless `isFinal` says that this would be in vain.
 */
export function useLive<Data>(
  key: string,
  load: PollOptions<Data>['load'],
  isBusy: PollOptions<Data>['isBusy'],
  isFinal: (error: unknown) => boolean = () => false,
): Live<Data> {
  const [state, setState] = useState<{ key: string; data?: Data; failure?: LiveFailure }>({ key });
  const polling = useRef<Polling>(undefined);
  const latest = useRef({ load, isBusy, isFinal });
  latest.current = { load, isBusy, isFinal };

  useEffect(() => {
    polling.current = poll<Data>({
      load: (previous, signal) => latest.current.load(previous, signal),
      isBusy: (data) => latest.current.isBusy(data),
      isFinal: (error) => latest.current.isFinal(error),
      onData: (data) => setState({ key, data }),
      onFailure: (error, retryAt) =>
        setState((state) => ({
          ...(state.key === key ? state : { key }),
          failure: { error, retryAt },
        })),
    });
    return () => polling.current?.stop();
  }, [key]);

  const current = state.key === key ? state : undefined;
  return { data: current?.data, failure: current?.failure, refresh: () => polling.current?.refresh() };
}

/** `before` when both hold the same, so that nothing is drawn anew. Both are plain data. */
export function sameOrNew<Data>(before: Data | undefined, now: Data): Data {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
