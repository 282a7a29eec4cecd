/** What a reader gets who comes to a path where there is nothing. The page's policy allows no style in it. */
export const notFoundPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>There is nothing here · Order Workflow</title>
  </head>
  <body>
    <h1>There is nothing at this path</h1>
    <p><a href="/#/executions">Go to the executions</a></p>
  </body>
</html>
`;

interface ReaderRequest {
  readonly method: string;
  readonly path: string;
  header(name: 'accept'): string | undefined;
}

/** Whether somebody reads the answer, rather than a program that speaks the API: all of that is POST, or below `/_local`. */
export function isForReaders(request: ReaderRequest): boolean {
  const { method, path } = request;
  if ((method !== 'GET' && method !== 'HEAD') || /^\/_local(\/|$)/.test(path)) return false;
  return !/^application\/json\b/i.test(request.header('accept') ?? '');
}
