import { pagesAddress } from './generated/address.ts';

/** The web address of the page that explains a rule or a notice. */
export function ruleAddress(id: string): string {
  return `${pagesAddress}${encodeURIComponent(id)}.md`;
}
