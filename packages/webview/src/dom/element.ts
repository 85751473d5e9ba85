/**
 * The few ways in which the view touches the page. Text goes in as text, never as markup, and what already stands is not written
 * again: an update of thousands of rows then costs only what changed, and never takes the focus away.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className = '',
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** Null takes the attribute away. */
export function setAttribute(target: Element, name: string, value: string | number | boolean | null): void {
  if (value === null) {
    if (target.hasAttribute(name)) target.removeAttribute(name);
    return;
  }
  const text = String(value);
  if (target.getAttribute(name) !== text) target.setAttribute(name, text);
}

/** Sets a style or a CSS variable through the object model: a content policy without inline styles allows that. */
export function setStyle(target: HTMLElement, name: string, value: string | number): void {
  const text = String(value);
  if (target.style.getPropertyValue(name) !== text) target.style.setProperty(name, text);
}

export function setShown(target: HTMLElement, shown: boolean): void {
  if (target.hidden === shown) target.hidden = !shown;
}

/** Makes exactly these the children, in this order, moving none that stand right already (moving one would take its focus). */
export function setChildren(parent: Element, wanted: readonly Element[]): void {
  const keep = new Set(wanted);
  for (const child of [...parent.children]) if (!keep.has(child)) child.remove();
  let next = parent.firstElementChild;
  for (const child of wanted) {
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
}
