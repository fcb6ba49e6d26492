import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { mockServer } from './dev/mockServer.ts';

/** Where `npm run dev` finds a real LeadRouter; `npm run dev:mock` needs none. */
const server = process.env.LEADROUTER_URL ?? 'http://localhost:5000';

const proxy = { '/api': server, '/schemas': server, '/hubs': { target: server, ws: true } };

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === 'mock' ? [mockServer()] : [])],
  build: {
    outDir: 'dist',
    // Browsers that know light-dark(): lowering it would break it, because the scheme is set by a variable.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // An inlined asset would be a data: URL, which a strict content security policy refuses.
    assetsInlineLimit: 0,
    // The polyfill is an inline script; every browser we support preloads modules itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Without these groups the desk would load in forty small files.
        codeSplitting: {
          groups: [
            {
              name: 'vendor',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack)[\\/]/,
            },
            { name: 'common', test: /src[\\/]shared[\\/](api[\\/](http|problem|query)|format|i18n[\\/][^.]*\.ts$)/ },
          ],
        },
      },
    },
  },
  server: { proxy: mode === 'mock' ? undefined : proxy },
  test: {
    environment: 'jsdom',
    setupFiles: ['test/setup.ts'],
    include: ['test/**/*.test.{ts,tsx}'],
    css: false,
    // A busy build machine makes typing tests slow, not wrong.
    testTimeout: 20_000,
  },
}));
