import { codecVersion } from '@okr-language/language';

/** A hash over all sources that decide what is read and found, which the build writes in; empty where they may change any moment. */
declare const __FINGERPRINT__: string | undefined;

/**
 * What is kept holds only for the same product, down to grammar, rules and format, and for the same Node, whose characters and collations may
 * differ. Null where nothing may be kept: in sources that are not built.
 */
export function keepingVersion(): string | null {
  if (typeof __FINGERPRINT__ !== 'string' || __FINGERPRINT__ === '') return null;
  return `${__FINGERPRINT__} ${codecVersion} ${process.versions.node}`;
}
