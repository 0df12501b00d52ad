import { builtinsWithin, closest, type Builtin, type Definition } from './define'

/** Rows are as high as the first child of a column, 34 px if there is none. */
const rowHeight = (column: Builtin) => (column.element.firstElementChild as HTMLElement | null)?.offsetHeight || 34

const columnsOf = (view: Builtin) => builtinsWithin(view.element, 'picker-view-column')

function show(view: Builtin) {
  const value = (view.state.value ?? []) as number[]
  columnsOf(view).forEach((column, at) => { column.element.scrollTop = (value[at] ?? 0) * rowHeight(column) })
}

function choose(view: Builtin, value: number[]) {
  view.state.value = value
  show(view)
  view.fire('change', { value })
}

const pickerView: Definition<{ value: number[] }> = {
  props: ['value', 'indicatorStyle', 'immediateChange'],
  update(self, changed) {
    if (!changed.has('value')) return
    self.state.value = (self.props.value ?? []) as number[]
    // Columns are attached after their parent.
    setTimeout(() => show(self), 0)
  },
  formValue: ({ state }) => state.value,
  actions: { pick: choose },
}

const column: Definition = {
  attached(self) {
    let timer: ReturnType<typeof setTimeout>
    self.element.addEventListener('scroll', () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const view = closest(self, 'picker-view')
        if (!view) return
        const value = columnsOf(view).map((one) => Math.round(one.element.scrollTop / rowHeight(one)))
        if (String(value) !== String(view.state.value)) choose(view, value)
      }, 100)
    })
  },
}

/** Wheels within the page. */
export const pickerViewComponents: Record<string, Definition> = { 'picker-view': pickerView, 'picker-view-column': column }
