import { useLaunch } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { startClient } from '@/stores/start'
import { ErrorBoundary } from '@/ui/feedback/ErrorBoundary'
import './app.scss'

export default function App({ children }: { children?: ReactNode }) {
  useLaunch(startClient)
  return <ErrorBoundary>{children}</ErrorBoundary>
}
