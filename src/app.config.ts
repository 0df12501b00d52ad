export default defineAppConfig({
  pages: ['tabs/home/index', 'tabs/policies/index', 'tabs/services/index', 'tabs/me/index'],
  subPackages: [
    { root: 'policies', pages: ['policy/index', 'item/index', 'search/index', 'favourites/index'] },
    { root: 'enterprises', pages: ['check/index', 'question/index', 'facts/index'] },
    { root: 'people', pages: ['sign-in/index'] },
  ],
  // A policy must open in a basement: its pages are fetched while a tab is read, on any network.
  preloadRule: {
    'tabs/home/index': { network: 'all', packages: ['policies', 'enterprises'] },
    'tabs/policies/index': { network: 'all', packages: ['policies'] },
  },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '高新事 · 高兴办',
    navigationBarTextStyle: 'black',
    navigationBarBackgroundColor: '#ffffff',
    backgroundColor: '#f4f6f5',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#5e6e71',
    selectedColor: '#13505c',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      { pagePath: 'tabs/home/index', text: '首页', iconPath: 'assets/tabs/home.png', selectedIconPath: 'assets/tabs/home-on.png' },
      { pagePath: 'tabs/policies/index', text: '政策', iconPath: 'assets/tabs/policies.png', selectedIconPath: 'assets/tabs/policies-on.png' },
      { pagePath: 'tabs/services/index', text: '办事', iconPath: 'assets/tabs/services.png', selectedIconPath: 'assets/tabs/services-on.png' },
      { pagePath: 'tabs/me/index', text: '我的', iconPath: 'assets/tabs/me.png', selectedIconPath: 'assets/tabs/me-on.png' },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
