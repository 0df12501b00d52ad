// One linter, two duties: ordinary correctness, and the arrows of docs/decisions/0001 kept by rule, not memory.
const boundaries = require('eslint-plugin-boundaries').default ?? require('eslint-plugin-boundaries')
const reactHooks = require('eslint-plugin-react-hooks')
const tseslint = require('typescript-eslint')

const DOMAINS = ['people', 'policies', 'files', 'diagnostics']
const FEATURES = ['policies', 'people', 'enterprises']
const NODE_ONLY = ['node:*', 'fs', 'path', 'crypto', 'os', 'child_process', 'worker_threads']

const elements = [
  { type: 'contract', pattern: 'cloudfunctions/contract' },
  { type: 'kernel', pattern: 'cloudfunctions/kernel' },
  { type: 'store-adapter', pattern: 'cloudfunctions/store/*' },
  { type: 'store-port', pattern: 'cloudfunctions/store' },
  { type: 'platform-adapter', pattern: 'cloudfunctions/platform/*' },
  { type: 'platform-port', pattern: 'cloudfunctions/platform' },
  { type: 'domain', pattern: `cloudfunctions/(${DOMAINS.join('|')})`, capture: ['name'] },
  { type: 'entry', pattern: 'cloudfunctions/(entries|local)' },
  { type: 'ui', pattern: 'src/ui' },
  { type: 'client', pattern: 'src/(api|stores|lib|search)' },
  { type: 'tab', pattern: 'src/tabs/*', capture: ['name'] },
  { type: 'feature', pattern: `src/(${FEATURES.join('|')})`, capture: ['name'] },
]

const PORTS = ['store-port', 'platform-port']
const from = (type, to, ...more) => ({ from: { element: { type } }, allow: [{ to: { element: { type: to } } }, ...more] })
// A domain, a tab or a feature reaches its own files, never another's insides.
const itself = (type) => ({ to: { element: { type, captured: { name: '{{from.element.captured.name}}' } } } })
const arrows = [
  from('contract', ['contract']),
  from(PORTS, ['contract', ...PORTS]),
  from('kernel', ['contract', 'kernel', ...PORTS]),
  from(['store-adapter', 'platform-adapter'], ['contract', 'kernel', ...PORTS, 'store-adapter', 'platform-adapter']),
  // Domains never import each other: they meet through events.
  from('domain', ['contract', 'kernel', ...PORTS], itself('domain')),
  from('entry', ['contract', 'kernel', ...PORTS, 'store-adapter', 'platform-adapter', 'domain', 'entry']),
  from('client', ['contract', 'client']),
  from('ui', ['contract', 'client', 'ui']),
  from('tab', ['contract', 'client', 'ui'], itself('tab')),
  from('feature', ['contract', 'client', 'ui'], itself('feature')),
]

module.exports = tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', 'coverage/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,js,mjs,cjs}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'boundaries/include': ['src/**/*', 'cloudfunctions/**/*'],
      'boundaries/ignore': ['**/*.test.ts', 'src/app.*'],
      'import/resolver': { typescript: { project: './tsconfig.json' } },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies: arrows }],
      'boundaries/no-unknown-files': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
      '@typescript-eslint/no-require-imports': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Time comes from the clock, so that tests can fix it.
    files: [`cloudfunctions/{kernel,${DOMAINS.join(',')}}/**/*.ts`],
    ignores: ['**/*.test.ts', 'cloudfunctions/kernel/clock.ts'],
    rules: { 'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: '用 clock.now()。' }] },
  },
  {
    // The contract runs on phones: nothing of Node, of WeChat or of React.
    files: ['cloudfunctions/contract/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [...NODE_ONLY, 'wx-server-sdk', 'react', '@tarojs/*', 'libsql'] }] },
  },
  {
    files: [`cloudfunctions/{${DOMAINS.join(',')}}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns: [...NODE_ONLY, 'wx-server-sdk', 'libsql', 'fastify', '@fastify/*'] }] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-imports': ['error', { patterns: [...NODE_ONLY, '**/cloudfunctions/**'] }],
    },
  },
  // What a mini-program hands over has no types; a suite may be as long as what it covers.
  { files: ['test/support/weapp-host/**'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  { files: ['test/**/*.test.ts'], rules: { 'max-lines': ['error', { max: 320, skipBlankLines: true, skipComments: true }] } },
  { files: ['config/**', 'test/**', 'cloudfunctions/local/**', '*.js', '**/*.cjs'], rules: { 'no-console': 'off' } },
)
