/** Builds the web app: no framework plugin, one chunk and one style sheet per audience, texts compiled at build. */
import { defineConfig } from 'vite';
import { voiceFiles } from './candidate/speech/weights/voice-files.ts';
import { characterMaps } from './shared/documents/character-maps.ts';
import { compiledTexts } from './shared/locales/compiled-texts.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [compiledTexts(), voiceFiles(), characterMaps()],
  // Whatever NODE_ENV says: the development transform writes the places of the source into the page.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
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
    rolldownOptions: {
      output: { chunkFileNames: (chunk) => `assets/${areaOf(chunk.facadeModuleId) ?? chunk.name}-[hash].js` },
    },
  },
  server: { proxy: { '/api': 'http://localhost:8787', '/ws': { target: 'ws://localhost:8787', ws: true } } },
});

/** An area's first chunk is named after it: all of them start in an app.tsx. */
function areaOf(file: string | null): string | undefined {
  return file === null ? undefined : /\/web\/(\w+)\/app\.tsx$/.exec(file)?.[1];
}
