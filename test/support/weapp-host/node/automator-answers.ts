import type { Point, View } from './view'

type Params = Record<string, unknown>

/** Methods that need more than the page: real input, pictures, the tool itself. Everything else runs in the browser. */
export async function answerAutomator(view: View, method: string, params: Params, onClose?: () => void): Promise<unknown> {
  switch (method) {
    // Clients refuse base libraries below 2.7.3.
    case 'Tool.getInfo': return { SDKVersion: '3.8.0', version: 'weapp-host' }
    case 'Tool.close': setTimeout(() => onClose?.(), 0); return {}
    case 'Tool.native': return native(view, String(params.method), params.data)
    case 'App.captureScreenshot': return { data: (await view.screenshot()).toString('base64') }
    case 'Element.tap': return tapElement(view, params)
    default: return view.automate(method, params)
  }
}

/** Hit-tests in the page, then sends a real touch there: whatever lies on top gets it. */
async function tapElement(view: View, params: Params) {
  const point = await view.automate('Element.tapPoint', params) as Point
  await view.tapAt(point)
  return {}
}

/** Taps on the native layer as DevTools offers them; they fail when there is nothing of the kind on the screen. */
async function native(view: View, name: string, data: unknown) {
  await view.control('native', { name, data })
  return {}
}
