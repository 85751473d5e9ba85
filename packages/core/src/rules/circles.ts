/**
 * The groups of nodes that lead back to themselves, by Tarjan's method for strongly connected components, without recursion:
 * a chain of ten thousand goals must not exhaust the stack. A node that leads straight to itself is a circle of one.
 */
export function circlesOf<T>(nodes: readonly T[], next: (node: T) => readonly T[]): readonly (readonly T[])[] {
  const order = new Map<T, number>();
  const lowest = new Map<T, number>();
  const open: T[] = [];
  const isOpen = new Set<T>();
  const circles: T[][] = [];

  const enter = (node: T) => {
    order.set(node, order.size);
    lowest.set(node, order.get(node) as number);
    open.push(node);
    isOpen.add(node);
    return { node, next: next(node), at: 0 };
  };
  const lower = (node: T, value: number) => lowest.set(node, Math.min(lowest.get(node) as number, value));

  for (const start of nodes) {
    if (order.has(start)) continue;
    const path = [enter(start)];
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const follower = step.next[step.at++];
      if (follower !== undefined) {
        if (!order.has(follower)) path.push(enter(follower));
        else if (isOpen.has(follower)) lower(step.node, order.get(follower) as number);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before) lower(before.node, lowest.get(step.node) as number);
      if (lowest.get(step.node) === order.get(step.node)) {
        const members = open.splice(open.lastIndexOf(step.node));
        for (const member of members) isOpen.delete(member);
        if (members.length > 1 || step.next.includes(step.node)) circles.push(members);
      }
    }
  }
  return circles;
}
