/** What stands in place of the tree when there is none: nothing written yet, still reading, nothing found, something wrong. */
import type { ErrorMessage, SourcePlace } from '../protocol.ts';
import { oneLine } from '../words.ts';
import { element } from './element.ts';

export function emptyNotice(createFirst: () => void): HTMLElement {
  const notice = element(
    'div',
    'notice',
    element('p', '', 'No objectives here yet. They will appear as soon as the first one is written.'),
    button('Write your first objective', createFirst),
  );
  notice.setAttribute('role', 'status');
  return notice;
}

export function nothingFoundNotice(clear: () => void): HTMLElement {
  return element('div', 'notice', element('p', '', 'No goal answers these filters.'), button('Show all goals', clear));
}

/** Of a large company the rows come from the checker. That they are awaited is spoken elsewhere. */
export function searchingNotice(): HTMLElement {
  return element('div', 'notice', element('p', '', 'Searching all goals…'));
}

/** A first tree may take a second or two: grey lines where its rows will be. */
export function loadingNotice(): HTMLElement {
  const notice = element('div', 'skeleton');
  notice.setAttribute('role', 'status');
  notice.setAttribute('aria-label', 'Reading the goals');
  for (const level of [0, 1, 2, 2, 2, 1, 2, 2]) {
    const line = element('span', `level-${level}`);
    notice.append(line);
  }
  return notice;
}

export function errorNotice(error: ErrorMessage, open: (place: SourcePlace) => void): HTMLElement {
  const notice = element('div', 'notice error', element('p', 'what', oneLine(error.what)));
  notice.setAttribute('role', 'alert');
  const { where } = error;
  if (where)
    notice.append(
      element(
        'p',
        '',
        button(oneLine(where.label), () => open(where), 'link'),
      ),
    );
  notice.append(element('p', '', oneLine(error.todo)));
  return notice;
}

function button(text: string, press: () => void, className = 'action'): HTMLButtonElement {
  const made = element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}
