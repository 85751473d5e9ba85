/** Findings: where they appear, what they say, and that they stay right while files change. */
import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, DiagnosticSeverity, extensions, languages, Selection, workspace } from 'vscode';
import { file, open, replace, restoreShop, ruleOf, rulesAt, untilNoRule, untilRule, write } from './files.ts';
import { test, until } from './runner.ts';

test('an .okr file is known as such and wakes the extension', async () => {
  const editor = await open('shop/support.okr');
  assert.equal(editor.document.languageId, 'okr');
  await until('the extension is active', () => extensions.getExtension('okr-language.okr-language')?.isActive);
});

test('files that were never opened are checked from the start', async () => {
  await until('findings in faults/goals.okr', () => rulesAt('faults/goals.okr').length > 0);
  assert.equal(
    workspace.textDocuments.some((document) => document.uri.path.endsWith('/faults/goals.okr')),
    false,
  );
});

test('sound goals have no errors and no warnings', async () => {
  await until('the findings of the faulty project', () => rulesAt('faults/goals.okr').length > 0);
  for (const path of ['shop/company.okr', 'shop/support.okr']) {
    const bad = languages.getDiagnostics(file(path)).filter(({ severity }) => severity <= DiagnosticSeverity.Warning);
    assert.deepEqual(bad.map(ruleOf), []);
  }
});

test('each finding says in sentences what is wrong, marks a place and links to its page', async () => {
  const findings = languages.getDiagnostics(file('faults/goals.okr'));
  for (const finding of findings) {
    assert.match(finding.message, /^["A-Z0-9“].*\.$/s);
    assert.equal(finding.range.isEmpty, false, finding.message);
    assert.ok(
      typeof finding.code === 'object' && /^https:\/\/.+\.md$/.test(String(finding.code.target)),
      finding.message,
    );
  }
});

test('an opened file keeps the findings that it had while closed', async () => {
  const before = rulesAt('faults/goals.okr');
  await open('faults/goals.okr');
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.deepEqual(rulesAt('faults/goals.okr'), before);
});

test('an edit in one file adds a finding to another, and taking it back removes it', async () => {
  await replace('shop/company.okr', 'kr repeat ', 'kr again ');
  await untilRule('shop/support.okr', 'parent-unresolved');
  await restoreShop();
  await untilNoRule('shop/support.okr', 'parent-unresolved');
});

test('a half-typed line leaves the findings of its neighbours', async () => {
  await replace(
    'shop/support.okr',
    'kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5',
    'kr csat "Help desk rating" from\n        kr "Make people happy"',
  );
  await untilRule('shop/support.okr', 'kr-no-number');
  await restoreShop();
  await untilNoRule('shop/support.okr', 'kr-no-number');
});

test('findings on old lines can be left out, and all come back', async () => {
  const calm = workspace.getConfiguration('okr.calm');
  await open('faults/goals.okr');
  const before = rulesAt('faults/goals.okr');
  assert.ok(before.length > 0);
  await calm.update('onlyChanges', true, ConfigurationTarget.Global);
  await until('old findings are left out', () => rulesAt('faults/goals.okr').length === 0);
  await open('shop/support.okr');
  await replace('shop/support.okr', 'from 3.9 of 5 to 4.4 of 5', '');
  await untilRule('shop/support.okr', 'kr-no-number');
  await calm.update('onlyChanges', undefined, ConfigurationTarget.Global);
  await until('all findings', () => rulesAt('faults/goals.okr').length === before.length);
  await restoreShop();
  await untilNoRule('shop/support.okr', 'kr-no-number');
});

test('the line that is typed can be left alone until one rests', async () => {
  const calm = workspace.getConfiguration('okr.calm');
  await calm.update('currentLine', true, ConfigurationTarget.Global);
  const editor = await open('shop/support.okr');
  const measure = 'from 3.9 of 5 to 4.4 of 5';
  const { document } = editor;
  const start = document.positionAt(document.getText().indexOf(measure));
  editor.selection = new Selection(start, start.translate(0, measure.length));
  // What the editor reports of its selection comes later than what is set here.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await commands.executeCommand('deleteLeft');
  const typedAt = Date.now();
  await untilRule('shop/support.okr', 'kr-no-number');
  assert.ok(Date.now() - typedAt > 1500, 'the finding waits until nothing was typed for two seconds');
  await calm.update('currentLine', undefined, ConfigurationTarget.Global);
  await restoreShop();
  await untilNoRule('shop/support.okr', 'kr-no-number');
});

test('a file that appears on the disk is read, one that goes is forgotten', async () => {
  await write(
    'shop/new.okr',
    'okrs for support in 2026-Q4 {\n    objective "Answer before people ask twice" { supports acme.nowhere }\n}\n',
  );
  await untilRule('shop/new.okr', 'parent-unresolved');
  await workspace.fs.delete(file('shop/new.okr'));
  await until('its findings are gone', () => rulesAt('shop/new.okr').length === 0);
});

test('the configuration of the project decides, as soon as it is saved', async () => {
  await write('shop/okr.config.json', '{ "rules": { "too-few-krs": "error", "parent-unresolved": "off" } }\n');
  await replace('shop/company.okr', 'kr repeat ', 'kr again ');
  await untilNoRule('shop/support.okr', 'parent-unresolved');
  await write('shop/okr.config.json', '{}\n');
  await untilRule('shop/support.okr', 'parent-unresolved');
  await restoreShop();
  await untilNoRule('shop/support.okr', 'parent-unresolved');
});

test('a setting of the editor decides where no configuration does', async () => {
  const settings = workspace.getConfiguration('okr');
  await replace('shop/company.okr', 'kr repeat ', 'kr again ');
  await untilRule('shop/support.okr', 'parent-unresolved');
  await settings.update('rules.parent-unresolved', 'off', true);
  await untilNoRule('shop/support.okr', 'parent-unresolved');
  await settings.update('rules.parent-unresolved', undefined, true);
  await untilRule('shop/support.okr', 'parent-unresolved');
  await restoreShop();
  await untilNoRule('shop/support.okr', 'parent-unresolved');
});

test('the checker can be started again', async () => {
  await commands.executeCommand('okr.restartServer');
  await until('findings in faults/goals.okr', () => rulesAt('faults/goals.okr').length > 0);
});
