/** The few marks of the view, drawn as shapes so that they sit alike in every font. All are decoration: the words stand elsewhere. */
import type { HealthState } from '@okr-language/core';

const svgNamespace = 'http://www.w3.org/2000/svg';

export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
  ...children: SVGElement[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 1.5,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
};

const healthShapes: Readonly<Record<HealthState, () => SVGElement>> = {
  onTrack: () => svg('circle', { cx: 6, cy: 6, r: 4.4, fill: 'currentColor' }),
  atRisk: () => svg('path', { d: 'M6 1.4 11.2 10.4H.8Z', fill: 'currentColor' }),
  offTrack: () => svg('rect', { x: 1.8, y: 1.8, width: 8.4, height: 8.4, fill: 'currentColor' }),
  noNews: () => svg('circle', { cx: 6, cy: 6, r: 3.8, ...stroke }),
  done: () => svg('path', { d: 'M1.6 6.4 4.7 9.4 10.4 2.8', ...stroke, 'stroke-width': 1.9 }),
};

/** Circle, triangle, square, ring or tick: told apart without colour. */
export function healthIcon(health: HealthState): SVGSVGElement {
  return icon(`icon health-${health}`, healthShapes[health]());
}

export function twistieIcon(): SVGSVGElement {
  return icon('icon', svg('path', { d: 'M4 2.5 8 6 4 9.5', ...stroke, 'stroke-width': 1.3 }));
}

export function warningIcon(): SVGSVGElement {
  return icon('icon', svg('path', { d: 'M6 1.6 11 10.4H1ZM6 4.8V7.2M6 8.8V8.9', ...stroke, 'stroke-width': 1.2 }));
}

/** For what is no warning. */
export function hintIcon(): SVGSVGElement {
  return icon(
    'icon',
    svg('path', { d: 'M6 1.2a4.8 4.8 0 1 0 .01 0ZM6 5.6V8.4M6 3.6V3.7', ...stroke, 'stroke-width': 1.2 }),
  );
}

export function filterIcon(): SVGSVGElement {
  return icon('icon', svg('path', { d: 'M1.5 2.5H10.5M3 6H9M4.5 9.5H7.5', ...stroke, 'stroke-width': 1.3 }));
}

export function clearIcon(): SVGSVGElement {
  return icon('icon', svg('path', { d: 'M3 3 9 9M9 3 3 9', ...stroke, 'stroke-width': 1.3 }));
}

function icon(className: string, shape: SVGElement): SVGSVGElement {
  return svg('svg', { class: className, viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': 'true' }, shape);
}
