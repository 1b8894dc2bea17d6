// en-help.ts in Spanish.

import type { helpText as English } from '../en-help.ts'
import type { Words } from '../words.ts'

export const helpText: Words<typeof English> = {
  title: 'Manual',
  name: 'BeddyBytes',
  home: 'Inicio',
  contents: 'Qué contiene',
  lead: 'Dos teléfonos y una caja en tu casa: un teléfono junto a la cuna, otro contigo. Esta página se queda en un teléfono que confía en la caja, así que también se puede leer sin la caja.',

  sections: {
    'first-evening': {
      title: 'La primera noche',
      picture: 'La primera pantalla, que pregunta qué teléfono es este, con una tarjeta para cada estación.',
      what: 'Hazlo de día, con los dos teléfonos en la mano.',
      steps: [
        'Abre la dirección de la caja en los dos teléfonos. La caja la muestra al arrancar, con un código para la cámara: http://beddybytes.local, o la de cuatro números.',
        'Haz que cada teléfono confíe en la caja. La página dice cómo, para ese teléfono, y se pone verde sola. Son dos minutos, una sola vez.',
        'Crea una cuenta en el primer teléfono. Abre en él «Añadir un teléfono» y escanea su código con el otro: no se escribe ninguna contraseña, y desde entonces los dos pueden demostrarse quiénes son.',
        'Pon el teléfono junto a la cuna a cargar, con el cable fuera del alcance y la cámara hacia el bebé. Toca «Estación del bebé», ponle un nombre, toca «Empezar», y permite el micrófono y la cámara.',
        'En tu propio teléfono toca «Estación de los padres». La imagen llega sola. Si un botón te pide que escuches, tócalo una vez: los navegadores no suenan antes de un toque.',
        'Toca «¿Todo listo para la noche?» y da una palmada junto a la cuna. Hace sonar la alarma bajito y repasa los dos teléfonos. Lo que no está bien dice qué hacer.',
      ],
      notes: [
        'Otros padres hacen lo mismo con sus teléfonos; una abuela recibe con «Invitar a alguien» un enlace que termina solo.',
        'Si un teléfono no encuentra la caja, puede que estén en redes distintas. Una wifi de invitados y las VPN separan los teléfonos. «¿Por qué mi teléfono no la encuentra?», en la página de inicio de sesión, busca la causa.',
      ],
    },
    iphone: {
      title: 'iPhone y iPad',
      picture: 'La página que ayuda a un iPhone a confiar en la caja, con sus pasos y pequeños dibujos de los ajustes.',
      what: 'Usa Safari, y deja la página delante.',
      steps: [
        'Confianza: obtén el perfil en Safari, instálalo en Ajustes, «Perfil descargado», y luego actívalo en General, Información, «Ajustes de confianza de los certificados». Sin el último paso no se confía en nada.',
        'En la pantalla de inicio: toca «Compartir» y luego «Añadir a pantalla de inicio». En los iPhone solo hay notificaciones para una aplicación que se abre desde ahí.',
        'Antes de la noche: modo silencio quitado, volumen alto, cargador puesto, y la estación delante.',
      ],
      notes: [
        'Un iPhone detiene una página cuando se bloquea su pantalla o pasa delante otra aplicación, al momento o algo después. Entonces la Estación del bebé no ve ni oye nada, y la Estación de los padres de otro teléfono lo dice y suena. Una Estación de los padres detenida no puede sonar.',
        'Las dos estaciones mantienen solas la pantalla encendida. Para una aplicación en la pantalla de inicio, iOS puede hacerlo desde la 18.4; antes, abre la estación en Safari, o pon el bloqueo automático en «Nunca».',
        'Una llamada se lleva el micrófono mientras dura. «Concentración» o «No molestar» evita las llamadas.',
        'Los iPhone no dejan vibrar a las páginas.',
      ],
    },
    android: {
      title: 'Android',
      picture: 'La comprobación «¿Todo listo para la noche?» con una línea para cada cosa que ha mirado.',
      what: 'Usa Chrome u otro navegador parecido.',
      steps: [
        'Confianza: obtén el certificado, busca «Certificado de CA» en los ajustes e instálalo desde tus descargas. Firefox necesita un ajuste más; la página dice cuál.',
        'Instalar: toca «Instalar la aplicación» en la página de inicio, o «Añadir a pantalla de inicio» en el menú del navegador. Una pulsación larga en el icono lleva después directamente a una de las estaciones.',
        'Notificaciones: permítelas en «¿Todo listo para la noche?». Así una alarma aparece también en la pantalla bloqueada. Solo funciona en un teléfono que confía en la caja.',
      ],
      notes: [
        'La Estación de los padres sigue sonando con la pantalla apagada u otra aplicación delante. Aun así, algunos fabricantes detienen lo que trabaja en segundo plano: en los ajustes, pon el uso de batería de tu navegador en «Sin restricciones», y pruébalo una vez.',
        'La Estación del bebé necesita su página delante: una cámara se detiene cuando otra aplicación se pone encima.',
        'Los nombres que acaban en .local funcionan desde Android 12, pero no con todos los DNS privados o bloqueadores de anuncios. La dirección de cuatro números funciona siempre.',
      ],
    },
    'screen-and-battery': {
      title: 'Pantalla y batería',
      picture: 'Una Estación del bebé en marcha, con su imagen, su nombre y el botón «Parar».',
      what: 'Una cámara que funciona toda la noche necesita un cargador. Todo lo demás aquí se lo hace más fácil.',
      steps: [
        'Enchufa los dos teléfonos. Ponlos donde les llegue el aire: no debajo de una almohada, no sobre el colchón.',
        '«Oscurecer» en la Estación del bebé pone la pantalla negra, con un reloj que se mueve para que nada se quede marcado. La cámara sigue, y un toque devuelve la pantalla.',
        'Si el teléfono del bebé se calienta, elige una calidad de imagen más baja, o «Sin cámara»: el sonido solo necesita una fracción.',
      ],
      notes: [
        'Ninguna de las páginas deja que se apague la pantalla, donde el teléfono lo permite. Si dice que puede apagarse, desactívalo en los ajustes del propio teléfono.',
        'Se vigilan las dos baterías donde el navegador lo dice: un aviso al 20 %, una alarma al 10 %. Los iPhone y Firefox no lo dicen.',
      ],
    },
    'night-sound': {
      title: 'El sonido de noche',
      picture:
        'Los sonidos en la Estación de los padres: los últimos cinco minutos como curva, y la línea desde la que un sonido cuenta.',
      what: 'Suenan dos cosas: el bebé y la alarma.',
      steps: [
        'Pon el volumen del teléfono de modo que la alarma te despierte; «¿Todo listo para la noche?» la hace sonar antes bajito. Lo fuerte que suena el bebé lo ajustas en la página.',
        'En «Sonidos que cuentan», arrastra la línea hasta donde un sonido deba contar. Un grito cuenta a los dos segundos, un lloriqueo al medio minuto, una puerta nunca.',
        '«En silencio hasta que haya algo que oír» pone un leve susurro en lugar de la habitación vacía, y se abre con los sonidos. Cuando no llega nada nuevo también se abre.',
      ],
      notes: [
        'La alarma suena cuando algo va mal con la conexión, el sonido o la imagen durante cinco segundos y no se arregla solo. Empieza suave, crece, y sigue hasta que alguien toca «Ya estoy en pie». Una pausa dura dos minutos como mucho.',
        'Un aparato de ruido, o el ruido y las nanas de la propia Estación del bebé, se aprenden como silencio en un minuto más o menos, así que ni dan la alarma ni tapan al bebé.',
        'Lo que dices con «Hablar» se oye en la cuna mientras lo mantienes pulsado, y mientras tanto el sonido del bebé baja para que nada pite.',
      ],
    },
    private: {
      title: 'Qué es privado, y por qué',
      picture: 'La línea «Verificado» en una Estación de los padres, con lo que significa.',
      what: 'El sonido y la imagen van de teléfono a teléfono, cifrados, y nunca salen de tu casa. No hay ninguna nube.',
      steps: [
        'La caja solo presenta a los teléfonos entre sí. No recibe sonido, ni imagen, ni grabaciones, y no envía nada fuera.',
        'Guarda nombres, contraseñas que no se pueden volver a leer, inicios de sesión y sesiones en marcha. Al eliminar la cuenta se elimina todo eso.',
        'Las grabaciones, las fotos y el historial se quedan en el teléfono que los hizo.',
      ],
      notes: [
        '«Verificado» significa: los dos teléfonos han demostrado quiénes son con un secreto que la caja no conoce, así que no podría escuchar ni aunque quisiera. «Sin verificar» también funciona; para cambiarlo, escanea el código de «Añadir un teléfono» con el otro teléfono.',
        'Un micrófono o una cámara solo los enciende una persona que toca «Empezar» en ese teléfono. Nadie puede hacerlo desde otro sitio.',
        'Un invitado ve y oye esa única estación hasta la hora que tú pones, y nada más. En «Cuenta» puedes quitar cualquier teléfono; su imagen termina al momento.',
        'Quien controla la caja, tu wifi o uno de los teléfonos está dentro de tu casa, y esto no puede dejarlo fuera: las propias páginas vienen de la caja.',
      ],
    },
    'no-promise': {
      title: 'Lo que no se puede prometer',
      picture: 'La alarma: una página roja que dice qué va mal, desde cuándo, y qué hacer.',
      what: 'Esto no es un producto sanitario, y no sustituye cuidar de tu bebé.',
      steps: [
        'Un teléfono apagado, sin batería, que ha fallado o al que su sistema ha detenido no puede dar la alarma. Ten el tuyo cargado, con la página delante y el volumen alto.',
        'Sin wifi no hay sonido ni imagen. La alarma suena entonces en tu teléfono en unos diez segundos, y sigue hasta que tocas «Ya estoy en pie».',
        'Los teléfonos son distintos, y las actualizaciones los cambian. Prueba una noche entera con los tuyos antes de fiarte.',
      ],
      notes: [
        '«En directo» solo se dice mientras está demostrado: llegan imágenes, llega sonido, y el teléfono del bebé ha respondido hace un momento. Cuando no es así, la página lo dice en unos segundos.',
        'Si un bebé respira, esto no puede verlo ni oírlo.',
        'Se ha probado con Chromium y Firefox en ordenadores, no con todos los teléfonos. Lo que aquí se dice de los iPhone se conoce por los documentos de Apple y por lo que cuentan otros.',
      ],
    },
  },
}
