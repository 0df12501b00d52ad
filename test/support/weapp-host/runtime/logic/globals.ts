/**
 * What WeChat's logic layer offers to app code: the language itself, timers, console, and WeChat's own functions.
 * Everything else that a browser has is absent, so that code which would fail on a phone fails here.
 */
export const ALLOWED_GLOBALS = new Set([
  // The language
  'Object', 'Function', 'Array', 'Number', 'Boolean', 'String', 'Symbol', 'BigInt', 'Date', 'Promise', 'RegExp', 'JSON', 'Math',
  'Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError',
  'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Proxy', 'Reflect', 'Intl',
  'ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array',
  'Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array',
  'parseInt', 'parseFloat', 'isNaN', 'isFinite', 'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent',
  'escape', 'unescape', 'undefined', 'NaN', 'Infinity', 'globalThis', 'eval',
  // The host environment
  'console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval',
  // WeChat
  'wx', 'App', 'Page', 'Component', 'Behavior', 'getApp', 'getCurrentPages', 'global', '__wxConfig',
])

/** A browser does not let these be deleted; WeChat's module wrapper hides them in the same way, as parameters. */
export const SHADOWED_GLOBALS = ['window', 'document', 'location', 'top']

/**
 * Parts of newer ECMAScript that Chromium has and phones in use (iOS 14, old Android engines) do not,
 * or that WeChat leaves out of Intl.
 */
export const TOO_NEW: [holder: string, names: string[]][] = [
  ['Intl', ['Segmenter', 'DurationFormat']],
  ['Object', ['groupBy']],
  ['Map', ['groupBy']],
  ['Promise', ['withResolvers', 'try']],
  ['Array', ['fromAsync']],
  ['Array.prototype', ['toSorted', 'toReversed', 'toSpliced', 'with']],
  ['Set.prototype', ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom']],
  ['String.prototype', ['isWellFormed', 'toWellFormed']],
  ['RegExp', ['escape']],
  ['Math', ['f16round', 'sumPrecise']],
  ['Error', ['isError']],
]
