// What an iPhone says about the profile that holds the root.

import type { Language } from '../../public/shared/languages.ts'

export const profileText: Readonly<Record<Language, string>> = {
  en: 'Lets this device trust the BeddyBytes box in your home. It counts for names and addresses inside a home only.',
  de: 'Damit vertraut dieses Gerät der BeddyBytes-Box bei dir zu Hause. Es gilt nur für Namen und Adressen innerhalb eines Zuhauses.',
  fr: 'Permet à cet appareil de faire confiance au boîtier BeddyBytes de ta maison. Il ne vaut que pour les noms et adresses à l’intérieur d’une maison.',
  es: 'Permite que este dispositivo confíe en la caja BeddyBytes de tu casa. Solo vale para nombres y direcciones dentro de una casa.',
}
