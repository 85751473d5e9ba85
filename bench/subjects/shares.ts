/** What the parts of a cold `okr check` take, from a profile of it. */
import type { Notebook } from '../measure/notebook.ts';
import { sharesOf } from '../measure/profile.ts';
import { profiledCheck } from './profiled.ts';

export async function partsOfCheck(book: Notebook, size: number): Promise<void> {
  const shares = sharesOf(await profiledCheck(size));
  for (const [part, share] of shares) book.note(`shares/${size}/${part}`, share);
  const kept = (['engine', 'slices', 'store'] as const).reduce((sum, part) => sum + (shares.get(part) ?? 0), 0);
  book.note(`shares/${size}/keeping`, kept);
}
