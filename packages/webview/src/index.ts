/** What the extension needs of the view: its messages and the page that holds it. The view itself is bundled from `main.ts`. */
export * from './html.ts';
export * from './protocol.ts';
