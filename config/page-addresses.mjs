// The addresses of the app's pages, from src/app.config.ts, which lists them for both builds.
import { build } from 'esbuild'
import path from 'node:path'
import { root } from './freshness.mjs'

/** Every page's address as the H5 router knows it, `/tabs/home/index` for one. */
export async function pageAddresses() {
  const { outputFiles: [{ text }] } = await build({ entryPoints: [path.join(root, 'src/app.config.ts')], bundle: true, format: 'esm', write: false })
  // Taro gives the config this function, which answers what it is given.
  const { default: app } = await import(`data:text/javascript,${encodeURIComponent(`const defineAppConfig = (config) => config\n${text}`)}`)
  return [...app.pages, ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))].map((page) => `/${page}`)
}
