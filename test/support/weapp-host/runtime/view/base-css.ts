/** The native frame, and what WeChat's built-in components look like before the app styles them. */
export const BASE_CSS = `
* { box-sizing: content-box }
html, body { margin: 0; height: 100%; overflow: hidden; font: 16px/1.4 -apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif; -webkit-tap-highlight-color: transparent }
body, #host-pages, .host-page { position: relative }
body { display: flex; flex-direction: column; background: #fff }

#host-bar { position: relative; z-index: 2; flex: none; box-sizing: border-box; display: flex; align-items: center; justify-content: center; font-weight: 600 }
#host-bar .host-back { position: absolute; left: 8px; padding: 8px }
#host-capsule { position: fixed; z-index: 3; box-sizing: border-box; border: 1px solid #0002; border-radius: 16px; background: #fff9 }
#host-pages { flex: 1; min-height: 0; overflow: hidden }
#host-tabs { position: relative; z-index: 2; flex: none; display: flex; box-sizing: border-box; border-top: 1px solid #e5e5e5; font-size: 10px; color: #7a7e83; background: #fff }
#host-tabs > div { flex: 1; display: flex; flex-direction: column; align-items: center; justify-content: center; position: relative }
#host-tabs img { width: 27px; height: 27px }
#host-tabs .host-badge { position: absolute; top: 2px; left: 58%; min-width: 8px; padding: 1px 5px; border-radius: 9px; background: #fa5151; color: #fff }

/* A page is as a document: fixed elements stay within it (transform), and it scrolls by itself. */
.host-page { position: absolute; inset: 0; transform: translateX(0); overflow: hidden }
.host-page[hidden] { display: block; visibility: hidden; transform: translateX(-200vw); pointer-events: none }
.host-scroller { position: absolute; inset: 0; overflow: hidden auto; -webkit-overflow-scrolling: touch }

#host-overlays { position: fixed; inset: 0; z-index: 10000; pointer-events: none; font-size: 16px } #host-overlays > * { pointer-events: auto }
.host-mask { position: fixed; inset: 0; background: #0008 }
.host-toast { position: fixed; left: 50%; top: 45%; transform: translate(-50%, -50%); padding: 14px 18px; border-radius: 8px; background: #000c; color: #fff; max-width: 60vw; text-align: center; pointer-events: none }
.host-dialog { position: fixed; left: 50%; top: 50%; transform: translate(-50%, -50%); width: 300px; border-radius: 12px; background: #fff; text-align: center; overflow: hidden }
.host-dialog > p { margin: 0; padding: 20px 24px 0; white-space: pre-wrap; word-break: break-word }
.host-dialog > p + p { color: #666; padding-top: 8px }
.host-dialog > input { margin: 12px 24px 0; width: 250px; font: inherit }
.host-buttons { display: flex; margin-top: 20px; border-top: 1px solid #eee }
.host-buttons > div { flex: 1; padding: 14px 0 } .host-buttons > div + div { border-left: 1px solid #eee }
.host-sheet { position: fixed; left: 0; right: 0; bottom: 0; border-radius: 12px 12px 0 0; background: #fff; max-height: 80vh; overflow: auto }
.host-sheet > .host-row { padding: 14px; text-align: center; border-bottom: 1px solid #eee }
.host-columns { display: flex; height: 220px } .host-column { flex: 1; overflow: auto }
.host-column > div { padding: 9px 4px; text-align: center } .host-column > .host-chosen { font-weight: 700; background: #f2f2f2 }

wx-page { display: block; min-height: 100%; word-break: break-word }
wx-view, wx-scroll-view, wx-form, wx-swiper, wx-swiper-item, wx-picker, wx-navigator, wx-radio-group, wx-checkbox-group, wx-picker-view, wx-picker-view-column, wx-movable-area, wx-cover-view, wx-progress, wx-slider, wx-page-container, wx-root-portal { display: block }
wx-view[hidden], wx-text[hidden], wx-image[hidden], wx-button[hidden] { display: none }
wx-text { display: inline; white-space: pre-line } wx-text[user-select] { user-select: text }
wx-label { display: inline }
wx-icon { display: inline-block; width: 23px; height: 23px; border-radius: 50% }
wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden }
wx-image > img { display: block; width: 100%; height: 100% }
wx-button { display: block; box-sizing: border-box; margin: 0 auto; padding: 0 14px; font-size: 18px; line-height: 2.5556; text-align: center; border-radius: 5px; background: #f8f8f8; overflow: hidden; position: relative }
wx-button[type=primary] { background: #07c160; color: #fff } wx-button[type=warn] { background: #e64340; color: #fff }
wx-button[size=mini] { display: inline-block; font-size: 13px; line-height: 2.3 }
wx-button[plain] { background: transparent; border: 1px solid #353535 } wx-button[disabled] { opacity: .6 }
wx-input { display: block; height: 1.4em; overflow: hidden } wx-textarea { display: block; width: 300px; height: 150px; position: relative }
wx-input > input, wx-textarea > textarea { display: block; box-sizing: border-box; width: 100%; height: 100%; padding: 0; border: 0; outline: 0; resize: none; background: none; color: inherit; font: inherit; text-align: inherit }
wx-radio, wx-checkbox, wx-switch { display: inline-block }
.host-mark { display: inline-block; box-sizing: border-box; width: 22px; height: 22px; margin-right: 5px; border: 1px solid #d1d1d1; vertical-align: middle; background: #fff }
wx-radio .host-mark { border-radius: 50% } wx-checkbox .host-mark { border-radius: 3px }
.host-mark[data-on] { background: #07c160; border-color: #07c160 }
wx-switch .host-track { width: 52px; height: 32px; border-radius: 16px; background: #dfdfdf } wx-switch .host-track[data-on] { background: #07c160 }
wx-slider { margin: 10px 18px } wx-slider > .host-track { position: relative; height: 28px } wx-slider .host-line { position: absolute; inset: 13px 0; background: #e9e9e9 } wx-slider .host-thumb { position: absolute; width: 28px; height: 28px; margin-left: -14px; border-radius: 50%; background: #fff; box-shadow: 0 0 4px #0004 }
wx-progress > .host-line { height: 6px; background: #ebebeb } wx-progress .host-done { height: 100%; background: #09bb07 }
wx-scroll-view { position: relative; overflow: hidden } wx-scroll-view::-webkit-scrollbar { display: none }
wx-swiper { position: relative; height: 150px; overflow: hidden } wx-swiper-item { position: absolute; inset: 0; overflow: hidden }
wx-picker-view { height: 200px; display: flex } wx-picker-view-column { flex: 1; overflow: auto; height: 100% }
wx-canvas { display: block; width: 300px; height: 150px; position: relative } wx-canvas > canvas { width: 100%; height: 100% }
wx-movable-area { position: relative; width: 10px; height: 10px } wx-movable-view { display: inline-block; position: absolute; width: 10px; height: 10px; touch-action: none }
wx-cover-view { position: relative } wx-cover-image { display: inline-block; width: 100% } wx-cover-image > img { width: 100% }
wx-page-container:not([data-shown]) { display: none } wx-page-container > .host-mask { position: fixed; z-index: 99 }
wx-video { display: inline-block; width: 300px; height: 225px; background: #000 }
.host-page > wx-root-portal { position: relative; z-index: 100 }
wx-custom-tab-bar { display: contents }
`
