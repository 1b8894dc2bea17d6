// en-finding.ts in Spanish.

import type { findingText as English } from '../en-finding.ts'
import type { Words } from '../words.ts'

export const findingText: Words<typeof English> = {
  intro: 'Lo que este teléfono puede probar por sí mismo:',
  testing: 'Probando.',
  testAgain: 'Probar de nuevo',
  opened: {
    name: (host) => `Esta página se abrió por el nombre: ${host}. El nombre funciona en este teléfono.`,
    address: (host) => `Esta página se abrió por la dirección: ${host}.`,
    itself: 'Esta página se abrió en la propia caja, así que dice poco de otros teléfonos.',
  },
  boxAnswers: 'La caja responde a este teléfono.',
  boxAway: 'La caja no responde ahora. ¿Está encendida, y está este teléfono en tu wifi?',
  otherWorks: (url) => `${url} también responde.`,
  nameFails: (url) =>
    `${url} no responde aquí. Este teléfono no encuentra el nombre, o aún no confía en la caja en ese sitio: ábrelo una vez para verlo. La dirección también funciona siempre.`,
  addressFails: (url) =>
    `${url} no responde aquí. Puede que la caja tenga ya otra dirección, o que este teléfono aún no confíe en la caja en ese sitio: ábrelo una vez para verlo.`,
  noOther: 'La caja no conoce otra dirección suya.',
  candidates: {
    hidden:
      'Este navegador ofrece su dirección a otros teléfonos con un nombre oculto, como hacen los navegadores. Eso funciona en la mayoría de las casas; mientras una página pueda usar el micrófono, se ofrece la propia dirección.',
    address: (address) => `Este teléfono ofrece ${address} a otros teléfonos.`,
    none: 'Este navegador no ofrece ninguna dirección a otros teléfonos: la imagen y el sonido no pueden pasar. Lo causa una VPN, un ajuste de privacidad o un complemento que bloquea WebRTC.',
    unsupported:
      'Este navegador no tiene WebRTC, así que no puede enviar ni recibir imagen y sonido. Usa Chrome, Firefox o Safari.',
  },
  otherSubnet: (own, box) =>
    `Este teléfono tiene ${own} y la caja tiene ${box}: parecen estar en dos redes. Mira «Dos redes» más abajo.`,
  sameSubnet: 'Este teléfono y la caja están en la misma red.',
  causesTitle: 'Lo que suele ser',
  causes: [
    {
      name: 'Wifi de invitados',
      words:
        'Una wifi de invitados separa los dispositivos, a menudo con el nombre de aislamiento de clientes o aislamiento AP. Pon todos los teléfonos y la caja en tu propia wifi, o desactiva el aislamiento en el router.',
    },
    {
      name: 'VPN y relay privado',
      words:
        'Una VPN lo manda todo fuera de casa. Desactívala en los dos teléfonos, o permite las redes locales en sus ajustes. El relay privado de iCloud y los ahorradores de datos pueden hacer lo mismo.',
    },
    {
      name: 'DNS privado (Android)',
      words:
        'Con el DNS privado, y con algunos bloqueadores de anuncios, Android pregunta a un servidor de internet por los nombres que acaban en .local, y ninguno los conoce. Pon «DNS privado» en «Automático» o «Desactivado», o abre la caja por su dirección.',
    },
    {
      name: 'Android antiguo',
      words:
        'Antes de Android 12, los navegadores no encuentran los nombres que acaban en .local. Abre la caja por su dirección y guarda un marcador.',
    },
    {
      name: 'Dos redes',
      words:
        'Un segundo router, una red mesh que no está en modo puente o los datos móviles hacen dos redes de una sola casa. Los nombres no pasan de una a otra, y los teléfonos rara vez se alcanzan. Usa un solo router, o pon el segundo en modo puente o punto de acceso.',
    },
    {
      name: 'El permiso de red local (iPhone, Mac, Android)',
      words:
        'Los sistemas más nuevos preguntan si un navegador puede encontrar dispositivos en tu red local. Si la respuesta fue no, permítelo: en un iPhone, en Ajustes, «Privacidad y seguridad», «Red local».',
    },
    {
      name: 'Una dirección nueva',
      words:
        'Los routers vuelven a repartir las direcciones. Si un marcador con números dejó de funcionar, busca la dirección de la caja en el router, y haz que el router se la conserve.',
    },
  ],
  addressesTitle: 'Dónde está la caja ahora',
}
