// en-common.ts in Spanish.

import type { commonText as English } from '../en-common.ts'
import type { Words } from '../words.ts'

export const commonText: Words<typeof English> = {
  shell: {
    language: 'es',
    name: 'BeddyBytes',
    question: '¿Qué teléfono es este?',
    home: 'Inicio',
    open: 'Abrir BeddyBytes',
    tryAgain: 'Volver a intentarlo',
    promise: 'El sonido y la imagen van de teléfono a teléfono y nunca salen de esta casa.',
    babyStation: 'Estación del bebé',
    babyStationHint: 'Para el teléfono junto a la cuna. Oye y ve.',
    parentStation: 'Estación de los padres',
    parentStationHint: 'Para el teléfono que tienes contigo. Escucha y mira.',
    account: 'Cuenta',
    otherPhones: 'Otros teléfonos',
    inviteGuest: 'Invitar a alguien',
    signedInAs: (username) => `Sesión iniciada como ${username}`,
    logOut: 'Cerrar sesión',
    titles: {
      account: 'Cuenta',
      signIn: 'Iniciar sesión',
      licence: 'Licencia',
      addPhone: 'Añadir un teléfono',
      guests: 'Invitados',
      join: 'Entrar con un código',
    },
    loading: 'Preguntando a la caja de tu casa.',
    loggingOut: 'Cerrando sesión.',
    unreachableTitle: 'No se puede contactar con la caja',
    trustAgain: '¿Se ha instalado la caja de nuevo?',
    trustAgainHow:
      'Entonces este teléfono tiene que volver a confiar en ella. Hazlo solo en casa, y solo si la página muestra allí la huella que la caja escribe al arrancar:',
    unreachable:
      '¿Está este teléfono en tu wifi, y está encendida la caja? Una VPN o una wifi de invitados los separa. Lo sigue intentando solo.',
    errors: {
      unreachable: 'No se puede contactar con la caja. ¿Está este teléfono en tu wifi? Vuelve a intentarlo.',
      unexpected:
        'La caja ha respondido de una forma que esta página no entiende. Vuelve a cargar la página e inténtalo de nuevo.',
      busy: 'Muchos teléfonos están iniciando sesión en este momento. Espera unos segundos y vuelve a intentarlo.',
      loggedOut: 'Se ha cerrado tu sesión. Inicia sesión de nuevo para seguir.',
      tooManyAttempts: (wait) => `Demasiados intentos. Espera ${wait} y vuelve a intentarlo.`,
    },
  },
  finding: {
    title: '¿Por qué mi teléfono no la encuentra?',
  },
  recording: {
    record: 'Grabar',
    stop: 'Parar la grabación',
    notLoaded:
      'No se puede contactar con la caja, y la grabación la necesita una vez para empezar. Toca «Grabar» de nuevo dentro de un momento.',
  },
}
