import { boot } from '../bridge'
import type { Location, NetworkType, OfferedFile } from '../../types'

/** The phone around the app, as the test sets it. */
export const device: { network: NetworkType; location: Location; offers: (OfferedFile[] | null)[]; clipboard: string } = {
  network: boot.network,
  location: boot.location,
  /** Answers waiting for choose… calls; null = the user cancels. */
  offers: [],
  clipboard: '',
}
