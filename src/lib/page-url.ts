/** Mini-program pages have no address bar: nothing to mirror. The H5 build takes the `.h5` file beside this one. */
export function replacePageQuery(_path: string, _query: string): void {}

/** The query the app was opened with, where there is an address bar. */
export const openingQuery = (): Record<string, string> => ({})
