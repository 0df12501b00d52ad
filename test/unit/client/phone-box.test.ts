import { StorageFullError } from '@/stores/catalogue/file-box'
import { phoneBox } from '@/stores/catalogue/phone-box'
import { phone } from '../../support/taro-fake'
import { afterRestart, phoneCatalogue } from './helpers'
import { ModelServer } from './model-server'

jest.mock('@tarojs/taro', () => require('../../support/taro-fake'))

beforeEach(() => { phone.files.clear(); phone.filesFull = false })

describe('the catalogue’s folder among WeChat’s user files', () => {
  it('keeps texts by name', async () => {
    const box = phoneBox()
    expect([await box.list(), await box.read('a')]).toEqual([[], null])
    await box.write('a', '政策')
    expect([...phone.files.keys()]).toEqual(['wxfile://usr/catalogue/a'])
    expect([await phoneBox().list(), await phoneBox().read('a')]).toEqual([['a'], '政策'])
    await box.remove('a')
    await box.remove('a')
    expect(await box.list()).toEqual([])
  })

  it('says when the phone is full', async () => {
    phone.filesFull = true
    await expect(phoneBox().write('a', 'x')).rejects.toBeInstanceOf(StorageFullError)
  })

  it('carries a whole catalogue', async () => {
    const server = new ModelServer(2)
    for (const id of ['p1', 'p2', 'p3']) server.publish(id)
    await phoneCatalogue(new Map(), server, { box: phoneBox() }).sync()
    const catalogue = phoneCatalogue(new Map(), server, { box: phoneBox() })
    expect((await catalogue.getPolicy('p3')).policy).toEqual(server.published().p3)
    expect(await afterRestart(new Map(), server)).toBeNull()
  })
})
