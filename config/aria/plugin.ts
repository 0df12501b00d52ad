import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import attributes from './attributes'

interface MiniPlatform {
  template?: { mergeComponents(context: unknown, components: Record<string, object>): void }
  ctx: unknown
  runtimePath: string | string[]
}

/** Taro's WeChat templates carry no ARIA attributes: this adds those we use, to the templates and to the runtime that fills them. */
export default (context: IPluginContext) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      // A browser build has no templates and needs none: attributes are set on the elements themselves.
      if (!platform.template) return
      platform.template.mergeComponents(platform.ctx, attributes)
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'runtime.js')].flat()
    },
  })
}
