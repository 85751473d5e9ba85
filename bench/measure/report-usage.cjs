/** Loaded into a measured process before its own program: at its end it tells, on file descriptor 3, what it has used. */
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1_000, peak: maxRSS * 1_024 }));
});
