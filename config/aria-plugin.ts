import type { IPluginContext } from '@tarojs/service'

const ATTRIBUTES = { 'aria-role': '', 'aria-label': '', 'aria-checked': '' }

interface MiniPlatform { template?: { mergeComponents(context: unknown, components: Record<string, object>): void }; ctx: unknown }

/** Taro's WeChat templates carry no ARIA attributes: this adds those we use to the nodes we use them on. */
export default (context: IPluginContext) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn({ template, ctx }: MiniPlatform) {
      // A browser build has no templates and needs none: attributes are set on the elements themselves.
      template?.mergeComponents(ctx, { View: ATTRIBUTES, Text: ATTRIBUTES, Input: { 'aria-label': '' } })
    },
  })
}
