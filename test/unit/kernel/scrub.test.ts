import fc from 'fast-check'
import { scrub } from '../../../cloudfunctions/kernel/scrub'

describe('scrub', () => {
  it.each([
    ['a mobile number', '拨打 13812345678 失败', '拨打 [电话] 失败'],
    ['a grouped mobile number', 'tel +86 138-1234-5678', 'tel [电话]'],
    ['a landline number', '0472-5123456', '[电话]'],
    ['an identity card number', '身份证15020419900101123X 有误', '身份证[证件号] 有误'],
    ['a social credit code', 'uscc 91999999M000100144', 'uscc [证件号]'],
    ['an openid', 'user oABCDEFGHIJKLMNOPQRSTUVWXYZ0', 'user [标识]'],
    ['a session token', 'Authorization: Bearer eyJhbGciOi.eyJzdWIi.sig-nature', 'Authorization: [凭据] [凭据]'],
    ['a named secret', 'failed with token=abc123 now', 'failed with token=[凭据] now'],
    ['an e-mail address', 'to zhang.san@example.com', 'to [邮箱]'],
    ['a uuid', 'visit 123e4567-e89b-12d3-a456-426614174000', 'visit [标识]'],
    ['a query string', '/policies/detail/index?id=abc&from=13812345678', '/policies/detail/index?[参数]'],
  ])('takes out %s', (_what, text, clean) => {
    expect(scrub(text)).toBe(clean)
  })

  it('leaves what finds the fault: names, files, lines and columns', () => {
    const stack = 'TypeError: undefined is not an object\n    at render (static/js/home.1a2b3c4d.js:1:48213)\n    at tabs/home/index.tsx:42:7'
    expect(scrub(stack)).toBe(stack)
  })

  it('never lets a mobile number through, wherever it stands', () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: 13000000000, max: 19999999999 }), fc.string(), (before, number, after) => {
      expect(scrub(`${before}${number}${after}`)).not.toContain(String(number))
    }))
  })

  it('is quick on long hostile text', () => {
    const began = Date.now()
    for (const piece of ['a', '1', '-', '.', 'o', 'eyJ', '?', '@', 'token=']) scrub(piece.repeat(4000))
    expect(Date.now() - began).toBeLessThan(1000)
  })
})
