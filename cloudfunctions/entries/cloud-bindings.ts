import type { Platform } from '../platform/port'
import type { AnyCollection, Store } from '../store/port'

/** What stands behind the ports in WeChat cloud. */
export interface CloudBindings { store: Store; platform: Platform }

/**
 * THE binding point of the WeChat cloud way: issue 8 opens the CloudBase store and the WeChat platform here, lazily,
 * so that loading a function costs no SDK. Until then a built function says so at its first call instead of pretending.
 */
export async function bindCloud(_collections: readonly AnyCollection[]): Promise<CloudBindings> {
  throw new Error('云函数还没有接上云数据库：CloudBase 存储适配器尚未实现（issue 8），请改用本机服务 npm start。')
}
