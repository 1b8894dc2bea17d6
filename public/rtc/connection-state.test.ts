import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connectionStateOf } from './connection-state.ts'

test('the connection says how it is', () => {
  assert.equal(connectionStateOf({ connectionState: 'failed', iceConnectionState: 'connected' }), 'failed')
})

test('Firefox before 113 says it of the network only', () => {
  const states = ['new', 'checking', 'connected', 'completed', 'disconnected', 'failed', 'closed'] as const
  assert.deepEqual(
    states.map((iceConnectionState) => connectionStateOf({ iceConnectionState })),
    ['new', 'connecting', 'connected', 'connected', 'disconnected', 'failed', 'closed'],
  )
})
