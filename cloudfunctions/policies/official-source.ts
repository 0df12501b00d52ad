/**
 * True when an address is a page of a government office or a people's congress: a host under `gov.cn`, which the state
 * gives to nobody else (npc.gov.cn, chinatax.gov.cn and local congresses are there too). Media, reprints and look-alikes are not.
 */
export function isOfficialSource(url: string | null): boolean {
  if (url === null) return false
  try {
    const { hostname, protocol, username, port } = new URL(url)
    return /^https?:$/.test(protocol) && username === '' && port === '' && /(^|\.)gov\.cn$/.test(hostname)
  } catch {
    return false
  }
}
