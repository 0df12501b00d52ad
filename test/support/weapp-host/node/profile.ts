import { UserFiles } from './user-files'
import type { DeviceState } from '../types'

/** One user's phone: everything of the mini-program that outlives a launch. Give it to a second host to go on with it. */
export interface Profile extends DeviceState { files: UserFiles }

/** A phone that has never run the mini-program. */
export function newProfile(): Profile {
  return { storage: {}, permissions: {}, privacyAgreed: false, downloaded: [], files: new UserFiles() }
}
