import { truthy } from '../view/dom'
import { showColumns, type Column } from '../view/overlays'
import { dateColumns, dateValue, timeColumns, timeValue } from './picker-columns'
import type { Builtin, Definition } from './define'

interface State { value: unknown; initial: unknown }

const labelOf = (item: unknown, key: unknown) => String(item !== null && typeof item === 'object' ? (item as Record<string, unknown>)[String(key)] : item)
const labels = (range: unknown, key: unknown) => ((range ?? []) as unknown[]).map((item) => labelOf(item, key))

/** Index-based modes: the range's columns, and the chosen indexes as the value. */
function rangeColumns({ props, state }: Builtin<State>): Column[] {
  if (props.mode === 'multiSelector') {
    return ((props.range ?? []) as unknown[][]).map((range, at) => ({ labels: labels(range, props.rangeKey), chosen: Number((state.value as number[] | undefined)?.[at] ?? 0) }))
  }
  return [{ labels: labels(props.range, props.rangeKey), chosen: Number(state.value ?? 0) }]
}

const modes: Record<string, (self: Builtin<State>) => { columns: Column[]; value(chosen: number[], columns: Column[]): unknown }> = {
  selector: (self) => ({ columns: rangeColumns(self), value: ([index]) => String(index) }),
  multiSelector: (self) => ({ columns: rangeColumns(self), value: (indexes) => indexes }),
  time: ({ state, props }) => ({ columns: timeColumns(String(state.value ?? ''), props), value: timeValue }),
  date: ({ state, props }) => ({ columns: dateColumns(String(state.value ?? ''), props), value: dateValue }),
}

async function open(self: Builtin<State>) {
  if (truthy(self.props.disabled)) return
  const mode = String(self.props.mode ?? 'selector')
  const create = modes[mode]
  if (!create) throw new Error(`<picker mode="${mode}"> is not implemented by the weapp host`)
  const { columns, value } = create(self)
  const sheet = showColumns(columns, (column, index) => {
    if (mode === 'multiSelector') {
      state(self)[column] = index
      self.fire('columnchange', { column, value: index })
    } else if (mode === 'date') {
      // The days on offer depend on year and month.
      const picked = dateValue(columns.map((one) => one.chosen), columns)
      columns.splice(0, columns.length, ...dateColumns(picked, self.props))
      sheet.update(columns)
    }
  })
  self.state.value = self.state.value ?? undefined
  openSheets.set(self.component, () => sheet.update(rangeColumns(self)))
  const chosen = await sheet.result
  openSheets.delete(self.component)
  if (!chosen) { self.state.value = self.state.initial; self.fire('cancel', {}); return }
  self.state.value = self.state.initial = value(chosen, columns)
  self.fire('change', { value: self.state.value })
}

/** The value of a multi-column picker while it is open, as an array that may be changed. */
function state(self: Builtin<State>): number[] {
  const value = Array.isArray(self.state.value) ? [...(self.state.value as number[])] : ((self.props.range ?? []) as unknown[]).map(() => 0)
  self.state.value = value
  return value
}

/** Open pickers redraw when the app changes their columns (second column after the first). */
const openSheets = new WeakMap<object, () => void>()

const picker: Definition<State> = {
  props: ['mode', 'range', 'rangeKey', 'value', 'start', 'end', 'fields', 'disabled', 'headerText'],
  attached(self) { self.listen('tap', () => { void open(self) }) },
  update(self, changed) {
    if (changed.has('value')) self.state.value = self.state.initial = self.props.value
    if (changed.has('range') || changed.has('value')) openSheets.get(self.component)?.()
  },
  formValue: ({ state: { value }, props }) => value ?? (props.mode === 'multiSelector' ? [] : ''),
  reset: (self) => { self.state.value = self.state.initial = self.props.value },
}

/** Pickers that open from below. */
export const pickerComponents: Record<string, Definition> = { picker }
