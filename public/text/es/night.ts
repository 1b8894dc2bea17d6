// en-night.ts in Spanish.

import type { nightText as English } from '../en-night.ts'
import type { Words } from '../words.ts'

export const nightText: Words<typeof English> = {
  household: {
    verified: 'Verificado',
    unverified: 'Sin verificar',
    verifiedHint: {
      parent: 'El sonido y la imagen vienen de un teléfono de tu casa, y la caja no puede escuchar.',
      baby: 'Quienes escuchan son teléfonos de tu casa, y la caja no puede escuchar.',
    },
    unverifiedHint: {
      parent: {
        'no-secret-here':
          'Este teléfono no puede saber si la caja escucha. Para verificar: en el teléfono junto a la cuna, o en uno verificado, abre «Añadir un teléfono» y escanea su código con este teléfono.',
        'no-proof':
          'La Estación del bebé no puede demostrar qué teléfono es. Para verificar: en este teléfono abre «Añadir un teléfono» y escanea su código con el teléfono junto a la cuna.',
        'other-secret':
          'Los dos teléfonos se configuraron por separado. Para verificar: abre «Añadir un teléfono» en uno de ellos y escanea su código con el otro.',
      },
      baby: {
        'no-secret-here':
          'Este teléfono no puede guardar un secreto, así que no se puede verificar a nadie. ¿Es una ventana privada, o está bloqueado el almacenamiento?',
        'no-proof':
          'Un teléfono que escucha no puede demostrar que es de tu casa. ¿Es de los tuyos? Para verificar: en este teléfono abre «Añadir un teléfono» y escanea su código con el otro.',
        'other-secret':
          'Un teléfono que escucha se configuró por separado de este. ¿Es de los tuyos? Para verificar: abre «Añadir un teléfono» en uno de ellos y escanea su código con el otro.',
      },
      guest: 'Pide a la familia un enlace nuevo desde un teléfono verificado.',
    },
    refused: {
      parent: {
        changed:
          'La caja ha cambiado las claves de esta conexión, así que alguien puede querer escuchar. Se ha rechazado. Cuida del bebé de otra manera, y averigua quién ha cambiado la caja. Lo sigue intentando solo.',
        unproven:
          'Esta Estación del bebé estaba verificada y ahora no demuestra nada, así que alguien puede querer escuchar. Se ha rechazado. ¿Se borraron los datos del navegador del teléfono junto a la cuna? Entonces abre «Añadir un teléfono» en este y escanea su código con aquel.',
      },
      baby: {
        changed: (time) =>
          `La caja ha cambiado las claves de una conexión con este teléfono, así que alguien puede querer escuchar. Se ha rechazado, la primera vez a las ${time}. Averigua quién ha cambiado la caja.`,
        unproven: (time) =>
          `Un teléfono que estaba verificado y ahora no demuestra nada quiso escuchar. Se ha rechazado, la primera vez a las ${time}. ¿Se borraron los datos de su navegador? Entonces abre «Añadir un teléfono» en este y escanea su código con aquel.`,
      },
    },
    accept: 'Seguir sin prueba',
    notVerifiedItself:
      'Este teléfono no está verificado, así que el otro tampoco lo estará. Si tienes uno que lo esté, abre allí «Añadir un teléfono».',
    joinTitle: 'Verificar este teléfono',
    joinQuestion: (username) =>
      `Este teléfono ya tiene la sesión iniciada como ${username}. ¿Acabas de escanear el código de un teléfono tuyo? Entonces se puede verificar.`,
    joinReplaces: 'Se configuró por separado de aquel teléfono. Desde ahora va con él.',
    joinYes: 'Verificar este teléfono',
    joined: 'Este teléfono está verificado con aquel cuyo código has escaneado.',
    joinFailed: 'Este navegador no guarda nada. ¿Es una ventana privada, o está bloqueado el almacenamiento?',
  },
  alarm: {
    since: (time, ago) => `Desde las ${time}, hace ${ago}`,
    seconds: (seconds) => `${seconds} s`,
    minutes: (minutes) => `${minutes} min`,
    also: 'Además:',
    awake: 'Ya estoy en pie',
    pause: 'Pausa de 2 minutos',
    paused: (left) => `La alarma está en pausa. Vuelve a sonar en ${left}, o al momento si hay algo nuevo.`,
    silenced: 'La alarma calla porque alguien está en pie. Si hay algo nuevo, vuelve a sonar.',
    notHeard:
      'Esta página no suena ahora: el navegador solo lo permite después de un toque. Toca una vez esta página en cualquier sitio, y sube el volumen.',
    cannotSound:
      'Ahora no se oiría una alarma: el navegador solo permite el sonido después de un toque. Toca una vez esta página en cualquier sitio.',
    notification: (advice) => `${advice} Toca para abrir BeddyBytes.`.trim(),
    over: {
      silence: (from, to) => `Estuvo en silencio de ${from} a ${to}.`,
      picture: (from, to) => `La imagen estuvo parada de ${from} a ${to}.`,
      other: (sentence, from, to) => `${sentence} De ${from} a ${to}, ya pasó.`,
    },
    seen: 'Visto',
    causes: {
      'not-who-it-says': {
        sentence: 'La Estación del bebé no puede demostrar que es la tuya.',
        advice: 'Se ha rechazado la conexión. Ve a ver al bebé, y lee en esta página qué hacer.',
      },
      'parent-offline': {
        sentence: 'Este teléfono no tiene red.',
        advice: 'Su wifi puede estar apagada o fuera de alcance, o el router apagado. Mira la wifi de este teléfono.',
      },
      'battery-empty': {
        sentence: 'El teléfono del bebé se ha quedado sin batería.',
        advice: 'Ve a ver al bebé, y pon su teléfono a cargar.',
      },
      'baby-closed': {
        sentence: 'La Estación del bebé se ha cerrado.',
        advice: 'Se cerró su página o se reinició su teléfono. Ve a ver al bebé, y toca «Empezar» allí.',
      },
      'baby-unreachable': {
        sentence: 'No se oye al bebé.',
        advice: 'El teléfono del bebé está fuera de la wifi, apagado o ha fallado. Ve a ver al bebé.',
      },
      'baby-frozen': {
        sentence: 'La Estación del bebé no responde.',
        advice:
          'Puede que su teléfono esté dormido, o que haya otra aplicación delante. Ve a ver al bebé, y despierta su teléfono.',
      },
      'microphone-lost': {
        sentence: 'No llega sonido del teléfono del bebé.',
        advice: 'Su micrófono no está o lo tiene otra aplicación. Ve a ver al bebé y su teléfono.',
      },
      'microphone-muted': {
        sentence: 'El micrófono del teléfono del bebé está silenciado.',
        advice: 'Lo ha silenciado una llamada, otra aplicación o un interruptor. Ve a ver al bebé y su teléfono.',
      },
      'microphone-silent': {
        sentence: 'El micrófono del teléfono del bebé no oye nada en absoluto.',
        advice:
          'Ninguna habitación es tan silenciosa: puede estar tapado, apagado o roto. Ve a ver al bebé y su teléfono.',
      },
      'sound-blocked': {
        sentence: 'Este teléfono no reproduce el sonido.',
        advice: 'El navegador lo ha parado, como por una llamada. Toca para escuchar.',
      },
      'camera-taken': {
        sentence: 'La cámara del teléfono del bebé ya no está.',
        advice: 'Puede que la tenga otra aplicación. El sonido sigue si aquí no se dice otra cosa.',
      },
      'picture-frozen': {
        sentence: 'La imagen está parada.',
        advice: 'Lo que ves es antiguo. El sonido sigue si aquí no se dice otra cosa.',
      },
      'battery-critical': {
        sentence: 'La batería del teléfono del bebé está casi vacía.',
        advice: 'Ponlo a cargar.',
      },
      'weak-link': {
        sentence: 'La conexión con el teléfono del bebé es débil.',
        advice: 'Se corta una y otra vez. Acerca los dos teléfonos al router.',
      },
    },
  },

  ready: {
    title: '¿Todo listo para la noche?',
    hint: 'Se miran los dos teléfonos durante 10 segundos. Da ahora una palmada junto a la cuna, o que la dé alguien allí.',
    running: (seconds) => `Comprobando, faltan ${seconds} s.`,
    again: 'Comprobar de nuevo',
    close: 'Cerrar',
    didYouHear: 'La alarma acaba de sonar, bajito. ¿La has oído?',
    yes: 'Sí',
    no: 'No',
    playAgain: 'Que suene otra vez',
    allowNotifications: 'Permitir las notificaciones',
    allGood: 'Todo listo. Buenas noches.',
    noReport: 'No se sabe nada del teléfono del bebé. Mira si la Estación del bebé está en marcha.',
    notAll: (count) => (count === 1 ? 'Una cosa por mirar.' : `${count} cosas por mirar.`),
    verdicts: { good: 'bien', bad: 'por hacer', unknown: 'no se sabe', waiting: 'comprobando' },
    lines: {
      heard: {
        name: 'Alarma',
        good: 'Has oído la alarma. Llega a sonar más fuerte.',
        waiting: 'Responde a la pregunta de arriba.',
        bad: 'Sube el volumen de este teléfono, quita su modo silencio y haz que suene otra vez.',
        blocked: 'El navegador aún no permite sonido en esta página. Toca «Que suene otra vez».',
      },
      notifications: {
        name: 'Notificaciones',
        good: 'Una alarma aparece también en la pantalla bloqueada.',
        bad: 'Permítelas abajo, para que una alarma aparezca también en la pantalla bloqueada.',
        denied:
          'Están bloqueadas. Permítelas con el candado junto a la dirección, para que una alarma aparezca en la pantalla bloqueada.',
        unknown: 'Este navegador no las tiene para páginas. Deja esta página delante: la alarma suena ahí.',
      },
      'own-awake': {
        name: 'Este teléfono sigue despierto',
        good: 'Su pantalla sigue encendida mientras esta página esté delante.',
        bad: 'Su pantalla puede apagarse, y en algunos teléfonos el sonido. Deja esta página delante y pon el teléfono a cargar.',
        unknown:
          'Este navegador no puede mantener la pantalla encendida. En los ajustes del teléfono, haz que siga encendida.',
      },
      'own-power': {
        name: 'Carga de este teléfono',
        good: 'Está cargando.',
        bad: (percent) => `Ponlo a cargar. Su batería está al ${percent} %.`,
        unknown: 'Este navegador no lo dice. ¿Está en el cargador?',
      },
      'baby-awake': {
        name: 'El teléfono del bebé sigue despierto',
        good: 'Su página está delante y su pantalla sigue encendida.',
        bad: 'Abre en él la Estación del bebé, para que su página esté delante, y ponlo a cargar.',
        unknown:
          'Su navegador no puede mantener la pantalla encendida. En los ajustes de ese teléfono, haz que siga encendida.',
      },
      'baby-power': {
        name: 'Carga del teléfono del bebé',
        good: 'Está cargando.',
        bad: (percent) => `Ponlo a cargar. Su batería está al ${percent} %.`,
        unknown: 'Su navegador no lo dice. ¿Está en el cargador?',
      },
      picture: {
        name: 'Imagen',
        good: 'Se mueve, en los dos extremos.',
        bad: 'No llega imagen nueva. Mira si otra aplicación tiene la cámara del teléfono del bebé.',
        unknown: 'Solo sonido: la Estación del bebé se puso en marcha sin cámara.',
      },
      microphone: {
        name: 'Micrófono',
        good: 'Ha oído algo fuerte.',
        bad: 'No ha oído nada fuerte. Da una palmada junto a la cuna mientras comprueba, o mira si algo tapa el teléfono.',
        dead: 'No llega sonido de él. Mira si está silenciado o si lo tiene otra aplicación.',
        unknown: 'El teléfono del bebé no mide el ruido. Escucha: ¿oyes la habitación?',
      },
      path: {
        name: 'Camino entre los teléfonos',
        good: 'Directo, dentro de tu casa.',
        bad: 'No es directo. Pon los dos teléfonos en la misma wifi.',
        unknown: 'Este navegador no lo dice.',
      },
      signal: {
        name: 'Señal',
        good: (rttMs, lossPercent) => `Fuerte: ${rttMs} ms ida y vuelta, ${lossPercent} % perdido.`,
        bad: (rttMs, lossPercent) =>
          `Débil: ${rttMs} ms ida y vuelta, ${lossPercent} % perdido. Acerca los dos teléfonos al router.`,
        unknown: 'Este navegador no lo dice.',
      },
      trust: {
        name: 'La caja',
        good: 'Este teléfono confía en su certificado, que se renueva solo.',
        bad: 'Este teléfono no confía en la caja: puede volver a avisar de noche si se recarga la página, y en Android ninguna alarma aparece en la pantalla bloqueada. Instala su certificado.',
        badLink: 'Cómo instalarlo',
        away: 'La caja no responde. El sonido y la imagen siguen sin ella; recargar la página no funciona.',
        unknown: 'Este navegador no dice si confía en la caja.',
      },
    },
  },
  proof: {
    tryingAgain: 'Lo sigue intentando solo.',
    notes: {
      'battery-low': 'La batería del teléfono del bebé está baja. Ponlo a cargar antes de la noche.',
      'baby-may-sleep':
        'El teléfono del bebé puede dormirse: su página no está delante, o su pantalla puede apagarse. Abre en él la Estación del bebé.',
    },
    nobodyListening: 'Nadie está escuchando.',
    nobodyListeningHint:
      'Abre la Estación de los padres en otro teléfono y activa su sonido. Si hay una abierta, mira si su wifi está encendida.',
    hearing: (count) => (count === 1 ? 'Lo oye 1 padre o madre.' : `Lo oyen ${count} padres.`),
    othersDropped: (count) =>
      count === 1
        ? 'El teléfono de otro padre o madre ha desaparecido sin decir nada. Puede que solo tú oigas al bebé.'
        : `Otros ${count} teléfonos de padres han desaparecido sin decir nada. Puede que solo tú oigas al bebé.`,
    dropped: (count) =>
      count === 1
        ? 'El teléfono de un padre o madre ha desaparecido sin decir nada.'
        : `${count} teléfonos de padres han desaparecido sin decir nada.`,
  },

  noise: {
    title: 'Sonidos que cuentan',
    sentence: (name) => `${name}: un sonido que dura, como un llanto.`,
    curve: 'El volumen de los últimos cinco minutos, con la línea desde la que un sonido cuenta',
    threshold: 'Desde qué volumen cuenta un sonido',
    thresholdWords: (db) =>
      `${db} decibelios por encima de la habitación en calma cuentan tras 30 segundos, un grito de ${db + 18} tras 2`,
    keen: 'Cuenta cada quejido.',
    usual: 'Cuenta los lloriqueos tras 30 s y los gritos tras 2 s. Las puertas no cuentan nunca.',
    dull: 'Cuenta solo los llantos fuertes.',
    hint: 'Arrastra la línea. Lo que se queda por encima cuenta: a la izquierda tras 30 s, a la derecha tras 2 s.',
    lineName: 'cuenta',
    ago: { shriek: '2 s', grizzle: '30 s', minutes: (minutes) => `${minutes} min`, now: 'ahora' },
    lastSound: (ago) => `Último sonido hace ${ago}`,
    soundNow: 'Un sonido en este momento',
    noSound: 'Ningún sonido aún',
    unmeasured:
      'El teléfono del bebé no mide el sonido, así que ninguno cuenta. Escucha tú, y no silencies este teléfono.',
    learning: 'Aprendiendo cómo suena la habitación en calma.',
    alarm: 'Despertarme cuando un sonido cuente',
    gate: 'En silencio hasta que haya algo que oír',
    gateHint: 'Un leve susurro dice que escucha. Un sonido del bebé lo abre al momento.',
    gateState: { off: '', closed: 'En silencio. Está escuchando.', open: 'Abierto: oyes la habitación.' },
    seconds: (seconds) => `${seconds} s`,
    minutes: (minutes) => `${minutes} min`,
  },

  movement: {
    title: 'Movimiento',
    sentence: (name) => `${name}: algo se mueve en la imagen.`,
    level: 'Movimiento en la imagen',
    words: { still: 'En calma', little: 'Un poco de movimiento', much: 'Mucho movimiento' },
    unmeasured: 'No se mira: la Estación del bebé no tiene imagen, o su página no está delante.',
    alarm: 'Despertarme cuando algo se mueva un rato',
    region: 'Dónde buscar movimiento',
    regionWords: (left, top, width, height) =>
      `${width} por ${height} por ciento de la imagen, ${left} por ciento desde la izquierda, ${top} por ciento desde arriba`,
    draw: 'Elegir dónde mirar',
    done: 'Listo',
    everywhere: 'Mirar en todas partes',
    regionHint: 'Dibuja sobre la imagen. Con teclas: las flechas la mueven, Mayús y flechas cambian su tamaño.',
  },
  timeline: {
    title: 'Historial',
    loading: 'Consultando la noche.',
    failed: 'El historial no se puede leer en este teléfono. Todo lo demás sigue.',
    states: {
      elsewhere: 'Otra pestaña de este navegador vigila al mismo bebé y lleva el historial.',
      unavailable:
        'Este navegador no guarda nada: una ventana privada, o el almacenamiento está bloqueado. No hay historial; todo lo demás sigue.',
      full: 'A este teléfono no le queda espacio, así que no se lleva el historial. Todo lo demás sigue.',
    },
    night: 'Noche',
    nightOf: (date) => `La noche del ${date}`,
    empty: 'Nada aún.',
    legend:
      'De abajo arriba: blanco es grabado, verde es conectado, rojo es un problema, lavanda es movimiento. Gris es el volumen de cada minuto, ámbar un sonido que contó, una línea roja una alarma.',
    list: 'Como lista',
    save: 'Guardar como tabla',
    deleteNight: 'Borrar esta noche',
    deleteAll: 'Borrar todas las noches',
    deleteNightQuestion: (date) => `¿Borrar de este teléfono la noche del ${date}? No se puede recuperar.`,
    deleteAllQuestion: '¿Borrar de este teléfono el historial de todas las noches? No se puede recuperar.',
    deleteYes: 'Borrar',
    deleteNo: 'Conservar',
    promise: 'Se guarda solo en este teléfono, durante 7 días.',
    summary: (name, from, to, counts) =>
      `${name}, de ${from} a ${to}. Sonidos que contaron: ${counts.noise}. Movimientos: ${counts.movement}. Alarmas: ${counts.alarm}. Problemas: ${counts.fault}. Grabaciones: ${counts.recording}.`,
    fromTo: (from, to) => `de ${from} a ${to}`,
    event: (when, name, what) => `${when}, ${name}: ${what}`,
    alarm: (when, name, what, acknowledged) =>
      `${when}, ${name}: alarma. ${what} ${acknowledged ? 'Alguien estaba en pie.' : 'Nadie dijo estar en pie.'}`,
    battery: (level) => `batería ${level}`,
    kinds: { noise: 'un sonido que contó', movement: 'movimiento', live: 'conectado', recording: 'grabado' },
    alarms: { noise: 'Un sonido que contó.', movement: 'Algo se movió en la imagen.' },
    otherFault: 'Algo iba mal.',
  },
}
