import { basicComponents } from './basic'
import { canvasComponents } from './canvas'
import { choiceComponents } from './choice'
import { defineBuiltins } from './define'
import { formComponents } from './form'
import { inputComponents } from './input'
import { overlayComponents } from './overlay'
import { pageMetaComponents } from './page-meta'
import { pickerComponents } from './picker'
import { pickerViewComponents } from './picker-view'
import { scrollComponents } from './scroll-view'
import { swiperComponents } from './swiper'

/** Registers every built-in component. A new group is one file and one line here. */
export const registerBuiltins = () => defineBuiltins([
  basicComponents, formComponents, inputComponents, choiceComponents, pickerComponents, pickerViewComponents,
  scrollComponents, swiperComponents, overlayComponents, pageMetaComponents, canvasComponents,
])
