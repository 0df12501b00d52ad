import { StoreUnavailable } from '../store/sqlite'
import { StartError } from './start-error'

/** One Chinese line on why the server did not start. */
export function whyNotStarted(failure: unknown): string {
  if (failure instanceof StartError) return `启动失败：${oneLine(failure.message)}`
  if (failure instanceof StoreUnavailable) return `启动失败：${oneLine([failure.message, failure.advice].filter(Boolean).join('。'))}`
  const { code, port, message } = failure as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') return `启动失败：端口 ${port} 已被占用。请停止占用它的程序，或换一个端口，例如 PORT=${Number(port) + 1} npm start。`
  if (code === 'EACCES' && port !== undefined) return `启动失败：没有权限使用端口 ${port}。请换一个大于 1024 的端口，例如 PORT=3000 npm start。`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return '启动失败：HOST 不是本机的地址。请改成 127.0.0.1（只限本机）或 0.0.0.0（所有网卡）。'
  return `启动失败：${oneLine(String(message ?? failure))}（设置 LOG_LEVEL=debug 可看到详情）`
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ')
