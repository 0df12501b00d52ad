import { Button } from '../form/Button'
import { Card } from '../list/Section'
import { Empty } from './Empty'

/** What could not be loaded, in the server's or the network's own words, with a way to try again. */
export const LoadFailed = ({ message, onRetry }: { message: string; onRetry: () => void }) => (
  <Card>
    <Empty icon='refresh' title='没有打开' why={message}><Button kind='secondary' onClick={onRetry}>再试一次</Button></Empty>
  </Card>
)
