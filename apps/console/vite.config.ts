import { defineConfig } from 'vite';
import { bundleBudget } from './build/bundle-budget.ts';

export default defineConfig({
  build: {
    // The server's Content-Security-Policy refuses data: addresses and scripts in the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    // The budget below is the limit, in what a browser loads.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      // React Flow says "use client" for servers that render; there is none.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
  plugins: [bundleBudget(220 * 1024)],
  server: {
    host: '127.0.0.1',
    // `pnpm dev` shows the console as it is being written, over the API of `pnpm order serve`.
    proxy: {
      '^/((_local|batches)/.*)?$': {
        target: 'http://127.0.0.1:8083',
        changeOrigin: true,
        bypass: ({ method, url }) => (method === 'GET' && url === '/' ? '/index.html' : undefined),
        headers: { origin: 'http://127.0.0.1:8083' },
      },
    },
  },
});
