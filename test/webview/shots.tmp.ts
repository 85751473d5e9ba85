import { acme, acmeFindings } from './fixtures/acme.ts';
import { ViewServer } from './page.ts';

const server = await ViewServer.start();
for (const [theme, width] of [
  ['dark', 300],
  ['dark', 560],
  ['light', 300],
  ['light', 560],
  ['contrast', 300],
  ['contrast', 560],
  ['dark', 1100],
  ['light', 250],
] as const) {
  const view = await server.open({ theme, width, height: 820 });
  await view.send({
    type: 'tree',
    tree: acme(),
    findings: acmeFindings,
    root: 'file:///acme',
    projects: ['file:///acme'],
  });
  await view.page
    .locator('[role=treeitem]', { hasText: theme === 'light' ? 'Earn back customer' : 'Help desk rating' })
    .first()
    .click({ position: { x: 120, y: 13 } });
  await view.page.waitForTimeout(250);
  await view.page.screenshot({ path: `/tmp/cascade-${theme}-${width}.png` });
  console.log(theme, width, view.errors, await view.violations());
}
await server.stop();
