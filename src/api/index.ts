export { call } from './call'
export { CLIENT_MESSAGES, ClientError, failureOf, isUnreachable, type ClientCode, type Failure } from './failure'
export { reportError } from './report-error'
export { upload } from './upload'
