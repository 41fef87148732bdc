/** Builds the web app: no framework plugin, one chunk and one style sheet per audience, texts compiled at build. */
import { defineConfig } from 'vite';
import { compiledTexts } from './shared/locales/compiled-texts.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [compiledTexts()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    cssCodeSplit: true,
    // A data: font or script would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://localhost:8787', '/ws': { target: 'ws://localhost:8787', ws: true } } },
});
