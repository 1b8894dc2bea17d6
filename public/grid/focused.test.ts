import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signal } from '@preact/signals'
import type { Night } from '../parent/night.ts'
import { focusedNight } from './focused.ts'

/** As much of a baby as is asked for here. */
function baby(name: string) {
  const reports = new Set<() => void>()
  const spoken: (string | null)[] = []
  const night = {
    station: signal({ id: name, name }),
    status: signal('live'),
    onReport(listener: () => void) {
      reports.add(listener)
      return () => void reports.delete(listener)
    },
    say: (message: { type: string }) => message.type === name,
    speak: (track: { id: string } | null) => void spoken.push(track?.id ?? null),
  } as unknown as Night
  return { night, spoken, report: () => reports.forEach((listener) => listener()), listeners: () => reports.size }
}

test('what is said of the one baby is said of whichever is large', () => {
  const [attic, cellar] = [baby('Attic'), baby('Cellar')]
  const focus = signal(attic.night)
  const { night, close } = focusedNight(focus)
  assert.equal(night.station.value?.name, 'Attic')
  focus.value = cellar.night
  assert.equal(night.station.value?.name, 'Cellar')
  assert.equal(night.say({ type: 'Cellar' } as never), true)
  close()
})

test('reports are those of the large one, from the moment on that it is', () => {
  const [attic, cellar] = [baby('Attic'), baby('Cellar')]
  const focus = signal(attic.night)
  const { night, close } = focusedNight(focus)
  let reports = 0
  const stop = night.onReport(() => (reports += 1))
  attic.report()
  cellar.report()
  assert.equal(reports, 1)
  focus.value = cellar.night
  attic.report()
  cellar.report()
  assert.equal(reports, 2)
  stop()
  assert.deepEqual([attic.listeners(), cellar.listeners()], [0, 0])
  close()
})

test('whoever speaks is heard by one baby at a time', () => {
  const [attic, cellar] = [baby('Attic'), baby('Cellar')]
  const focus = signal(attic.night)
  const { night, close } = focusedNight(focus)
  night.speak({ id: 'voice' } as MediaStreamTrack)
  focus.value = cellar.night
  assert.deepEqual([attic.spoken, cellar.spoken], [['voice', null], ['voice']])
  night.speak(null)
  assert.deepEqual(cellar.spoken, ['voice', null])
  close()
})
