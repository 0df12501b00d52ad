import type { UserConfigExport } from '@tarojs/cli'

export default {
  logger: { quiet: false, stats: true },
  // A changed page is loaded anew: hot replacement would need two more packages.
  h5: { devServer: { hot: false, open: false } },
} satisfies UserConfigExport<'webpack5'>
