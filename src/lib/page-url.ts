/** Mini-program pages have no address bar: nothing to mirror. The H5 build takes the `.h5` file beside this one. */
export function replacePageQuery(_path: string, _query: string): void {}

/** The query of a page, where there is an address bar that shows it. */
export const pageQuery = (_path: string): Record<string, string> => ({})
