import {openState} from '../../source/state/state.ts';

/** A process that uploads: it locks an integration, prints that, and holds the lock until it is killed. */
const state = await openState(process.argv[2] ?? '');
await state.locks.acquire({host: 'h', integration: 'i'});
process.stdout.write('ready\n');
setInterval(() => undefined, 1000);
