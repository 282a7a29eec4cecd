import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';

/** Whether the web console is built in a folder. */
export function isConsoleBuilt(folder: string): boolean {
  return existsSync(join(folder, 'index.html'));
}

/** The web console's built files: a folder with `index.html`. */
export function consoleFiles(folder: string): Hono {
  const app = new Hono();
  app.use(compress());
  app.use(async (context, next) => {
    await next();
    // Names of assets hold a hash of what is in them; the page itself is another one after the next build.
    const lasting = context.req.path.startsWith('/assets/') && context.res.ok;
    context.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.get('*', serveStatic({ root: folder }));
  return app;
}
