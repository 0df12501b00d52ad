// Lets plain Node load the host's TypeScript: for cli.cjs and for trying things at a prompt. Tests use jest's transform.
const fs = require('node:fs')
const { transformSync } = require('esbuild')

require.extensions['.ts'] = (module, file) => {
  const { code } = transformSync(fs.readFileSync(file, 'utf8'), { loader: 'ts', format: 'cjs', target: 'node20', sourcefile: file, sourcemap: 'inline' })
  module._compile(code, file)
}
