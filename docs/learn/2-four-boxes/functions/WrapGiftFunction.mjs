/** Wraps what was paid for. It refuses what was not. */
export const handler = async ({ payment }) => {
  if (payment === undefined) throw new Error('nothing is wrapped before it is paid for');
  return { paper: 'blue' };
};
