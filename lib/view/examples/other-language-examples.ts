import type { ExampleText } from "./example-text";

export const OTHER_LANGUAGE_EXAMPLES: readonly ExampleText[] = [
  {
    id: "languages-german-dinner",
    title: "Deutsch: Abendessen",
    prompt: "Was kann ich heute Abend aus Kürbis, Reis und Kichererbsen kochen? Es soll schnell gehen.",
  },
  {
    id: "languages-german-proof",
    title: "Deutsch: ein Beweis",
    prompt:
      "Beweise, dass es unter je sieben ganzen Zahlen stets zwei gibt, deren Summe oder Differenz durch 11 teilbar ist, und zeige, dass sechs Zahlen dafür nicht genügen. Wie lautet die entsprechende Aussage für eine beliebige ungerade Zahl anstelle von 11?",
  },
  {
    id: "languages-spanish-birthday",
    title: "Español: felicitación",
    prompt: "Escribe una felicitación corta y cariñosa para mi abuela, que cumple ochenta años el domingo.",
  },
  {
    id: "languages-spanish-mortgage",
    title: "Español: dos hipotecas",
    prompt:
      "Tengo que elegir entre dos hipotecas de 180.000 euros a 25 años: una fija al 3,1 % y otra mixta, con cinco años al 2,2 % y después euríbor más 0,75 %. La mixta tiene una comisión de apertura del 0,5 %. Calcula las cuotas, di a partir de qué euríbor medio sale peor la mixta y explica qué supuestos cambiarían la conclusión si pienso amortizar 20.000 euros en el sexto año.",
  },
  {
    id: "languages-japanese-polite",
    title: "日本語：丁寧な言い方",
    prompt: "「明日の会議、行けなくなった。資料だけ送って。」を、取引先に送る丁寧なメールの文に直してください。",
  },
  {
    id: "languages-arabic-inflation",
    title: "العربية: ما هو التضخم؟",
    prompt:
      "اشرح لطالب في المرحلة الثانوية ما هو التضخم، ولماذا يرفع البنك المركزي سعر الفائدة لمواجهته، مع مثال بسيط من الحياة اليومية.",
  },
];
