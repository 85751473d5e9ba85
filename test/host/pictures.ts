import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../scripts/root.ts';

/** Keeps what is in sight for README and docs; only when `npm run pictures` asks for it. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env['OKR_PICTURES']) return;
  const folder = join(root, 'docs', 'images');
  mkdirSync(folder, { recursive: true });
  // Blinking and fading would make two pictures of the same thing differ.
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'initial' });
}
