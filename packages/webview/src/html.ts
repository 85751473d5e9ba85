/** The page that holds the view. Pure, so that the extension and the tests serve the same. */
export interface CascadePage {
  /** Fresh for every page: at least 128 bits from a cryptographic source, letters and digits. */
  readonly nonce: string;
  /** `webview.cspSource`, or the origin of a test server. */
  readonly cspSource: string;
  readonly scriptUri: string;
  readonly styleUri: string;
}

export function cascadeHtml(page: CascadePage): string {
  const policy = contentPolicy(page.nonce, page.cspSource);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>OKR cascade</title>
<link rel="stylesheet" href="${escaped(page.styleUri)}">
</head>
<body>
<main id="cascade"></main>
<script nonce="${escaped(page.nonce)}" src="${escaped(page.scriptUri)}"></script>
</body>
</html>
`;
}

/** Nothing may load but the one script and the one style sheet; nothing may be sent anywhere. */
export function contentPolicy(nonce: string, cspSource: string): string {
  return `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
