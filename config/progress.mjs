// Progress of long steps for people: what runs, how long already, how long it took.

/**
 * Runs one step and shows it in Chinese. @param work answers false when there was nothing to do
 * A terminal sees the seconds count; a log gets a line every ten seconds.
 */
export async function step(label, work) {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  const live = process.stdout.isTTY
  if (!live) console.log(`${label} …`)
  const ticking = setInterval(() => {
    if (live) process.stdout.write(`\r\x1b[K${label} … ${seconds()} 秒`)
    else if (seconds() % 10 === 0) console.log(`${label} … 已用 ${seconds()} 秒`)
  }, 1000)
  const end = (result) => console.log(`${live ? '\r\x1b[K' : ''}${label} ${result}`)
  try {
    const worked = await work()
    end(worked === false ? '✓ 没有变化，跳过' : `✓ 用时 ${seconds()} 秒`)
  } catch (failure) {
    end(`✗ 失败（${seconds()} 秒）`)
    throw failure
  } finally {
    clearInterval(ticking)
  }
}
