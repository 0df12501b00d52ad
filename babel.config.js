// Taro's preset turns the phone-side code into what WeChat's engines and old WebViews run.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false }]],
}
