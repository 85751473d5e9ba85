/** Signs that stand before or after a figure, the longest first where one begins another. */
export const currencySigns: readonly (readonly [sign: string, code: string])[] = [
  ['US$', 'USD'],
  ['CA$', 'CAD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['R$', 'BRL'],
  ['A$', 'AUD'],
  ['C$', 'CAD'],
  ['S$', 'SGD'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₦', 'NGN'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₪', 'ILS'],
  ['₱', 'PHP'],
];

/** ISO 4217 codes of currencies in wide use, without PHP, which is a programming language far more often. Only capitals count. */
export const currencyCodes: ReadonlySet<string> = new Set(
  (
    'USD EUR GBP JPY CHF CNY RMB INR AUD CAD NZD SEK NOK DKK ISK PLN CZK HUF RON BGN HRK RSD UAH RUB TRY ILS AED SAR QAR ' +
    'KWD EGP ZAR NGN KES GHS MAD TND BRL MXN ARS CLP COP PEN UYU KRW TWD HKD SGD MYR THB IDR VND PKR BDT LKR KZT GEL'
  ).split(' '),
);

/** English names of currencies, in both numbers. */
export const currencyWords: ReadonlyMap<string, string> = new Map([
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['pounds', 'GBP'],
  ['sterling', 'GBP'],
  ['yen', 'JPY'],
  ['francs', 'CHF'],
  ['yuan', 'CNY'],
  ['rupees', 'INR'],
]);
