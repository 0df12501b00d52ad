import type { FilePurpose } from '../contract/files'

/** What signs a person in: a WeChat openid, a WeCom user id, a demo identity of the one-machine way. */
export interface Identity { provider: 'wechat' | 'wecom' | 'local'; subject: string }

/** A file to be uploaded, as its owner announced it. */
export interface UploadRequest { fileId: string; purpose: FilePurpose; name: string; type: string; bytes: number }

/** Where and with what to send a file. `expiresAt` is an ISO instant. */
export interface UploadTicket { url: string; fields: Record<string, string>; expiresAt: string }

/** A failure on a phone, already free of personal data. */
export interface ErrorReport { message: string; stack?: string; page: string; build: string; at: string }

/** What the surroundings give a domain function, apart from the store. One adapter a way of running. */
export interface Platform {
  /** Files travel past the functions, by ticket; operations carry ids only. */
  readonly files: {
    ticketFor(request: UploadRequest): Promise<UploadTicket>
    /** A short-lived address of an uploaded file; null when its bytes never arrived. */
    linkTo(fileId: string): Promise<{ url: string; expiresAt: string } | null>
  }
  reportError(report: ErrorReport): Promise<void>
}
