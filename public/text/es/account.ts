// en-account.ts in Spanish.

import type { accountText as English } from '../en-account.ts'
import type { Words } from '../words.ts'

export const accountText: Words<typeof English> = {
  changing: 'Cambiando la contraseña.',
  deleting: 'Eliminando la cuenta.',
  firstTitle: 'Te damos la bienvenida',
  firstHint:
    'Esta caja aún no tiene ninguna cuenta. Elige un nombre de usuario y una contraseña: serán la primera cuenta de esta caja.',
  loggedOut: 'Se ha cerrado tu sesión. Inicia sesión para seguir.',
  username: 'Nombre de usuario',
  password: 'Contraseña',
  passwordHint: 'De 10 a 128 caracteres.',
  newAccountPasswordHint: 'Una cuenta nueva necesita una contraseña de 10 a 128 caracteres.',
  showCharacters: 'Mostrar los caracteres',
  logIn: 'Iniciar sesión',
  createAccount: 'Crear una cuenta',
  checking: 'Consultando a la caja.',
  errors: {
    usernameMissing: 'Escribe tu nombre de usuario.',
    passwordMissing: 'Escribe tu contraseña.',
    passwordLength: 'La contraseña necesita de 10 a 128 caracteres. Cuatro palabras seguidas son fáciles de recordar.',
    usernameLength: 'El nombre de usuario necesita de 1 a 60 letras, cifras u otros caracteres sencillos.',
    nameTaken: 'Ese nombre de usuario ya existe en esta caja. Elige otro, o inicia sesión con él.',
    registrationClosed: 'Esta caja no admite cuentas nuevas. La persona que la lleva puede permitirlas.',
    wrongCredentials: 'El nombre de usuario o la contraseña no es correcto. Revisa los dos y vuelve a intentarlo.',
    wrongPassword: 'La contraseña actual no es correcta. No se ha cambiado nada.',
    wrongDeletePassword: 'La contraseña no es correcta. No se ha eliminado nada.',
  },
  devicesTitle: 'Dispositivos',
  devicesLoading: 'Pidiendo la lista a la caja.',
  thisDevice: 'Este',
  lastUsed: (when) => `Último uso: ${when}`,
  remove: 'Quitar',
  removed: (name) => `Se ha cerrado la sesión de ${name}.`,
  devicesHint:
    'Dónde está iniciada la sesión de esta cuenta. Si quitas un dispositivo, su sesión se cierra al momento, y termina la transmisión que salga de él o llegue a él.',
  passwordTitle: 'Cambiar la contraseña',
  currentPassword: 'Contraseña actual',
  newPassword: 'Contraseña nueva',
  changePassword: 'Cambiar la contraseña',
  passwordLogsOut:
    'Se cerrará la sesión de todos tus demás teléfonos, también la de uno que esté en marcha como Estación del bebé. Después inicia sesión allí de nuevo.',
  passwordChanged: 'La contraseña se ha cambiado. Se ha cerrado la sesión de tus demás teléfonos.',
  licenceLink: 'Licencia',
  deleteTitle: 'Eliminar la cuenta',
  deleteIntro: 'Borra todo lo que la caja sabe de ti.',
  deleteOpen: 'Eliminar la cuenta',
  deleteQuestion: (username) => `¿Eliminar ${username}?`,
  deleteLost: [
    'Se eliminan el nombre de usuario y la contraseña.',
    'Se cierra la sesión de todos tus teléfonos.',
    'Las Estaciones del bebé en marcha terminan, y los padres dejan de verlas y oírlas.',
  ],
  deleteKept: 'Las grabaciones en las descargas de tus teléfonos se quedan ahí. Esto no se puede deshacer.',
  deletePassword: 'Tu contraseña',
  deleteConfirm: 'Eliminar todo',
  deleteCancel: 'Conservar la cuenta',
}
