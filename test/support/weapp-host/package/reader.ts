import fs from 'node:fs'
import path from 'node:path'
import type { AppConfig, PackageInfo } from '../types'

const MB = 1024 * 1024
/** WeChat refuses to upload more: 2 MB a package, 30 MB in all. */
export const PACKAGE_LIMIT = 2 * MB
export const TOTAL_LIMIT = 30 * MB

/** Files that DevTools leaves out of the upload. */
const NOT_UPLOADED = /(^|\/)(project(\.private)?\.config\.json|sitemap\.json)$|\.map$|\.LICENSE\.txt$/

/** A built mini-program on disk: its app.json, its files and its packages with their sizes. */
export interface AppPackage {
  root: string
  app: AppConfig
  pages: string[]
  files: string[]
  packages: PackageInfo[]
  read(file: string): string
}

/** Reads a built mini-program (a folder such as dist/weapp) and checks it against WeChat's package limits. */
export function readPackage(root: string, limits = { package: PACKAGE_LIMIT, total: TOTAL_LIMIT }): AppPackage {
  const file = (name: string) => path.join(root, name)
  if (!fs.existsSync(file('app.json'))) throw new Error(`${root} is not a built mini-program: it has no app.json`)
  const read = (name: string) => fs.readFileSync(file(name), 'utf8')
  const app = JSON.parse(read('app.json')) as AppConfig
  const files = listFiles(root)
  const packages = splitPackages(root, app, files)
  const pages = packages.flatMap((one) => one.pages)

  checkPages(pages, files)
  checkTabBar(app)
  checkSizes(packages, limits)
  return { root, app, pages, files, packages, read }
}

function listFiles(root: string, folder = ''): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name)
    return entry.isDirectory() ? listFiles(root, name) : [name]
  })
}

function splitPackages(root: string, app: AppConfig, files: string[]): PackageInfo[] {
  const subs = (app.subPackages ?? app.subpackages ?? []).map((sub) => ({ ...sub, root: sub.root.replace(/^\/|\/$/g, '') }))
  const sizeOf = (name: string) => (NOT_UPLOADED.test(name) ? 0 : fs.statSync(path.join(root, name)).size)
  const ownerOf = (name: string) => subs.find((sub) => name.startsWith(sub.root + '/'))?.root ?? ''
  const bytes = new Map<string, number>()
  for (const name of files) bytes.set(ownerOf(name), (bytes.get(ownerOf(name)) ?? 0) + sizeOf(name))
  return [
    { root: '', name: '__APP__', pages: app.pages, bytes: bytes.get('') ?? 0 },
    ...subs.map((sub) => ({
      root: sub.root,
      name: sub.name ?? sub.root,
      pages: sub.pages.map((page) => path.posix.join(sub.root, page)),
      bytes: bytes.get(sub.root) ?? 0,
    })),
  ]
}

function checkPages(pages: string[], files: string[]) {
  const have = new Set(files)
  for (const page of pages) {
    for (const kind of ['js', 'wxml']) {
      if (!have.has(`${page}.${kind}`)) throw new Error(`app.json names the page "${page}", but ${page}.${kind} is missing`)
    }
  }
}

function checkTabBar(app: AppConfig) {
  const list = app.tabBar?.list
  if (!list) return
  if (list.length < 2 || list.length > 5) throw new Error(`tabBar.list has ${list.length} entries: WeChat wants 2 to 5`)
  for (const tab of list) {
    if (!app.pages.includes(tab.pagePath)) throw new Error(`tabBar page "${tab.pagePath}" is not a page of the main package`)
  }
}

function checkSizes(packages: PackageInfo[], limits: { package: number; total: number }) {
  const kb = (bytes: number) => `${Math.ceil(bytes / 1024)} KB`
  for (const one of packages) {
    if (one.bytes > limits.package) {
      throw new Error(`package "${one.root || 'main'}" is ${kb(one.bytes)}: WeChat's limit is ${kb(limits.package)}`)
    }
  }
  const total = packages.reduce((sum, one) => sum + one.bytes, 0)
  if (total > limits.total) throw new Error(`all packages together are ${kb(total)}: WeChat's limit is ${kb(limits.total)}`)
}
