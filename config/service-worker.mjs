// The service worker of the H5 pages: they open without a network; policies have their own store.
import path from 'node:path'
import { generateSW } from 'workbox-build'

/** Writes `sw.js` into a finished build. It precaches the pages' own files and nothing of the server's answers. @param addresses the app's pages */
export async function buildServiceWorker(folder, addresses) {
  const { warnings } = await generateSW({
    globDirectory: folder,
    globPatterns: ['index.html', 'static/**/*.{js,css,png,svg,woff2}'],
    swDest: path.join(folder, 'sw.js'),
    // One file from our own origin: a strict content policy allows no other.
    inlineWorkboxRuntime: true,
    sourcemap: false,
    mode: 'production',
    navigateFallback: '/index.html',
    // Any other address is the server's to answer: it leads to the home page where the app would show nothing.
    navigateFallbackAllowlist: [...new Set(['/', ...addresses])].map((address) => new RegExp(`^${address}(\\?|$)`)),
    // File names carry their content's hash already.
    dontCacheBustURLsMatching: /\.[0-9a-f]{8}\./,
    // A new version waits until the reader agrees: two versions of one page must not mix.
    skipWaiting: false,
    clientsClaim: true,
    cleanupOutdatedCaches: true,
  })
  if (warnings.length > 0) throw new Error(warnings.join('\n'))
}
