import { View } from '@tarojs/components'
import { Component, type ReactNode } from 'react'
import { reportError } from '@/api/report-error'

/** Keeps one broken page from blanking the whole, tells the operator, and offers a way on. */
export class ErrorBoundary extends Component<{ children?: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidCatch(error: Error, info: { componentStack?: string | null }) {
    reportError(error, { stack: info.componentStack ?? '' })
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return <View className='root' onClick={() => this.setState({ broken: false })}>页面出了点问题，点这里重新打开。</View>
  }
}
