/** What calls need of the session. A port, because the session store itself makes calls. */
interface SessionPort {
  token(): string | null
  /** The server no longer accepts this token. */
  expired(token: string): void
}

let bound: SessionPort = { token: () => null, expired: () => undefined }

/** Gives calls a session; the session store does it when it is loaded. */
export const bindSession = (port: SessionPort): void => { bound = port }
export const session = (): SessionPort => bound
