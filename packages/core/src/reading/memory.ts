/**
 * Remembers the last answer: several questions are asked of the same sentence one after the other. A map of all answers would cost
 * more than it saves, since sentences come and go by the thousand.
 */
export function rememberingLast<K extends object, V>(find: (key: K) => V): (key: K) => V {
  let key: K | null = null;
  let value: V;
  return (asked) => {
    if (asked !== key) {
      value = find(asked);
      key = asked;
    }
    return value;
  };
}
