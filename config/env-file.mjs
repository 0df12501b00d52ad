// Reads the settings in .env, as every command does that needs them. What the environment says already stays.

/** Reads .env when there is one; ends the process with one line when it cannot be read. */
export function readEnvFile() {
  if (!process.loadEnvFile) fail(`Node ${process.versions.node} 太旧：请安装 20.12 或更新的版本。`)
  try {
    process.loadEnvFile('.env')
  } catch (failure) {
    if (failure.code !== 'ENOENT') fail(`.env 读不了（${failure.code ?? failure.message}）：它应当是一个可读的文本文件，可照 .env.example 重写，或删掉它用默认设置。`)
  }
}

function fail(line) {
  console.error(`启动失败：${line}`)
  process.exit(1)
}
