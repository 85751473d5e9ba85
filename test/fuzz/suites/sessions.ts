/** The running server after anything that may happen in an editor and on the disk, against one that starts afresh, and against `okr check`. */
import { deepStrictEqual } from 'node:assert/strict';
import type { Day } from '@okr-language/core';
import fc from 'fast-check';
import { cases } from '../../../packages/language/src/slices/testing/cases.ts';
import { nodeDisk } from '../../../packages/server/src/nodeDisk.ts';
import type { Suite } from '../suite.ts';
import { checked, checkedInMemory } from '../worlds/checking.ts';
import { Conversation } from '../worlds/conversation.ts';
import { type Folder, MemoryFolder, RealFolder } from '../worlds/folder.ts';
import { MemoryDisk } from '../worlds/memoryDisk.ts';
import { DirectServing, filtered, type Serving } from '../worlds/serving.ts';
import { reported, shown } from '../worlds/shown.ts';
import { anyStep, paths } from '../worlds/steps.ts';
import { World } from '../worlds/world.ts';

/** Each step, and whether the next one comes before the server has done with it. */
const sequence = (most: number) =>
  fc.tuple(
    cases.filter(({ texts }) => texts.length <= paths.length),
    fc.array(fc.tuple(anyStep, fc.boolean()), { minLength: 1, maxLength: most, size: 'max' }),
  );

type Sequence = ReturnType<typeof sequence> extends fc.Arbitrary<infer T> ? T : never;

async function live<S extends Serving, F extends Folder>(
  world: World<S, F>,
  steps: Sequence[1],
  compare: () => Promise<void>,
): Promise<void> {
  await world.begin();
  for (const [step, isHasty] of steps) {
    await world.take(step, isHasty);
    if (step.do === 'compare') await compare();
  }
  await compare();
}

/** Lives through a sequence in memory. `alike` compares more than what is shown; `count` is told the number of steps. */
async function liveInMemory<S extends Serving>(
  [{ texts, today }, steps]: Sequence,
  start: (disk: MemoryDisk, day: Day) => S,
  alike: (world: World<S, MemoryFolder>, fresh: DirectServing) => Promise<void>,
  count: (steps: number) => void,
): Promise<void> {
  const folder = new MemoryFolder();
  const disk = new MemoryDisk(folder);
  const world = new World({
    folder,
    texts,
    today,
    start: (day) => start(disk, day),
    hold: () => disk.hold(),
    release: () => disk.release(),
  });
  const compare = async () => {
    await world.settle();
    const fresh = await world.catchUp(new DirectServing({ disk, today: world.today }));
    deepStrictEqual(shown(world.serving.told, folder.root), shown(fresh.told, folder.root));
    await alike(world, fresh);
    fresh.end();
  };
  try {
    await live(world, steps, compare);
    const left = shown(await world.leave(), folder.root);
    deepStrictEqual(left, shown(await checkedInMemory(folder, world.today), folder.root));
  } finally {
    count(world.taken);
    world.end();
  }
}

let stepsInMemory = 0;

export const sessions: Suite = {
  name: 'sessions',
  holds:
    'whatever happens in editor and folder, the server shows what a fresh one shows, and what a check of the whole says',
  shortRuns: 1_000,
  property: () =>
    fc.asyncProperty(sequence(60), (lived) =>
      liveInMemory(
        lived,
        (disk, today) => new DirectServing({ disk, today }),
        async (world, fresh) => {
          const at = world.uri(paths[0]);
          deepStrictEqual(await world.serving.tree(at, filtered), await fresh.tree(at, filtered));
        },
        (taken) => {
          stepsInMemory += taken;
        },
      ),
    ),
  steps: () => stepsInMemory,
};

let stepsOverProtocol = 0;

export const conversations: Suite = {
  name: 'conversations',
  holds:
    'the same over the protocol, where questions are taken back while they are answered, and every one has its answer',
  shortRuns: 40,
  property: () =>
    fc.asyncProperty(sequence(60), ([begin, steps]) =>
      liveInMemory(
        // A conversation has no way to say that another day has begun.
        [begin, steps.filter(([step]) => step.do !== 'day')],
        (disk, today) => new Conversation({ disk, today }),
        async () => {},
        (taken) => {
          stepsOverProtocol += taken;
        },
      ),
    ),
  steps: () => stepsOverProtocol,
};

let stepsOnDisk = 0;

export const disk: Suite = {
  name: 'disk',
  holds: 'the same on a real disk, in the end with the command itself',
  shortRuns: 60,
  property: () =>
    fc.asyncProperty(sequence(24), async ([{ texts, today }, steps]) => {
      const folder = new RealFolder();
      const start = (day: number) => new DirectServing({ disk: nodeDisk(() => {}), today: day });
      const world = new World({ folder, texts, today, start, hold() {}, release() {} });
      const compare = async () => {
        await world.settle();
        const fresh = await world.catchUp(start(world.today));
        deepStrictEqual(shown(world.serving.told, folder.root), shown(fresh.told, folder.root));
        fresh.end();
      };
      try {
        await live(world, steps, compare);
        deepStrictEqual(shown(await world.leave(), folder.root), reported(await checked(folder, world.today)));
      } finally {
        stepsOnDisk += world.taken;
        world.end();
      }
    }),
  steps: () => stepsOnDisk,
};
