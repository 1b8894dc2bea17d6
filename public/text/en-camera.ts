// The words of camera and zoom, at both stations.

const rows = ['top', 'middle', 'bottom'] as const
const columns = ['left', 'middle', 'right'] as const

export const cameraText = {
  title: 'Camera',
  zoom: {
    title: 'Zoom',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    reset: 'Reset zoom',
    level: (scale: string) => `${scale} times`,
    map: ({ row, column }: { row: 0 | 1 | 2; column: 0 | 1 | 2 }) =>
      row === 1 && column === 1 ? 'You see the middle.' : `You see the ${rows[row]} ${columns[column]}.`,
    picture:
      'Camera picture. Pinch or scroll to zoom, drag to move. On a keyboard: plus, minus, arrow keys, 0 for all.',
    remoteHint: 'Zoom holds for everybody who watches. Two fingers on the picture do the same.',
  },
  switchCamera: 'Switch camera',
  facing: { front: 'Front camera is on.', back: 'Back camera is on.' },
  switching: 'Turning to the other camera.',
  torch: 'Torch',
  torchHint: 'A bright light beside the camera.',
  nightPicture: 'Night picture',
  nightPictureHint: 'Brightens a dark room. Warms the baby’s phone a little.',
  quality: 'Picture quality',
  qualities: { auto: 'Auto', low: 'Low', high: 'High', 'sound-only': 'Sound only' },
  qualityHints: {
    auto: 'As sharp as phone and Wi-Fi allow.',
    low: 'For poor Wi-Fi, and to keep the baby’s phone cool.',
    high: 'The sharpest picture. Warms the baby’s phone and needs good Wi-Fi.',
    'sound-only': 'The camera is off. Choose another quality to turn it on again.',
  },
  offHere: 'A parent has turned the picture off. The camera is off; sound goes on.',
  notHeard: 'The baby’s phone cannot be reached. Nothing was changed.',
} as const
