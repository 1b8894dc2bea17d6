// en-welcome.ts in Spanish. Names of switches and menus are those that the systems themselves use in Spanish.

import type { welcomeText as English } from '../en-welcome.ts'
import type { Words } from '../words.ts'

export const welcomeText: Words<typeof English> = {
  language: 'es',
  title: 'Te damos la bienvenida a BeddyBytes',
  what: 'Un vigilabebés hecho con dos teléfonos y la caja de tu casa. El sonido y la imagen van directamente de teléfono a teléfono y nunca salen de esta casa.',
  why: 'Antes del primer uso, haz que este teléfono conozca la caja: así puede estar seguro de que de verdad habla con ella. Son dos minutos, una vez por cada teléfono.',
  own: 'El dueño de esta caja le ha dado un certificado. No hay nada que instalar.',

  check: {
    title: 'Este teléfono y la caja',
    waiting: 'Esperando a que este teléfono confíe en la caja. Esto cambia solo.',
    good: 'Este teléfono confía en la caja',
    bad: 'Aún no funciona todo. La página se abrió a pesar de un aviso, o falta el último paso. Sigue los pasos de abajo; esto cambia solo.',
    page: 'Las páginas se abren de forma segura',
    socket: 'La conexión en directo se abre',
    worker: 'La parte que trabaja en segundo plano se instala',
    symbols: { waiting: 'esperando', good: 'funciona', bad: 'aún no' },
    withoutScript:
      'Con JavaScript desactivado, esta página no puede comprobarlo sola. Abre la aplicación: si no hay aviso, es que ha funcionado.',
    open: 'Abrir BeddyBytes',
  },

  steps: {
    title: 'Cómo se hace',
    fetch: 'Obtener el certificado',
    fetchProfile: 'Obtener el perfil',
    back: 'Vuelve a esta página.',
    iphone: {
      name: 'iPhone y iPad',
      steps: [
        'Abre esta página en Safari, toca «Obtener el perfil» y luego «Permitir».',
        'Abre Ajustes y toca «Perfil descargado», luego «Instalar», dos veces. Si no está ahí: General, y luego «VPN y gestión de dispositivos».',
        'En Ajustes, abre General, luego Información, y abajo del todo «Ajustes de confianza de los certificados». Activa la línea que empieza por «BeddyBytes».',
      ],
      screens: [
        ['Ajustes', '*Perfil descargado'],
        ['Ajustes de confianza…', '+BeddyBytes'],
      ],
    },
    android: {
      name: 'Android',
      steps: [
        'Toca «Obtener el certificado». Va a tus descargas.',
        'Abre Ajustes, busca «Certificado de CA» y tócalo. En la mayoría de los teléfonos está en Seguridad y privacidad, Más ajustes de seguridad, Cifrado y credenciales, Instalar un certificado.',
        'Toca «Instalar de todos modos» y elige beddybytes.crt en tus descargas. Puede que Android diga más tarde que la red podría estar supervisada: este certificado solo vale para nombres y direcciones dentro de una casa.',
      ],
      note: 'Firefox en Android necesita una cosa más: en sus ajustes, «Acerca de Firefox», toca siete veces el logotipo; vuelve atrás, abre los ajustes secretos («Secret Settings») y activa los certificados de CA de terceros («Use third party CA certificates»).',
      screens: [
        ['Instalar un certificado', '*Certificado de CA'],
        ['Tus datos…', '*Instalar de todos modos'],
      ],
    },
    windows: {
      name: 'Windows',
      steps: [
        'Haz clic en «Obtener el certificado» y abre el archivo.',
        'Haz clic en «Instalar certificado», luego en «Usuario actual».',
        'Elige «Colocar todos los certificados en el siguiente almacén», haz clic en «Examinar» y luego en «Entidades de certificación raíz de confianza». Finaliza, y responde Sí.',
        'Cierra todas las ventanas del navegador y vuelve a abrirlo.',
      ],
      screens: [['Colocar los certificados', '*Entidades raíz…']],
    },
    mac: {
      name: 'Mac',
      steps: [
        'Haz clic en «Obtener el certificado» y abre el archivo. Acceso a Llaveros lo añade.',
        'En Acceso a Llaveros, haz doble clic en la línea que empieza por «BeddyBytes» y abre «Confiar».',
        'Junto a «Al utilizar este certificado» elige «Confiar siempre». Cierra la ventana y da tu contraseña.',
      ],
      screens: [['Al utilizar este certificado', '*Confiar siempre']],
    },
    linux: {
      name: 'Linux y ChromeOS',
      steps: [
        'Haz clic en «Obtener el certificado».',
        'En Chrome o Chromium, abre chrome://certificate-manager, luego «Certificados locales», «Personalizado», «Instalados por ti», y en «Certificados de confianza» haz clic en «Importar».',
        'Elige beddybytes.crt y reinicia el navegador.',
      ],
      screens: [['Certificados de confianza', '*Importar']],
    },
    firefox: {
      name: 'Firefox en un ordenador',
      steps: [
        'Haz clic en «Obtener el certificado». Si Firefox solo lo guarda: Ajustes, «Privacidad y seguridad», «Ver certificados», «Autoridades», «Importar».',
        'Marca «Confiar en esta CA para identificar sitios web» y haz clic en Aceptar.',
      ],
      screens: [['Descargando certificado', '+identificar sitios web']],
    },
  },

  fingerprint: {
    title: '¿Es de verdad esta caja?',
    name: 'El certificado se llama',
    hint: 'Su huella SHA-256. La caja muestra la misma al arrancar (docker compose logs); los iPhone la muestran en «Más detalles». Si son distintas, no lo instales.',
  },

  places: {
    title: 'Traer aquí otro teléfono',
    hint: 'Apunta con su cámara a un código, o escribe lo que hay debajo. Usa el segundo donde no se encuentre el primero.',
    byName: 'Por el nombre',
    byAddress: 'Por la dirección',
    app: 'La propia aplicación:',
  },

  without: {
    title: 'Seguir sin él',
    losses: [
      'El navegador avisa, y vuelve a avisar cada dos meses más o menos y cuando la caja recibe otra dirección.',
      'En un iPhone, la conexión en directo puede ser rechazada; entonces se toma un camino más lento.',
      'Lo que trabaja en segundo plano no funciona: no se guarda nada para empezar sin la caja, y la aplicación no se puede instalar bien.',
      'Nadie puede distinguir esta caja de otra que se haga pasar por ella.',
    ],
    go: 'Seguir sin instalar nada',
  },
}
