import type { Json } from '../json/json.ts';

/** A task of an activity, as a worker gets it. */
export interface ActivityTask {
  readonly taskToken: string;
  /** The input as JSON text, as GetActivityTask gives it. */
  readonly input: string;
}

interface WaitingTask extends ActivityTask {
  /** Gives what settles once it is durable that a worker has it; undefined when it is already. */
  readonly onStarted: (workerName: string | undefined) => Promise<void> | undefined;
}

/** Where activity tasks wait for workers; several executions may share one. */
export interface ActivityPool {
  /** Puts a task up for the workers of an activity; returns how to take it back. Called by the engine. */
  offer(
    activityArn: string,
    task: { readonly taskToken: string; readonly input: Json; readonly onStarted: WaitingTask['onStarted'] },
  ): () => void;
  /** The next task of an activity, as soon as there is one and it is durable who has it: GetActivityTask without the end of its long poll. */
  next(activityArn: string, workerName?: string): Promise<ActivityTask>;
  /** The next task of an activity, or undefined when there is none now. */
  take(activityArn: string, workerName?: string): ActivityTask | undefined;
  /** How many tasks of an activity wait for a worker. */
  waiting(activityArn: string): number;
}

/** A pool in memory. */
export function createActivityPool(): ActivityPool {
  const queues = new Map<string, WaitingTask[]>();
  const workers = new Map<string, ((task: WaitingTask) => void)[]>();
  const begin = async (task: WaitingTask, workerName: string | undefined): Promise<ActivityTask> => {
    await task.onStarted(workerName);
    return { taskToken: task.taskToken, input: task.input };
  };
  const queueOf = (arn: string) => queues.get(arn) ?? queues.set(arn, []).get(arn) ?? [];
  return {
    offer(activityArn, { taskToken, input, onStarted }) {
      const task: WaitingTask = { taskToken, input: JSON.stringify(input), onStarted };
      const worker = workers.get(activityArn)?.shift();
      if (worker) {
        worker(task);
        return () => {};
      }
      const queue = queueOf(activityArn);
      queue.push(task);
      return () => {
        const index = queue.indexOf(task);
        if (index >= 0) queue.splice(index, 1);
      };
    },
    take(activityArn, workerName) {
      const task = queueOf(activityArn).shift();
      task?.onStarted(workerName);
      return task && { taskToken: task.taskToken, input: task.input };
    },
    next(activityArn, workerName) {
      const task = queueOf(activityArn).shift();
      if (task) return begin(task, workerName);
      return new Promise((resolve) => {
        const waiting = workers.get(activityArn) ?? [];
        workers.set(activityArn, waiting);
        waiting.push((offered) => resolve(begin(offered, workerName)));
      });
    },
    waiting: (activityArn) => queueOf(activityArn).length,
  };
}
