import { UserFiles } from '../node/user-files'

const usr = (name: string) => `wxfile://usr/${name}`
const text = (content: string) => Buffer.from(content)

describe('user files', () => {
  it('writes, reads, copies, renames and removes', () => {
    const files = new UserFiles()
    files.write(usr('a'), text('1'))
    files.append(usr('a'), text('2'))
    files.copy(usr('a'), usr('b'))
    files.rename(usr('b'), usr('c'))
    files.unlink(usr('a'))
    expect(files.list('wxfile://usr')).toEqual(['c'])
    expect(files.read(usr('c')).toString()).toBe('12')
  })

  it('has folders with WeChat\'s rules', () => {
    const files = new UserFiles()
    expect(() => files.write(usr('x/a'), text('1'))).toThrow('no such file or directory, open wxfile://usr/x/a')
    expect(() => files.makeFolder(usr('x/y'), false)).toThrow('no such file or directory')
    files.makeFolder(usr('x/y'), true)
    files.write(usr('x/y/a'), text('1'))
    expect(() => files.makeFolder(usr('x'), false)).toThrow('file already exists')
    expect(() => files.removeFolder(usr('x'), false)).toThrow('directory not empty')
    files.rename(usr('x'), usr('z'))
    expect(files.read(usr('z/y/a')).toString()).toBe('1')
    files.removeFolder(usr('z'), true)
    expect(files.exists(usr('z/y/a'))).toBe(false)
  })

  it('lets the app write only where WeChat lets it', () => {
    const files = new UserFiles()
    files.readPackageFile = () => text('packaged')
    expect(files.read('assets/a.txt').toString()).toBe('packaged')
    for (const path of ['assets/a.txt', 'wxfile://tmp/a', '/etc/passwd']) expect(() => files.write(path, text('1'))).toThrow(`permission denied, open ${path}`)
  })

  it('refuses what does not fit, and counts a replaced file once', () => {
    const files = new UserFiles(10)
    files.write(usr('a'), text('12345678'))
    files.write(usr('a'), text('1234567890'))
    expect(() => files.write(usr('b'), text('1'))).toThrow('the maximum size of the file storage limit is exceeded')
    files.unlink(usr('a'))
    files.write(usr('b'), text('1'))
    const temporary = files.addTemporary(text('x'.repeat(100)), '.jpg')
    expect(() => files.save(temporary)).toThrow('limit is exceeded')
  })

  it('keeps saved files and drops temporary ones', () => {
    const files = new UserFiles()
    const kept = files.save(files.addTemporary(text('1'), '.jpg'))
    const gone = files.addTemporary(text('2'), '.jpg')
    files.dropTemporary()
    expect(kept).toMatch(/^wxfile:\/\/store\/\d+\.jpg$/)
    expect(files.saved().map((file) => file.filePath)).toEqual([kept])
    expect(() => files.read(gone)).toThrow('no such file or directory')
  })
})
