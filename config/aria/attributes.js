// The ARIA attributes we use, by component. Taro numbers a component's attributes alike at build and at run time,
// so both sides must read this one list, or every property lands one place off.
const SPOKEN = { 'aria-role': '', 'aria-label': '', 'aria-checked': '' }

module.exports = { View: SPOKEN, Text: SPOKEN, Input: { 'aria-label': '' } }
