export { ALL_CYCLES, chosenCycle, offeredCycles, shownCycles } from '@okr-language/core';
