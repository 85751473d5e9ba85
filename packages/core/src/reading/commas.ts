/** `1,2 Mio. €` and `10.000 €`: in most other languages comma and point change places. */
const FIGURE = /\d[\d.,]*\d/g;
const WITH_POINTS = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const WITH_COMMA = /^\d+,\d{1,2}$/;

/** A text in another language than English with its figures written the English way. All else stays, and stays where it is. */
export function withEnglishFigures(text: string): string {
  return text.replace(FIGURE, (figure) =>
    WITH_POINTS.test(figure) || WITH_COMMA.test(figure)
      ? figure.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'))
      : figure,
  );
}
