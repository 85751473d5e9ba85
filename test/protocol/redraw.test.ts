/** What is drawn into an open text depends on other files too: the client is asked to draw it anew when those change, and only then. */
import { expect, it } from 'vitest';
import { Client } from './client.ts';

const organisation = 'company acme "Acme" { lead ada }\nperson ada "Ada" in acme\n';
const goals = `okrs for acme in 2026-Q3 {
    objective joy "Buyers come back gladly" {
        kr "Second orders" from 18% to 35%
        kr "Returned goods" from 9% to 4%
    }
}
`;
const capabilities = {
  workspace: {
    workspaceFolders: true,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
};
const refreshes = (client: Client) => client.notifications.filter((method) => method.endsWith('/refresh'));

it('asks for lenses, hints and colours when all files are read, and when another file changes', async () => {
  const files = { 'org.okr': organisation, 'goals.okr': goals };
  const client = await Client.start({ files, capabilities });
  await client.open('goals.okr', goals);
  await client.until('the first drawing', () => refreshes(client).length === 3);
  expect(refreshes(client).sort()).toEqual([
    'workspace/codeLens/refresh',
    'workspace/inlayHint/refresh',
    'workspace/semanticTokens/refresh',
  ]);

  // The client draws the text that it edits by itself.
  await client.edit('goals.okr', goals.replace('from 9% ', ''));
  await client.edit('goals.okr', goals);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(refreshes(client)).toHaveLength(3);

  await client.write('org.okr', organisation.replaceAll('ada', 'eva'));
  await client.until('the second drawing', () => refreshes(client).length === 6);
  await client.stop();
});

it('asks nothing of a client that cannot', async () => {
  const client = await Client.start({ files: { 'org.okr': organisation, 'goals.okr': goals } });
  await client.open('goals.okr', goals);
  await client.until('the end of the reading', ({ notifications }) => notifications.includes('okr/treeChanged'));
  expect(refreshes(client)).toEqual([]);
  await client.stop();
});
