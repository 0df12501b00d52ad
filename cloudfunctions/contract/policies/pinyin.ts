/**
 * Pinyin keys: one string a text, made on the server at publication, searched on the phone as it is.
 * A key has one token for each UTF-16 unit of the text, one after the other without a separator:
 * a Chinese character becomes its syllable without tone and with a capital first (`稀土` → `XiTu`, ü is `v`),
 * a Latin letter its capital, a digit itself, and anything else (punctuation, space, emoji half) `_`.
 * So a token begins wherever a character is not a small letter, token n belongs to unit n of the text, the
 * initials are the key without its small letters, and every key is plain ASCII: half the memory, twice as fast.
 */
export const tokensOf = (key: string): string[] => key.match(/[^a-z][a-z]*/g) || []
