// en-bedside.ts in Spanish.

import type {
  bedsideText as EnglishBedside,
  conditionText as EnglishCondition,
  stopwatchText as EnglishStopwatch,
} from '../en-bedside.ts'
import type { Words } from '../words.ts'

export const bedsideText: Words<typeof EnglishBedside> = {
  bedside: 'Mesilla',
  screen: 'Vista de mesilla',
  back: 'Mostrar la Estación de los padres',
  live: 'EN DIRECTO',
  muted: 'Silenciado',
  notLive: { connecting: 'Conectando', reconnecting: 'Reconectando', stopped: 'Estación del bebé parada' },
  unmeasured: 'El sonido aún no se mide',
  hours: (hours) => `${hours} h`,
  since: (time) => `En marcha desde las ${time}`,
  onSince: (time, duration) => `En marcha desde las ${time}, ya son ${duration}`,
}

export const conditionText: Words<typeof EnglishCondition> = {
  title: 'El teléfono del bebé',
  battery: (percent) => `Batería ${percent} %`,
  charging: (percent) => `Batería ${percent} %, cargando`,
  batteryUnknown: 'Su navegador no dice nada de la batería',
  network: {
    good: (rttMs) => `Conexión buena, ${rttMs} ms`,
    fair: (rttMs, lossPercent) => `Conexión regular, ${rttMs} ms, ${lossPercent} % perdido`,
    weak: (rttMs, lossPercent) => `Conexión débil, ${rttMs} ms, ${lossPercent} % perdido`,
  },
  limits: {
    cpu: 'El teléfono del bebé está demasiado caliente o demasiado ocupado, así que su imagen es menos fina. El sonido sigue. Ponlo sin funda donde le llegue el aire, o elige una calidad de imagen más baja.',
    bandwidth:
      'La wifi lleva menos de lo que la imagen necesita, así que es menos fina. El sonido sigue. Acerca los dos teléfonos al router, o elige una calidad de imagen más baja.',
  },
  own: (percent) => `La batería de este teléfono está al ${percent} %. Ponlo a cargar.`,
}

export const stopwatchText: Words<typeof EnglishStopwatch> = {
  title: 'Tomas y siestas',
  start: { feed: 'Empezar una toma', nap: 'Empezar una siesta' },
  end: { feed: 'Terminar la toma', nap: 'Terminar la siesta' },
  running: {
    feed: (duration) => `Toma desde hace ${duration}`,
    nap: (duration) => `Siesta desde hace ${duration}`,
  },
  past: {
    feed: (time, duration) => `${time}, toma, ${duration}`,
    nap: (time, duration) => `${time}, siesta, ${duration}`,
  },
  none: 'Ninguna aún.',
  forget: 'Borrar todas las tomas y siestas',
  forgetQuestion: '¿Borrar de este teléfono todas las tomas y siestas? No se pueden recuperar.',
  forgetYes: 'Borrar',
  forgetNo: 'Conservarlas',
  promise: 'Se guarda solo en este teléfono.',
}
