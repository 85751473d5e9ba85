const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** English words that hardly any sentence does without, and that no neighbour shares. */
export const englishWords = words(`
  the of and to for with by from at is are be our we their on this that than per all every each under over within until before
  after via into up down out off not more less least most new improve increase reduce raise grow build launch cut hit reach achieve make
  keep lower boost lift get drive deliver create become win earn
  customer customers user users team teams sales rate score time days weeks month months quarter year average number percent
`);

/** Function words and common OKR verbs of German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Polish, Czech, Turkish. */
export const otherLanguageWords = words(`
  jeder jede jedes sich uns nach bei als wie kein keine damit dass seit gegen zwischen la de en
  der das dem den des und oder nicht ist sind wird werden von vom zum zur auf aus bei mit für über unter durch ohne pro bis im ein
  eine einen einem einer unser unsere unserer alle mehr weniger mindestens höchstens neue neuen steigern erhöhen senken verbessern
  verringern reduzieren gewinnen einführen aufbauen verdoppeln kunden mitarbeiter umsatz jahr monat woche tage ende
  le les un une et ou est sont dans sur sous avec pour par aux du au notre nos leur plus moins nouveaux nouvelles augmenter réduire
  améliorer atteindre lancer obtenir passer chaque d'ici clients chiffre jours mois
  el los las una o es son con para por sin sobre entre hasta desde del al nuestro nuestra más menos nuevos nuevas aumentar reducir
  mejorar alcanzar lograr lanzar crear conseguir clientes ventas días meses
  uma é são com sem até dos das nos nossa nosso mais menos melhorar atingir lançar dias
  il lo gli di che è sono con senza della delle degli dei nel nella più meno aumentare ridurre migliorare raggiungere clienti giorni
  het een en van voor met op naar niet zijn onze meer minder verhogen verlagen verbeteren klanten dagen maanden
  och att är på för av till från med inte vår fler färre öka minska förbättra kunder
  og er til fra ikke vores flere øge reducere forbedre
  w na od dla nie jest są zwiększyć zmniejszyć poprawić klientów
  ve ile için bir bu daha artırmak azaltmak müşteri
`);

/** Words that no English sentence holds: one of them is enough. Verbs of goals above all, since short titles have little else. */
export const neverEnglish = words(`
  wir unsere unserer kunden kundinnen mitarbeitende mitarbeiter umsatz werden bauen verbessern steigern erhöhen senken gewinnen
  begeistern einführen aufbauen ausbauen entwickeln erreichen verringern reduzieren verdoppeln stärken schaffen sichern umsetzen
  starten launchen liefern schneller besser zufrieden zufriedenheit bekanntheit
  nutzen leben ausliefern einholen wird
  gestalten optimieren durchführen abschließen erstellen verkürzen vermeiden fördern etablieren digitalisieren modernisieren vereinfachen
  beschleunigen erschließen kundenzufriedenheit mitarbeiterzufriedenheit schulen binden wachsen pünktlich wettbewerb
  optimiser garantir simplifier rendre embaucher accompagner réaliser sécuriser
  implementar optimizar desarrollar garantizar fidelizar crecer fortalecer otimizar desenvolver fortalecer
  sviluppare ottimizzare assumere rafforzare ontwikkelen invoeren aannemen utveckla udvikle
  améliorer augmenter réduire devenir fidéliser développer lancer atteindre créer renforcer diminuer ventes
  mejorar aumentar reducir alcanzar lograr lanzar crear conseguir convertirse ventas clientes preferida
  melhorar atingir lançar criar tornar receita vendas
  migliorare aumentare ridurre raggiungere diventare lanciare creare ricavi clienti
  verbeteren verhogen verlagen werven worden bouwen klanten winkel
  förbättra minska bli försäljningen kunder forbedre reducere kundetilfredshed
  zwiększyć poprawić zmniejszyć zvýšit zlepšit snížit artırmak azaltmak iyileştirmek spustit nový nová nové
  nouveau nouvelle nouveaux ouvrir réussir magasin contratar abrir nuevo nueva nuestros nossos nossas nuovo nuova aprire
  nieuwe lanceren openen lansera lancera nya öppna neue neuer neues webseite abstimmen ausbauen einhalten eröffnen
`);

/** Letters of languages whose words stay their own in English text, names aside. */
export const farLetters = /[ąćęłńśźżčďěňřšťůžğışőűăâțșđơưạ-ỹ]/;

/** Word endings that are German and not English. */
export const otherLanguageEndings = /(?:heit|keit|schaft|ungen|ieren|lich|isch|igen)$/;
/** Of these, the ones that no English word has, and German infinitives with a prefix: `ausliefern`, `durchführen`. */
export const neverEnglishEndings =
  /(?:(?<!fahren)heit|keit|schaft|ungen|.{5}ung|.{3}ieren)$|^(?:aus|ein|durch|auf|ver|zer|ent|über|zusammen)\p{Ll}{3,}(?:en|ern|eln)$/u;

/** `from A to B` in other languages, where the figures say the rest: `von 40 auf 55`, `de 40 a 55`, `从 40 提升到 55`. */
export const fromInOtherLanguages =
  /^(?:von|vom|de|du|des|da|dal|desde|van|från|fra|od|z|ze|із|от|с|από|من|از)$|[从從由]$/;
export const toInOtherLanguages =
  /^(?:auf|zu|à|a|ad|au|até|para|hasta|naar|till|til|do|na|tot|до|σε|إلى|الى|به)$|[到至]$/;
/** Said behind the figure that something starts from: `90件から30件に`, `90건에서 30건으로`, `90'dan 30'a`, `90 से 30`. */
export const fromBehindAbroad =
  /^\s?\S{0,3}?(?:から|より|에서|부터|से)|^['’](?:dan|den|tan|ten)\s|^:(?:stä|sta|ltä|lta)\s/;

/** `höchstens 3`, `unter 5 %`, `minstens 40`: limits by one word in other languages. */
export const upperBoundsAbroad = words('höchstens maximal unter maximaal hoogstens máximo massimo maksimalt högst');
export const lowerBoundsAbroad = words(
  'mindestens wenigstens über minstens minimaal mínimo minimo almeno minst mindst',
);
/** German tells the way of a change (`um 25 % senken`) by a verb at the end. */
export const fallingInGerman = /^(?:senken|reduzieren|verringern|verkürzen|mindern|vermindern|sinkt|sinken|kürzen)$/;
export const risingInGerman = /^(?:steigern|erhöhen|ausbauen|anheben|wachsen|wächst|steigt|steigen)$/;
/** `bis 31.08.2026`, `entro il 31/12/2026`: by when, before a date in figures. */
export const untilInOtherLanguages = /^(?:bis|zum|au|hasta|al|até|entro|il|tot|voor|till|inden|før|do)$/;
