const closers = new Set<() => void>();

/**
 * Has this done when the process exits, until what is returned is called: one listener for however many at once, since Node warns of
 * more than ten.
 */
export function atExit(close: () => void): () => void {
  if (closers.size === 0) process.on('exit', closeAll);
  closers.add(close);
  return () => {
    closers.delete(close);
    if (closers.size === 0) process.off('exit', closeAll);
  };
}

function closeAll(): void {
  for (const close of closers) close();
}
