import type { FileBox } from '@/stores/catalogue/file-box'
import { memoryBox } from '@/stores/catalogue/memory-box'

/** What of the fatal write reaches the phone. */
export type Crash = 'nothing' | 'half' | 'all'

/** A box whose process dies at its n-th change (writes and removals count). Afterwards nothing works any more. */
export function crashingBox(files: Map<string, string>, at: number, crash: Crash): FileBox & { changes(): number } {
  const box = memoryBox(files)
  let changes = 0
  let dead = false
  const change = async (act: () => Promise<void>, half: () => Promise<void>): Promise<void> => {
    if (dead) throw new Error('the process is dead')
    if (changes === at) {
      dead = true
      if (crash === 'all') await act()
      if (crash === 'half') await half()
      throw new Error('the process died')
    }
    changes += 1
    await act()
  }
  const alive = <T>(answer: Promise<T>): Promise<T> => (dead ? Promise.reject(new Error('the process is dead')) : answer)
  return {
    changes: () => changes,
    read: (name) => alive(box.read(name)),
    list: () => alive(box.list()),
    write: (name, text) => change(() => box.write(name, text), () => box.write(name, text.slice(0, text.length / 2))),
    remove: (name) => change(() => box.remove(name), async () => undefined),
  }
}
