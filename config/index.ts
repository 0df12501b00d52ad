import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import dev from './dev.ts'
import prod from './prod.ts'

const root = path.resolve(__dirname, '..')

// Taro compiles what is under src/ by itself; the contract and its validator ship to phones too.
const alsoCompile = [path.join(root, 'cloudfunctions/contract'), path.join(root, 'node_modules/valibot')]

export default defineConfig<'webpack5'>(async (merge, { command }) => {
  void command
  const isH5 = process.env.TARO_ENV === 'h5'
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'rare-earth-zone-enterprise-service',
    date: '2026-11-24',
    // Source numbers are px × 2 of the look's tokens: 750 design units across the phone.
    designWidth: 750,
    deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: process.env.OUTPUT_ROOT ?? `dist/${process.env.TARO_ENV}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    plugins: [path.join(root, 'config/aria/plugin.ts'), '@tarojs/plugin-framework-react', isH5 ? '@tarojs/plugin-platform-h5' : '@tarojs/plugin-platform-weapp'],
    alias: { '@': path.join(root, 'src'), '@contract': path.join(root, 'cloudfunctions/contract') },
    cache: { enable: true },
    defineConstants: {
      // Where the functions answer: 'cloud' = wx.cloud.callFunction in this environment, else HTTP at this address.
      __CLOUD_ENV__: JSON.stringify(process.env.CLOUD_ENV ?? ''),
      __API_BASE_URL__: JSON.stringify(process.env.API_BASE_URL ?? (isH5 ? '' : 'http://127.0.0.1:3000')),
    },
    mini: {
      optimizeMainPackage: { enable: true },
      // Class names are scoped by module, so their order in a shared sheet decides nothing.
      miniCssExtractPluginOption: { ignoreOrder: true },
      compile: { include: alsoCompile },
      postcss: {
        pxtransform: { enable: true, config: {} },
        cssModules: { enable: true, config: { namingPattern: 'module', generateScopedName: '[hash:base64:4]' } },
      },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'browser' },
      compile: { include: alsoCompile },
      output: { filename: 'static/js/[name].[contenthash:8].js', chunkFilename: 'static/js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: { ignoreOrder: true, filename: 'static/css/[name].[contenthash:8].css', chunkFilename: 'static/css/[name].[contenthash:8].css' },
      // A page keeps phone width on a desk: the root size stops growing at 430 px.
      postcss: {
        autoprefixer: { enable: true, config: {} },
        pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 16, maxRootSize: 22.9 } },
        cssModules: { enable: true, config: { namingPattern: 'module', generateScopedName: '[local]_[hash:base64:4]' } },
      },
      webpackChain(chain) {
        // Named chunks: a page's own script can be told from its file name.
        chain.merge({ optimization: { chunkIds: 'named' } })
        // Without one shared chunk Taro repeats 53 KB a page.
        chain.optimization.splitChunks({
          chunks: 'all',
          cacheGroups: {
            common: { name: 'common', minChunks: 2, priority: 1, reuseExistingChunk: true },
            vendors: { name: 'vendors', test: /[\\/]node_modules[\\/]/, priority: 10, chunks: 'initial' },
          },
        })
      },
    },
  }
  return merge({}, base, process.env.NODE_ENV === 'development' ? dev : prod)
})
