/** Loaded into a server: the first SIGUSR2 begins a processor profile, the second one writes it to the file that PROFILE_TO names. */
const { writeFileSync } = require('node:fs');
const { Session } = require('node:inspector');

const session = new Session();
session.connect();
session.post('Profiler.enable');
let runs = false;
process.on('SIGUSR2', () => {
  runs = !runs;
  if (runs) session.post('Profiler.start');
  else
    session.post('Profiler.stop', (_, { profile }) => writeFileSync(process.env.PROFILE_TO, JSON.stringify(profile)));
});
