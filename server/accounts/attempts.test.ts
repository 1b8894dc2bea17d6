import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAttempts, networkOf } from './attempts.ts'

const guess = (address: string, nameKey = 'ada') => ({ nameKey, address, familiar: null })

test('an IPv6 address counts by its network, in any spelling', () => {
  assert.equal(networkOf('2001:db8:0:1::1'), '2001:db8:0:1')
  assert.equal(networkOf('2001:0db8:0000:0001:ffff:ffff:ffff:ffff'), '2001:db8:0:1')
  assert.equal(networkOf('::1'), '0:0:0:0')
  assert.equal(networkOf('192.168.1.7'), '192.168.1.7')
})

test('at home each address is one phone; from afar a whole network is one', async () => {
  const attempts = createAttempts((address) => address.startsWith('fd00:'))
  for (let index = 0; index < 10; index += 1) await attempts.consume(guess('fd00::bad'))
  assert.notEqual(await attempts.consume(guess('fd00::bad')), null)
  assert.equal(await attempts.consume(guess('fd00::600d')), null)
  for (let index = 0; index < 10; index += 1) await attempts.consume(guess(`2001:db8::${index}`, 'bo'))
  assert.notEqual(await attempts.consume(guess('2001:db8::ffff', 'bo')), null)
})

test('guesses from many addresses are slowed down, for no more than a minute at a time', async () => {
  const attempts = createAttempts(() => true)
  const waits: (number | null)[] = []
  for (let index = 0; index < 25; index += 1) waits.push(await attempts.consume(guess(`192.168.1.${index}`)))
  assert.equal(
    waits.findIndex((seconds) => seconds !== null),
    20,
  )
  assert.ok((waits.at(-1) ?? 0) <= 60)
})

test('a browser that has logged in before has an allowance of its own', async () => {
  const attempts = createAttempts(() => true)
  for (let index = 0; index < 30; index += 1) await attempts.consume(guess('192.168.1.7'))
  assert.equal(await attempts.consume({ ...guess('192.168.1.7'), familiar: 'token' }), null)
})

test('a right guess forgives the wrong ones before it', async () => {
  const attempts = createAttempts(() => true)
  for (let round = 0; round < 5; round += 1) {
    for (let index = 0; index < 9; index += 1)
      assert.equal(await attempts.consume(guess('192.168.1.7', `n${round}`)), null)
    assert.equal(await attempts.consume(guess('192.168.1.7', `n${round}`)), null)
    await attempts.forgive(guess('192.168.1.7', `n${round}`))
    assert.equal(await attempts.consume(guess('192.168.1.7', `n${round}`)), null)
  }
})

test('names that are made up, each as long as a request, do not fill the memory', async () => {
  const attempts = createAttempts(() => true)
  const formerBytes = process.memoryUsage.rss()
  for (let index = 0; index < 10_000; index += 1) {
    await attempts.consume(guess(`192.168.1.${index % 4}`, `${index} ${Buffer.alloc(16_000, 'x').toString()}`))
  }
  assert.ok(process.memoryUsage.rss() - formerBytes < 60_000_000)
})
