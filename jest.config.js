// Three kinds of tests share one runner; `npm test` runs them all after the builds.
const swc = ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } } }]

const shared = {
  transform: { '^.+\\.(t|j|mj|cj)sx?$': swc },
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@contract$': '<rootDir>/cloudfunctions/contract/index.ts',
    '^@contract/(.*)$': '<rootDir>/cloudfunctions/contract/$1',
    '\\.(scss|css)$': '<rootDir>/test/support/style-stub.js',
  },
}

module.exports = {
  reporters: ['default', '<rootDir>/test/support/closing-line-reporter.js'],
  testTimeout: 30_000,
  projects: [
    { ...shared, displayName: 'unit', testEnvironment: 'node', testMatch: ['<rootDir>/cloudfunctions/**/*.test.ts', '<rootDir>/src/**/*.test.ts', '<rootDir>/test/unit/**/*.test.ts'] },
    { ...shared, displayName: 'contract', testEnvironment: 'node', testMatch: ['<rootDir>/test/contract/**/*.test.ts'] },
    { ...shared, displayName: 'weapp-host', testEnvironment: 'node', testMatch: ['<rootDir>/test/support/**/*.test.ts'] },
    { ...shared, displayName: 'e2e-h5', testEnvironment: 'node', testMatch: ['<rootDir>/test/e2e-h5/**/*.test.ts'] },
    { ...shared, displayName: 'e2e-weapp', testEnvironment: 'node', testMatch: ['<rootDir>/test/e2e-weapp/**/*.test.ts'] },
  ],
}
