export { pinyinKeyOf } from './pinyin-key-of'
