import { sqliteAdapter } from '../../support/store/sqlite-adapter'
import { storeContract } from './store-contract'

storeContract('sqlite', sqliteAdapter)
