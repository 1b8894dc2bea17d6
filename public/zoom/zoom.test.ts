import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import type { Backend, Look, PipelineEvents } from './pipeline.ts'
import { createZoom, type Zoom } from './zoom.ts'

const firstFrameMs = 3000

interface Opened extends PipelineEvents {
  readonly source: MediaStreamTrack
  readonly looks: Look[]
  isClosed: boolean
}

interface FakeBackend extends Backend {
  readonly opened: Opened[]
}

const scalesOf = (pipeline: Opened | undefined): (number | undefined)[] | undefined =>
  pipeline?.looks.map(({ area }) => area.scale)

function fakeTrack(label: string): MediaStreamTrack {
  return { label } as MediaStreamTrack
}

function fakeBackend(worksHidden = true): FakeBackend {
  const opened: Opened[] = []
  return {
    worksHidden,
    opened,
    open(source, look, events) {
      const pipeline: Opened = { ...events, source, looks: [look], isClosed: false }
      opened.push(pipeline)
      return {
        setLook: (next) => void pipeline.looks.push(next),
        close: () => {
          pipeline.isClosed = true
        },
      }
    },
  }
}

const throwing: Backend = {
  worksHidden: true,
  open: () => {
    throw new Error('not in this browser')
  },
}

function begin(...backends: Backend[]): {
  zoom: Zoom
  camera: MediaStreamTrack
  page: EventTarget & { hidden: boolean }
} {
  const page = Object.assign(new EventTarget(), { hidden: false })
  const zoom = createZoom({ backends, page, firstFrameMs })
  const camera = fakeTrack('camera')
  zoom.setSource(camera)
  return { zoom, camera, page }
}

test('the camera itself is sent at 1, and nothing is opened for it', () => {
  const backend = fakeBackend()
  const { zoom, camera } = begin(backend)
  assert.equal(zoom.track.value, camera)
  zoom.zoomOut()
  assert.equal(zoom.track.value, camera)
  assert.equal(backend.opened.length, 0)
})

test('parents are switched over with the first cropped frame and keep that track through every further step', () => {
  const backend = fakeBackend()
  const { zoom, camera } = begin(backend)
  const sent: (string | undefined)[] = []
  zoom.track.subscribe((track) => void sent.push(track?.label))
  zoom.zoomIn()
  assert.equal(zoom.track.value, camera)
  backend.opened[0]?.ready(fakeTrack('cropped'))
  zoom.zoomIn()
  zoom.apply({ scale: 3, x: 0.1, y: 0.9 })
  assert.deepEqual(sent, ['camera', 'cropped'])
  assert.deepEqual(scalesOf(backend.opened[0]), [1.5, 2.25, 3])
  zoom.close()
})

test('back at 1 the camera is sent before the cropped track ends', () => {
  const backend = fakeBackend()
  const { zoom, camera } = begin(backend)
  zoom.zoomIn()
  const pipeline = backend.opened[0]
  pipeline?.ready(fakeTrack('cropped'))
  zoom.track.subscribe((track) => {
    if (track === camera) assert.equal(pipeline?.isClosed, false)
  })
  zoom.reset()
  assert.equal(zoom.track.value, camera)
  assert.equal(pipeline?.isClosed, true)
})

test('a pipeline that becomes ready after it was given up is not sent', () => {
  const backend = fakeBackend()
  const { zoom, camera } = begin(backend)
  zoom.zoomIn()
  zoom.reset()
  backend.opened[0]?.ready(fakeTrack('late'))
  assert.equal(zoom.track.value, camera)
  assert.equal(backend.opened[0]?.isClosed, true)
})

test('a backend that throws, fails or gives no frame makes room for the next one', () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  try {
    const failing = fakeBackend()
    const silent = fakeBackend()
    const last = fakeBackend()
    const { zoom } = begin(throwing, failing, silent, last)
    zoom.zoomIn()
    failing.opened[0]?.failed()
    mock.timers.tick(firstFrameMs)
    assert.deepEqual(
      [failing, silent].map(({ opened }) => opened[0]?.isClosed),
      [true, true],
    )
    last.opened[0]?.ready(fakeTrack('cropped'))
    assert.equal(zoom.track.value?.label, 'cropped')
    zoom.reset()
    zoom.zoomIn()
    assert.deepEqual(
      [failing, silent, last].map(({ opened }) => opened.length),
      [1, 1, 2],
    )
    zoom.close()
  } finally {
    mock.timers.reset()
  }
})

test('a backend that breaks while it is in use leaves the camera on, then the next one crops', () => {
  const breaking = fakeBackend()
  const next = fakeBackend()
  const { zoom, camera } = begin(breaking, next)
  zoom.zoomIn()
  breaking.opened[0]?.ready(fakeTrack('first'))
  breaking.opened[0]?.failed()
  assert.equal(zoom.track.value, camera)
  next.opened[0]?.ready(fakeTrack('second'))
  assert.equal(zoom.track.value?.label, 'second')
  zoom.close()
})

test('where nothing can crop, all of the picture is sent and shown, and zooming is tried anew', () => {
  const { zoom, camera } = begin(throwing)
  for (let attempt = 0; attempt < 2; attempt++) {
    zoom.apply({ scale: 3, x: 0.2, y: 0.2 })
    assert.equal(zoom.area.value.scale, 1)
    assert.equal(zoom.track.value, camera)
  }
})

test('zoom survives a new capture of the camera and the time without one', () => {
  const backend = fakeBackend()
  const { zoom } = begin(backend)
  zoom.apply({ scale: 2, x: 0.25, y: 0.25 })
  backend.opened[0]?.ready(fakeTrack('cropped'))
  zoom.setSource(null)
  assert.equal(zoom.track.value, null)
  assert.equal(backend.opened[0]?.isClosed, true)
  const anew = fakeTrack('camera again')
  zoom.setSource(anew)
  assert.equal(zoom.track.value, anew)
  assert.equal(backend.opened[1]?.source, anew)
  assert.deepEqual(scalesOf(backend.opened[1]), [2])
  zoom.close()
})

test('what stands still in a hidden page is not sent from there: the camera is', () => {
  const backend = fakeBackend(false)
  const { zoom, camera, page } = begin(backend)
  zoom.zoomIn()
  backend.opened[0]?.ready(fakeTrack('cropped'))
  page.hidden = true
  page.dispatchEvent(new Event('visibilitychange'))
  assert.equal(zoom.track.value, camera)
  zoom.zoomIn()
  assert.equal(backend.opened.length, 1)
  page.hidden = false
  page.dispatchEvent(new Event('visibilitychange'))
  backend.opened[1]?.ready(fakeTrack('cropped again'))
  assert.equal(zoom.track.value?.label, 'cropped again')
  assert.deepEqual(scalesOf(backend.opened[1]), [2.25])
  zoom.close()
})

test('a closed zoom has given everything back and does nothing more', () => {
  const backend = fakeBackend()
  const { zoom, camera } = begin(backend)
  zoom.zoomIn()
  zoom.close()
  zoom.close()
  zoom.zoomIn()
  zoom.setNight(true)
  zoom.setSource(fakeTrack('another'))
  assert.equal(backend.opened.length, 1)
  assert.equal(backend.opened[0]?.isClosed, true)
  assert.equal(zoom.track.value, camera, 'the camera is another one’s to end')
})

test('a night picture is made of the whole one too, and goes on through every step of zoom', () => {
  const backend = fakeBackend()
  const { zoom, camera } = begin(backend)
  zoom.setNight(true)
  zoom.setNight(true)
  backend.opened[0]?.ready(fakeTrack('bright'))
  assert.equal(zoom.track.value?.label, 'bright')
  zoom.zoomIn()
  zoom.reset()
  assert.deepEqual(
    backend.opened[0]?.looks.map(({ area, night }) => [area.scale, night]),
    [
      [1, true],
      [1.5, true],
      [1, true],
    ],
  )
  assert.equal(zoom.track.value?.label, 'bright')
  zoom.zoomIn()
  zoom.setNight(false)
  assert.equal(backend.opened[0]?.isClosed, false)
  zoom.reset()
  assert.equal(zoom.track.value, camera)
  assert.equal(backend.opened[0]?.isClosed, true)
  assert.equal(backend.opened.length, 1)
  zoom.close()
})

test('where nothing can brighten, it is not said to be brightened', () => {
  const { zoom, camera } = begin(throwing)
  zoom.setNight(true)
  assert.equal(zoom.night.value, false)
  assert.equal(zoom.track.value, camera)
})
