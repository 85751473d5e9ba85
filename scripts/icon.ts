/** Draws the extension's PNG icon from its SVG: the marketplace and the extension list take no SVG. Run after a change of the drawing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.ts';
import { root } from './root.ts';

const icons = join(root, 'packages', 'extension', 'icons');
const size = 128;

const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: size, height: size } });
await page.setContent(
  `<style>body{margin:0}svg{display:block;width:${size}px}</style>${readFileSync(join(icons, 'okr.svg'), 'utf8')}`,
);
await page.screenshot({ path: join(icons, 'okr.png'), omitBackground: true });
await browser.close();
