/// <reference types="@tarojs/taro" />
/** CloudBase environment id; empty when the functions are reached over HTTP. Set at build time. */
declare const __CLOUD_ENV__: string
/** Address of the functions over HTTP; empty means the page's own origin. Set at build time. */
declare const __API_BASE_URL__: string

declare module '*.module.scss' {
  const classes: Record<string, string>
  export default classes
}
declare module '*.scss'
declare module '*.png' {
  const url: string
  export default url
}
