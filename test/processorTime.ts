/**
 * A test of the units may take five seconds of the processor. By the clock a busy machine would fail tests that work no more than ever, so the limit
 * of vitest only ends what waits for something that never comes. A test that names a limit of its own keeps that one.
 */
import { afterEach, beforeEach } from 'vitest';
import { patience } from './patience.ts';

const mostMs = 5_000;

let begun = process.cpuUsage();

beforeEach(() => {
  begun = process.cpuUsage();
});

afterEach(({ task }) => {
  const took = Math.round(process.cpuUsage(begun).user / 1000);
  if (task.timeout === patience && took > mostMs) {
    throw new Error(
      `This test took ${took} ms of the processor; ${mostMs} are allowed where it names no limit of its own.`,
    );
  }
});
