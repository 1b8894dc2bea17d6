import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cpuMs, readStat, residentMiB, treeCpuMs, treeMiB, treeOf } from './process.ts'

const line = '4711 (a name) (that) is odd) S 17 4711 4711 0 -1 4194560 900 80 0 0 150 30 20 5 20 0 12 0 99 1000 200'

test('a line of Linux is read, whatever the process is called', () => {
  assert.deepEqual(readStat(line), { id: 4711, parent: 17, ownTicks: 180, endedTicks: 25 })
})

test('a process has its children, theirs, and nobody else', () => {
  const stat = (id: number, parent: number) => ({ id, parent, ownTicks: 1, endedTicks: 0 })
  const all = [stat(9, 5), stat(1, 0), stat(5, 2), stat(2, 1), stat(3, 1)]
  assert.deepEqual(
    treeOf(2, all).map(({ id }) => id),
    [2, 5, 9],
  )
})

test('this process has worked and has memory', () => {
  for (const end = performance.now() + 60; performance.now() < end;);
  // Both may grow between two looks.
  const [workedMs, nowMiB] = [cpuMs(process.pid), residentMiB(process.pid)]
  assert.ok(workedMs > 0)
  assert.ok(treeCpuMs(process.pid) >= workedMs)
  assert.ok(nowMiB > 1)
  assert.ok(residentMiB(process.pid, 'highest') >= nowMiB - 1)
  assert.ok(treeMiB(process.pid) > 1)
})
