// en-joining.ts in Spanish.

import type { joiningText as English } from '../en-joining.ts'
import type { Words } from '../words.ts'

export const joiningText: Words<typeof English> = {
  making: 'Pidiendo un código a la caja.',
  scan: 'Abre la cámara del otro teléfono y apunta a uno de estos códigos. El segundo es para teléfonos que no encuentran el nombre.',
  qrLabel: { name: 'Código QR con el nombre de la caja', address: 'Código QR con la dirección de la caja' },
  linkKind: { name: 'Por el nombre', address: 'Por la dirección' },
  warns: (url) =>
    `Si el otro teléfono avisa sobre la conexión, abre primero ${url} en él: esa página dice qué hacer, una vez por cada teléfono.`,
  orType: 'O abre una de las dos direcciones en el otro teléfono y escribe estas seis letras:',
  lettersEnded:
    'Se escribieron letras equivocadas demasiadas veces, así que estas ya no valen. Escanea el código, o muestra uno nuevo.',
  boxAway: 'No se puede contactar con la caja. ¿Está encendida, y está este teléfono en tu wifi? Lo sigue intentando.',
  left: (time) =>
    `Vale una vez, durante ${time} más. Deja esta página abierta: te pregunta antes de dejar entrar al otro teléfono.`,
  letInQuestion: (name) => `¿Dejar entrar a «${name}»?`,
  letInHint:
    'Di que sí solo si el otro teléfono que tienes delante muestra el mismo nombre. Después podrá hacer todo lo que puede este.',
  letIn: 'Dejar entrar',
  sendAway: 'No',
  lettingIn: (name) => `Esperando a que ${name} inicie sesión.`,
  hasJoined: (name) => `${name} ha iniciado sesión.`,
  sentAway: (name) => `No se ha dejado entrar a ${name}.`,
  codeEnded: 'El código ha caducado. Vale una vez, durante cinco minutos.',
  newCode: 'Mostrar un código nuevo',
  joinInstead: 'Entrar con un código de otro teléfono',
  joinHint: 'El código está aquí. Ponle un nombre a este teléfono, para que el otro pueda preguntar por él.',
  joinWhere: 'En un teléfono con la sesión iniciada, toca «Añadir un teléfono»: muestra un código.',
  letters: 'Seis letras',
  lettersHint: 'Tal como las muestra el otro teléfono.',
  phoneName: 'Nombre de este teléfono',
  phoneNameHint: 'Por ejemplo, Teléfono de la abuela. Sin nombre se muestra el del navegador.',
  join: 'Entrar',
  asking: 'Preguntando al otro teléfono.',
  waitingForYes: (name) => `Mira ahora el otro teléfono: pregunta si dejar entrar a «${name}».`,
  joining: 'Iniciando sesión.',
  alreadyIn: (username) =>
    `Este teléfono ya tiene la sesión iniciada como ${username}. Si debe entrar en otra cuenta, cierra primero la sesión y escanea el código de nuevo.`,
  newcomer: (name, when) => `Nuevo: se dejó entrar a ${name}, ${when}.`,
  newcomerHint: 'Si no es de los tuyos, quítalo en',
  newcomerSeen: 'De acuerdo',
  guestsIntro:
    'Alguien en tu wifi puede ver y oír una Estación del bebé, hasta una hora que tú eliges. Un invitado no necesita cuenta y no ve nada más.',
  guestsLoading: 'Pidiendo los invitados a la caja.',
  noStation: 'No hay ninguna Estación del bebé en marcha. Pon en marcha la que tu invitado puede ver, y vuelve.',
  lookAgain: 'Mirar de nuevo',
  guestStation: 'Estación del bebé',
  guestUntil: 'Hasta',
  stays: {
    hour: 'Dentro de una hora',
    evening: 'Dentro de cuatro horas',
    morning: 'Las ocho de la mañana',
    day: 'Mañana a esta hora',
    week: 'Dentro de una semana',
    own: 'Otra hora',
  },
  ownTime: 'Termina a las',
  guestName: 'Para quién es',
  guestNamePreset: 'Invitado',
  inviting: 'Pidiendo un enlace a la caja.',
  guestLink: 'Enlace de invitado',
  guestLinkHint: (name, station, until) =>
    `Para ${name}: ${station}, hasta ${until}. Quien tenga el enlace puede mirar, así que no se lo mandes a nadie más. Solo se muestra ahora.`,
  copyLink: { name: 'Copiar el enlace por el nombre', address: 'Copiar el enlace por la dirección' },
  copied: 'Copiado.',
  notCopied: 'Este navegador no deja copiar a la página. Mantén el dedo sobre el enlace de abajo para copiarlo.',
  linkToCopy: { name: 'Enlace por el nombre', address: 'Enlace por la dirección' },
  guestLinks: 'Enlaces de invitado',
  guestLinksHint: 'Si terminas uno, la imagen y el sonido paran al momento.',
  guestMay: (station, until) => `${station}, hasta ${until}`,
  neverOpened: 'Aún sin abrir',
  endGuest: 'Terminar',
  errors: {
    codeOver:
      'Este código está mal, ya se usó o es demasiado antiguo. Muestra uno nuevo en el otro teléfono y escribe sus letras.',
    lettersMissing: 'Escribe las seis letras que muestra el otro teléfono.',
    name: 'El nombre necesita de 1 a 60 letras, cifras u otros caracteres sencillos.',
    notLetIn:
      'El otro teléfono no dejó entrar a este, o el código ha caducado. Muestra uno nuevo allí para intentarlo otra vez.',
    tooLate: 'Nadie respondió a tiempo en el otro teléfono. Muestra un código nuevo allí para intentarlo otra vez.',
    stationGone: 'Esa Estación del bebé ya no está en marcha. Mira de nuevo.',
    time: 'Elige una hora futura, como mucho dentro de 31 días.',
    tooManyGuests: 'Hay demasiados enlaces de invitado. Termina alguno primero.',
  },
}
