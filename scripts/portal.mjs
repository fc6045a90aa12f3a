import { StepFailed } from './steps.mjs';

/** Address of the first example's portal, as soon as a server that was started with piped output says where it listens; throws `StepFailed` with what it said when it ends before. */
export function portalOf(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const address = /(http:\/\/localhost:\d+\/t\/qiaocheng\/)\n/.exec(said)?.[1];
      if (address) resolve(address);
    });
    server.once('exit', (code) => reject(new StepFailed(`The server ended with ${code}.`, said)));
  });
}
