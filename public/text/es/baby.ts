// en-baby.ts in Spanish.

import type { babyText as English } from '../en-baby.ts'
import type { Words } from '../words.ts'

export const babyText: Words<typeof English> = {
  name: 'Nombre de la estación',
  defaultName: 'Habitación',
  nameHint: 'Lo que muestra el otro teléfono, por ejemplo Habitación.',
  microphone: 'Micrófono',
  camera: 'Cámara',
  automatic: 'Lo que elija este teléfono',
  noCamera: 'Sin cámara',
  noCameraHint: 'Solo sonido. No se pide la cámara.',
  start: 'Empezar',
  stop: 'Parar',
  starting: 'Encendiendo. Si el navegador pregunta, permite el micrófono y la cámara.',
  startingSound: 'Encendiendo. Si el navegador pregunta, permite el micrófono.',
  resumable: 'Esta Estación del bebé estaba en marcha hasta que se salió de su página. Toca «Empezar» para seguir.',
  tips: 'Pon este teléfono donde vea la cuna, fuera del alcance, y enchúfalo. Deja esta página abierta.',
  on: 'En marcha',
  notKnown: 'Avisando a la caja.',
  watching: (count) =>
    count === 0
      ? 'No hay ningún padre o madre conectado.'
      : count === 1
        ? 'Hay 1 padre o madre conectado.'
        : `Hay ${count} padres conectados.`,
  soundOnly: 'Solo sonido',
  soundOnlyHint: 'La cámara está apagada.',
  picture: 'Imagen de la cámara',
  previewWaiting: 'Esperando a la cámara.',
  forgetting: 'Parada. Aún no se puede contactar con la caja; deja esta página abierta y se le avisará.',
  tryAgain: 'Volver a intentarlo',
  boxAway:
    'No se puede contactar con la caja. La imagen y el sonido siguen. Otros padres podrán unirse cuando vuelva; lo sigue intentando solo.',
  loggedOut: 'Se ha cerrado tu sesión. La Estación del bebé sigue en marcha; los padres conectados la siguen oyendo.',
  logIn: 'Inicia sesión para que otros puedan unirse',
  logInHere: 'Iniciar sesión de nuevo',
  outdated:
    'La caja se ha actualizado. Lo que está en marcha sigue. Cuando te venga bien, toca «Parar» y vuelve a cargar esta página.',
  missing: {
    audio: 'Se ha perdido el micrófono, quizá por una llamada. Los padres no oyen nada. Recuperándolo.',
    video: 'Se ha perdido la cámara, quizá por otra aplicación. El sonido sigue. Recuperándola.',
  },
  awake: {
    unavailable:
      'Este navegador no puede mantener la pantalla encendida. En los ajustes del teléfono, haz que siga encendida, o el teléfono se dormirá.',
    paused: 'La pantalla puede apagarse: el teléfono no permite ahora que siga encendida. Un cargador suele ayudar.',
  },
  problems: {
    blocked:
      'Este navegador ha bloqueado el micrófono o la cámara. Toca el símbolo junto a la dirección, permítelos para esta página y toca «Volver a intentarlo». En un iPhone: toca el símbolo en la barra de direcciones y luego «Ajustes del sitio web».',
    blockedSound:
      'Este navegador ha bloqueado el micrófono. Toca el símbolo junto a la dirección, permítelo para esta página y toca «Volver a intentarlo». En un iPhone: toca el símbolo en la barra de direcciones y luego «Ajustes del sitio web».',
    'no-microphone': 'No se ha encontrado ningún micrófono. Conecta uno o elige otro, y toca «Volver a intentarlo».',
    'no-camera':
      'No se ha encontrado ninguna cámara. Elige «Sin cámara» para tener solo sonido, o conecta una, y toca «Volver a intentarlo».',
    busy: 'Otra aplicación o página usa el micrófono o la cámara. Ciérrala y toca «Volver a intentarlo».',
    unsupported:
      'Este navegador no da su micrófono a ninguna página. Abre esta dirección en Chrome, Firefox o Safari, no dentro de otra aplicación.',
    unknown:
      'El micrófono o la cámara no se ha encendido. Toca «Volver a intentarlo»; si sigue igual, reinicia el teléfono.',
    name: 'Da a la estación un nombre de 1 a 60 letras, para que el otro teléfono pueda mostrarlo.',
    'stopped-elsewhere':
      'Esta Estación del bebé se paró desde otro teléfono, o su sesión se cerró allí. La cámara y el micrófono están apagados.',
    'logged-out': 'Se ha cerrado tu sesión. Inicia sesión de nuevo y toca «Empezar».',
    'licence-missing': 'Esta caja necesita una licencia para poner en marcha una Estación del bebé.',
    'licence-expired':
      'La licencia de esta caja ha terminado. Hace falta una nueva para poner en marcha una Estación del bebé.',
    'too-many':
      'Hay demasiadas Estaciones del bebé en marcha en esta cuenta. Para una de ellas y toca «Volver a intentarlo».',
    taken: 'La caja no ha podido empezar. Toca «Volver a intentarlo».',
  },
  licenceLink: 'Introducir la licencia',
}
