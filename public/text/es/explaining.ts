// en-explaining.ts in Spanish.

import type { explainingText as English } from '../en-explaining.ts'
import type { Words } from '../words.ts'

export const explainingText: Words<typeof English> = {
  explanations: {
    choose: 'Elige una Estación del bebé.',
    'cannot-reach':
      'Este teléfono no alcanza al del bebé. ¿Están los dos en la misma wifi? Una wifi de invitados y una VPN separan los teléfonos. Lo sigue intentando.',
    lost: 'Se ha perdido la Estación del bebé. Su teléfono puede estar apagado, dormido o fuera de la wifi. Esperando a que vuelva.',
    gone: 'La Estación del bebé no ha vuelto: se perdió, o se paró mientras este teléfono no estaba. Mira su teléfono y toca «Empezar» en él; esta página se une sola.',
    'start-again':
      'La Estación del bebé se paró, o se cerró la sesión de su teléfono. Cuando se ponga en marcha de nuevo, esta página se une sola.',
    'box-away':
      'No se puede contactar con la caja. ¿Está encendida, y está este teléfono en tu wifi? Lo sigue intentando.',
    'box-away-playing': 'No se puede contactar con la caja. Lo que se oye y se ve sigue.',
    'logged-out': 'Se ha cerrado tu sesión. Lo que se oye y se ve sigue; inicia sesión para conectar de nuevo.',
    outdated: 'La caja se ha actualizado. Vuelve a cargar esta página cuando te venga bien.',
  },
  newcomer: (name) =>
    `Nuevo: otro de tus teléfonos dejó entrar a ${name}. Si no es de los tuyos, quítalo en la cuenta, en «Dispositivos».`,
  guestExplanations: {
    gone: 'La Estación del bebé no ha vuelto: se perdió, o se paró mientras este teléfono no estaba. Cuando se ponga en marcha de nuevo, esta página se une sola.',
    'logged-out': 'Preguntando a la caja si tu enlace aún vale.',
  },
  logIn: 'Iniciar sesión de nuevo',
  awake: {
    unavailable:
      'Este navegador no puede mantener la pantalla encendida. En los ajustes del teléfono, haz que siga encendida.',
    paused: 'La pantalla puede apagarse: el teléfono no permite ahora que siga encendida. Un cargador suele ayudar.',
  },
}
